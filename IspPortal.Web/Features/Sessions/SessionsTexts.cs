namespace IspPortal.Web.Features.Sessions;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class SessionsTexts;
