namespace IspPortal.Core.Inventory;

/// <summary>What a swap did.</summary>
/// <param name="NewDeviceId">The device that is at the customer now.</param>
/// <param name="OldDeviceId">The one that is among the faulty returns now, or null.</param>
/// <param name="SubscriptionId">The line, or null.</param>
/// <param name="BoundTo">The MAC address that the line is bound to now; null: its binding was left as it was.</param>
public sealed record SwappedDevices(Guid NewDeviceId, Guid? OldDeviceId, Guid? SubscriptionId, string? BoundTo);
