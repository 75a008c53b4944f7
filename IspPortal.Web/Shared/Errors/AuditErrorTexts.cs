namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>audit</c>.</summary>
[ErrorTexts("audit")]
internal sealed class AuditErrorTexts;
