using IspPortal.Core.Inventory;

namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>A device at a customer is replaced.</summary>
/// <param name="CustomerId">At whom; required.</param>
/// <param name="NewDevice">Serial number or MAC address of the device that goes in; required.</param>
/// <param name="Reason">Why, up to 500 characters; required.</param>
internal sealed record SwapItemBody(Guid? CustomerId = null, string? NewDevice = null, string? Reason = null)
{
    /// <summary>The line that it serves; null: that of the device that goes out.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>The device that goes out; null: it was never in the inventory.</summary>
    public Guid? OldDeviceId { get; init; }

    /// <summary>The new device's MAC address; needed when the line is bound and the inventory does not know it.</summary>
    public string? NewMac { get; init; }

    /// <summary>True leaves the line's binding as it is, false binds it to the new device; left out: it follows unless another device than the one that goes out is known to dial.</summary>
    public bool? KeepBinding { get; init; }

    public SwapDeviceRequest ToRequest() => new(CustomerId ?? Guid.Empty, NewDevice ?? "", Reason ?? "")
    {
        SubscriptionId = SubscriptionId,
        OldDeviceId = OldDeviceId,
        NewMac = NewMac,
        KeepBinding = KeepBinding,
    };
}
