namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>corrections</c>.</summary>
[ErrorTexts("corrections")]
internal sealed class CorrectionErrorTexts;
