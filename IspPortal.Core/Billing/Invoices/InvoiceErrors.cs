using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>Expected failures with bills.</summary>
public static class InvoiceErrors
{
    /// <summary>There is no such bill.</summary>
    public static Error NotFound { get; } = new("billing.invoice_not_found", ErrorKind.NotFound);

    /// <summary>Some of it was billed by somebody else at the same moment; nothing was saved.</summary>
    public static Error AlreadyBilled { get; } = new("billing.already_billed", ErrorKind.Conflict);
}
