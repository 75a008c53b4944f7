namespace IspPortal.Core.Inventory;

/// <summary>Which devices are wanted; null always means any.</summary>
/// <param name="Kind">For that use.</param>
/// <param name="ModelId">Of that model.</param>
/// <param name="Place">In that sort of place.</param>
/// <param name="WarehouseId">In that warehouse.</param>
/// <param name="HolderId">In that technician's van.</param>
/// <param name="CustomerId">At that customer.</param>
/// <param name="SubscriptionId">Serving that line.</param>
/// <param name="Owner">Belonging to whom.</param>
public sealed record DeviceFilter(
    DeviceKind? Kind = null, Guid? ModelId = null, DevicePlace? Place = null, Guid? WarehouseId = null, Guid? HolderId = null, Guid? CustomerId = null, Guid? SubscriptionId = null, DeviceOwner? Owner = null);
