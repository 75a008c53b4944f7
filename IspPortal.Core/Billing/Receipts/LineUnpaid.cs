using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>A prepaid line was offered days and nobody paid for them in time.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="InvoiceId">The pro forma that lapsed.</param>
/// <param name="FromOn">The first day that it was about.</param>
/// <param name="LastOn">The last day on which it could be paid: what the line was given beyond it is taken back.</param>
public sealed record LineUnpaid(Guid SubscriptionId, Guid InvoiceId, DateOnly FromOn, DateOnly LastOn) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "billing.line_unpaid";

    /// <inheritdoc />
    public Guid AggregateId => SubscriptionId;
}
