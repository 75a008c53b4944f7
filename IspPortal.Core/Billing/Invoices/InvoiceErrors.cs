using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>Expected failures with bills.</summary>
public static class InvoiceErrors
{
    /// <summary>There is no such bill.</summary>
    public static Error NotFound { get; } = new("billing.invoice_not_found", ErrorKind.NotFound);

    /// <summary>Some of it was billed by somebody else at the same moment; nothing was saved.</summary>
    public static Error AlreadyBilled { get; } = new("billing.already_billed", ErrorKind.Conflict);

    /// <summary>It is issued: only another document corrects it.</summary>
    public static Error AlreadyIssued { get; } = new("billing.invoice_already_issued", ErrorKind.Conflict);

    /// <summary>Nothing of it is open.</summary>
    public static Error AlreadySettled { get; } = new("billing.invoice_already_settled", ErrorKind.Conflict);

    /// <summary>It is a draft or a pro forma: nothing is owed yet.</summary>
    public static Error NothingOwed { get; } = new("billing.invoice_not_owed", ErrorKind.Conflict);
}
