namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>opening</c>.</summary>
[ErrorTexts("opening")]
internal sealed class OpeningErrorTexts;
