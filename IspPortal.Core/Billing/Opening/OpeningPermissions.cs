namespace IspPortal.Core.Billing.Opening;

/// <summary>What one may be allowed to do with opening balances.</summary>
public static class OpeningPermissions
{
    /// <summary>Upload opening balances, book them and take them back. Looking at imports needs <see cref="Ledger.LedgerPermissions.LedgerRead"/>.</summary>
    public const string OpeningBook = "opening.book";
}
