namespace IspPortal.Core.Inventory;

/// <summary>A device at a customer is replaced.</summary>
/// <param name="CustomerId">At whom.</param>
/// <param name="NewDevice">Serial number or MAC address of the device that goes in.</param>
/// <param name="Reason">Why; up to 500 characters.</param>
public sealed record SwapDeviceRequest(Guid CustomerId, string NewDevice, string Reason)
{
    /// <summary>The line that it serves, or null: that of the device that goes out, or else the one that is bound to it.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>The device that goes out; null: it was never in the inventory.</summary>
    public Guid? OldDeviceId { get; init; }

    /// <summary>The new device's MAC address, or null; needed when the line is bound to a device and the inventory does not know it.</summary>
    public string? NewMac { get; init; }

    /// <summary>
    /// Leaves the line's binding as it is: another device dials, the new one only bridges. Null: it is left when the device that goes out is known to be another one than the line is bound
    /// to; false binds the line to the new device all the same.
    /// </summary>
    public bool? KeepBinding { get; init; }
}
