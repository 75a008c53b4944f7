using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>A bill was issued: it can be sent and paid.</summary>
/// <param name="InvoiceId">The bill.</param>
public sealed record InvoiceIssued(Guid InvoiceId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "billing.invoice_issued";

    /// <inheritdoc />
    public Guid AggregateId => InvoiceId;
}
