namespace IspPortal.Core.Billing.Ledger;

/// <summary>What one may be allowed to do with the ledger.</summary>
public static class LedgerPermissions
{
    /// <summary>See entries, statements, the trial balance and closings.</summary>
    public const string LedgerRead = "ledger.read";

    /// <summary>Close a business day, for good.</summary>
    public const string LedgerClose = "ledger.close";
}
