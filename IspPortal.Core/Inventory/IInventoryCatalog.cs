using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Inventory;

/// <summary>Models and warehouses. Reading needs <see cref="InventoryPermissions.InventoryRead"/>, changing <see cref="InventoryPermissions.InventoryWrite"/>.</summary>
public interface IInventoryCatalog
{
    /// <summary>Lists models of a use (null: of any) that are retired or not (null: both); search over maker and name; by maker and name.</summary>
    Task<Result<Page<DeviceModelRow>>> ListModelsAsync(DeviceKind? kind, bool? isRetired, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a model under an id of the caller's choice, or changes the one that has it; version 0 adds.</summary>
    Task<Result> SaveModelAsync(Guid modelId, long version, SaveDeviceModelRequest request, CancellationToken cancellationToken);

    /// <summary>Lists warehouses that are closed or not (null: both); search over the name; by name.</summary>
    Task<Result<Page<WarehouseRow>>> ListWarehousesAsync(bool? isClosed, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a warehouse under an id of the caller's choice, or changes the one that has it; version 0 adds.</summary>
    Task<Result> SaveWarehouseAsync(Guid warehouseId, long version, SaveWarehouseRequest request, CancellationToken cancellationToken);
}
