using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>Nothing of an invoice is open any more.</summary>
/// <param name="InvoiceId">The invoice.</param>
public sealed record InvoiceSettled(Guid InvoiceId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "billing.invoice_settled";

    /// <inheritdoc />
    public Guid AggregateId => InvoiceId;
}
