namespace IspPortal.Core.Billing.Corrections;

/// <summary>What one may be allowed to do to put bills right.</summary>
public static class CorrectionPermissions
{
    /// <summary>Write invoices and debit notes by hand.</summary>
    public const string InvoicesWrite = "invoices.write";

    /// <summary>Issue credit notes.</summary>
    public const string InvoicesCredit = "invoices.credit";

    /// <summary>Give up what is open of an invoice.</summary>
    public const string InvoicesWriteOff = "invoices.writeoff";
}
