namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>ledger</c>.</summary>
[ErrorTexts("billing")]
internal sealed class BillingErrorTexts;
