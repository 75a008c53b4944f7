using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Subscriptions;

/// <summary>Plan, price or time of it changed: what is billed from now on.</summary>
/// <param name="SubscriptionId">The subscription.</param>
public sealed record SubscriptionTermsChanged(Guid SubscriptionId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "subscriptions.terms_changed";

    /// <inheritdoc />
    public Guid AggregateId => SubscriptionId;
}
