namespace IspPortal.Web.Features.Jobs;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class JobsTexts;
