using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>Expected failures with bills.</summary>
public static class InvoiceErrors
{
    /// <summary>There is no such bill.</summary>
    public static Error NotFound { get; } = new("billing.invoice_not_found", ErrorKind.NotFound);

    /// <summary>Some of it was billed by somebody else at the same moment; nothing was saved.</summary>
    public static Error AlreadyBilled { get; } = new("billing.already_billed", ErrorKind.Conflict);

    /// <summary>It is a draft, or a pro forma that is over: there is nothing to send.</summary>
    public static Error NotIssued { get; } = new("billing.not_issued", ErrorKind.Conflict);

    /// <summary>It went to its customer before.</summary>
    public static Error AlreadySent { get; } = new("billing.already_sent", ErrorKind.Conflict);

    /// <summary>The customer has no address for the way that it wishes, or wishes no messages.</summary>
    public static Error NobodyToSendTo { get; } = new("billing.nobody_to_send_to", ErrorKind.Conflict);

    /// <summary>The portal only observes: nothing is sent.</summary>
    public static Error Observed { get; } = new("billing.observed", ErrorKind.Conflict);
}
