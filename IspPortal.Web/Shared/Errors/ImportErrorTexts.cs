namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>imports</c>.</summary>
[ErrorTexts("imports")]
internal sealed class ImportErrorTexts;
