using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Inventory;

/// <summary>Reads the inventory. Everything needs <see cref="InventoryPermissions.InventoryRead"/>.</summary>
public interface IDeviceDirectory
{
    /// <summary>
    /// Lists devices. The search finds parts of serial number and MAC address (with or without colons), and everything by which customers are found. Sorts: serial (default), placed.
    /// Retired devices are left out unless the filter asks for their place.
    /// </summary>
    Task<Result<Page<DeviceRow>>> ListAsync(DeviceFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One device, or <see cref="InventoryErrors.DeviceNotFound"/>.</summary>
    Task<Result<DeviceRow>> GetAsync(Guid deviceId, CancellationToken cancellationToken);

    /// <summary>The device of a serial number or MAC address in any usual form; null when there is none.</summary>
    Task<Result<DeviceRow?>> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>Where it was, the newest movement first.</summary>
    Task<Result<Page<DeviceMovementRow>>> ListMovementsAsync(Guid deviceId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Who may have devices in a van, by name.</summary>
    Task<Result<IReadOnlyList<HolderRow>>> ListHoldersAsync(CancellationToken cancellationToken);

    /// <summary>What is to be known before a device of a customer, or of one of its lines, is swapped. Give one of the two; a customer with one line is as good as that line.</summary>
    Task<Result<SwapSituation>> LookAsync(Guid? customerId, Guid? subscriptionId, CancellationToken cancellationToken);
}
