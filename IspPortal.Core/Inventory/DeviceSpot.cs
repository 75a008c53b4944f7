namespace IspPortal.Core.Inventory;

/// <summary>A place and which of its kind; what does not belong to the place is null.</summary>
/// <param name="Place">What sort of place.</param>
/// <param name="WarehouseId">The warehouse, for <see cref="DevicePlace.Warehouse"/>.</param>
/// <param name="HolderId">The technician whose van it is, for <see cref="DevicePlace.Van"/>.</param>
/// <param name="CustomerId">The customer, for <see cref="DevicePlace.Customer"/>.</param>
/// <param name="SubscriptionId">The customer's line that it serves, or null; for <see cref="DevicePlace.Customer"/>.</param>
public sealed record DeviceSpot(DevicePlace Place, Guid? WarehouseId = null, Guid? HolderId = null, Guid? CustomerId = null, Guid? SubscriptionId = null)
{
    /// <summary>In a warehouse.</summary>
    public static DeviceSpot InWarehouse(Guid warehouseId) => new(DevicePlace.Warehouse, WarehouseId: warehouseId);

    /// <summary>In a technician's van.</summary>
    public static DeviceSpot InVan(Guid holderId) => new(DevicePlace.Van, HolderId: holderId);

    /// <summary>At a customer, serving a line or not.</summary>
    public static DeviceSpot AtCustomer(Guid customerId, Guid? subscriptionId = null) => new(DevicePlace.Customer, CustomerId: customerId, SubscriptionId: subscriptionId);

    /// <summary>Among the faulty returns.</summary>
    public static DeviceSpot Faulty { get; } = new(DevicePlace.FaultyReturns);

    /// <summary>Gone for good.</summary>
    public static DeviceSpot Gone { get; } = new(DevicePlace.Retired);

    /// <summary>Without what does not belong to the place.</summary>
    public DeviceSpot Tidied() => new(
        Place,
        Place == DevicePlace.Warehouse ? WarehouseId : null,
        Place == DevicePlace.Van ? HolderId : null,
        Place == DevicePlace.Customer ? CustomerId : null,
        Place == DevicePlace.Customer ? SubscriptionId : null);
}
