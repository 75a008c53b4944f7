namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>reports</c>.</summary>
[ErrorTexts("reports")]
internal sealed class ReportsErrorTexts;
