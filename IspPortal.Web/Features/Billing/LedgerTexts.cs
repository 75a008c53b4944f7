namespace IspPortal.Web.Features.Billing;

/// <summary>Texts of the ledger's pages.</summary>
internal sealed class LedgerTexts;
