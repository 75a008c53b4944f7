namespace IspPortal.Core.Billing.Invoices;

/// <summary>What one may be allowed to do with bills.</summary>
public static class InvoicePermissions
{
    /// <summary>See bills.</summary>
    public const string InvoicesRead = "invoices.read";

    /// <summary>Send bills to their customers.</summary>
    public const string InvoicesSend = "invoices.send";
}
