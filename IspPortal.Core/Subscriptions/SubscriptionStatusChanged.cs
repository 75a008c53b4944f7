using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Subscriptions;

/// <summary>Its status followed what happened.</summary>
/// <param name="SubscriptionId">The subscription.</param>
public sealed record SubscriptionStatusChanged(Guid SubscriptionId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "subscriptions.status_changed";

    /// <inheritdoc />
    public Guid AggregateId => SubscriptionId;
}
