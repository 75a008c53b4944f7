namespace IspPortal.Web.Features.Audit;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class AuditTexts;
