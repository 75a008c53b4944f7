namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>ageing</c>.</summary>
[ErrorTexts("ageing")]
internal sealed class AgeingErrorTexts;
