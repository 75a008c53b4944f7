namespace IspPortal.Web.Features.Drift;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class DriftTexts;
