namespace IspPortal.Core.Inventory;

/// <summary>A place by name, for people.</summary>
/// <param name="Place">What sort of place.</param>
/// <param name="WarehouseId">The warehouse, or null.</param>
/// <param name="WarehouseName">Its name.</param>
/// <param name="HolderId">The technician whose van it is, or null.</param>
/// <param name="HolderName">The technician's name.</param>
/// <param name="CustomerId">The customer, or null.</param>
/// <param name="CustomerName">What the customer is called on screens.</param>
/// <param name="SubscriptionId">The line that it serves, or null.</param>
/// <param name="SubscriptionNumber">Its number.</param>
public sealed record DeviceSpotRow(
    DevicePlace Place,
    Guid? WarehouseId = null,
    string? WarehouseName = null,
    Guid? HolderId = null,
    string? HolderName = null,
    Guid? CustomerId = null,
    string? CustomerName = null,
    Guid? SubscriptionId = null,
    string? SubscriptionNumber = null);
