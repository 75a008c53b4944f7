namespace IspPortal.Core.Inventory;

/// <summary>Where a device goes.</summary>
/// <param name="To">There.</param>
/// <param name="Reason">Why; up to 500 characters, required for faulty returns and retired.</param>
public sealed record MoveDeviceRequest(DeviceSpot To, string? Reason = null);
