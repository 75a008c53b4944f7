using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Subscriptions;

/// <summary>One was sold.</summary>
/// <param name="SubscriptionId">The subscription.</param>
public sealed record SubscriptionSold(Guid SubscriptionId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "subscriptions.sold";

    /// <inheritdoc />
    public Guid AggregateId => SubscriptionId;
}
