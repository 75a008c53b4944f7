using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>A prepaid line was paid for: it has its days, and comes back if its time had run out.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="UntilOn">The last day that is paid.</param>
public sealed record LinePaidAhead(Guid SubscriptionId, Guid InvoiceId, DateOnly UntilOn) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "billing.line_paid_ahead";

    /// <inheritdoc />
    public Guid AggregateId => SubscriptionId;
}
