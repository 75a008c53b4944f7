namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>tables</c>.</summary>
[ErrorTexts("tables")]
internal sealed class TableErrorTexts;
