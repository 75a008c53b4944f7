using IspPortal.Core.Inventory;

namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>Devices that came in.</summary>
/// <param name="ModelId">Their model; required.</param>
/// <param name="Lines">One device each: a serial number, and behind a space, comma or semicolon its MAC address; required, up to 500.</param>
/// <param name="Place">Where they are put: warehouse, van, or customer when they are the customer's own; default warehouse.</param>
internal sealed record ReceiveItemsBody(Guid? ModelId = null, IReadOnlyList<string>? Lines = null, DevicePlace? Place = null)
{
    /// <summary>The warehouse.</summary>
    public Guid? WarehouseId { get; init; }

    /// <summary>The user whose van it is.</summary>
    public Guid? HolderId { get; init; }

    /// <summary>The customer.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The customer's line that they serve.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Whose they are; default provider.</summary>
    public DeviceOwner? Owner { get; init; }

    /// <summary>From where; up to 500 characters.</summary>
    public string? Reason { get; init; }

    public ReceiveDevicesRequest ToRequest() => new(
        ModelId ?? Guid.Empty, new DeviceSpot(Place ?? DevicePlace.Warehouse, WarehouseId, HolderId, CustomerId, SubscriptionId), Lines ?? [], Owner ?? DeviceOwner.Provider, Reason);
}
