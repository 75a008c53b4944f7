using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Subscriptions.Delivery;

/// <summary>Routers have something new to be told.</summary>
/// <param name="WishId">The subscription, or the batch of a mass change.</param>
public sealed record LineWanted(Guid WishId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "subscriptions.line_wanted";

    /// <inheritdoc />
    public Guid AggregateId => WishId;
}
