namespace IspPortal.Core.Inventory;

/// <summary>What is known before a swap.</summary>
/// <param name="CustomerId">At whom.</param>
/// <param name="CustomerName">What the customer is called on screens.</param>
/// <param name="CustomerNumber">The customer's number.</param>
/// <param name="Devices">The devices there, those that serve the line first.</param>
/// <param name="SubscriptionId">The line, or null.</param>
/// <param name="SubscriptionNumber">Its number, or null.</param>
/// <param name="Username">Its user name, or null.</param>
/// <param name="BoundTo">The MAC address that the line is bound to; null: it is bound to none.</param>
public sealed record SwapSituation(
    Guid CustomerId, string CustomerName, string CustomerNumber, IReadOnlyList<DeviceRow> Devices, Guid? SubscriptionId = null, string? SubscriptionNumber = null, string? Username = null, string? BoundTo = null);
