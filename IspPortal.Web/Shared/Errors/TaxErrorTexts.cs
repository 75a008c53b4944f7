namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>tax</c>.</summary>
[ErrorTexts("tax")]
internal sealed class TaxErrorTexts;
