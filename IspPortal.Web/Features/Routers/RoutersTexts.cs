namespace IspPortal.Web.Features.Routers;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class RoutersTexts;
