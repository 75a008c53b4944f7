using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Inventory;

/// <summary>A device at a customer was replaced.</summary>
/// <param name="NewDeviceId">The device that went in.</param>
/// <param name="OldDeviceId">The device that went out, or null.</param>
/// <param name="CustomerId">At whom.</param>
/// <param name="SubscriptionId">The line, or null.</param>
public sealed record DevicesSwapped(Guid NewDeviceId, Guid? OldDeviceId, Guid CustomerId, Guid? SubscriptionId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "inventory.ont_swapped";

    /// <inheritdoc />
    public Guid AggregateId => NewDeviceId;
}
