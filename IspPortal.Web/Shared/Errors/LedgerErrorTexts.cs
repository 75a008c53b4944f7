namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>ledger</c>.</summary>
[ErrorTexts("ledger")]
internal sealed class LedgerErrorTexts;
