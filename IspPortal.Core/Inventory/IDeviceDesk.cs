using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Inventory;

/// <summary>Changes the inventory. A stale version is <c>common.version_conflict</c>; of two who want one device exactly one gets it.</summary>
public interface IDeviceDesk
{
    /// <summary>
    /// Takes devices in: all of them or none. Needs <see cref="InventoryPermissions.InventoryWrite"/>. What is wrong with a line is said at the field <c>lines[n]</c>, counted from 1 with
    /// blank lines left out.
    /// </summary>
    Task<Result<IReadOnlyList<ReceivedDevice>>> ReceiveAsync(ReceiveDevicesRequest request, CancellationToken cancellationToken);

    /// <summary>Changes what is said about a device. Needs <see cref="InventoryPermissions.InventoryWrite"/>.</summary>
    Task<Result> ChangeAsync(Guid deviceId, long version, ChangeDeviceRequest request, CancellationToken cancellationToken);

    /// <summary>Moves a device. Needs <see cref="InventoryPermissions.InventoryMove"/>; retiring and other people's vans need <see cref="InventoryPermissions.InventoryWrite"/> too.</summary>
    Task<Result> MoveAsync(Guid deviceId, long version, MoveDeviceRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a device at a customer in one action: the old one to the faulty returns, the new one from a warehouse or one's own van to the customer, and a line that is bound to a device
    /// is bound to the new one, which its router is told afterwards. Needs <see cref="InventoryPermissions.InventorySwap"/>.
    /// </summary>
    Task<Result<SwappedDevices>> SwapAsync(SwapDeviceRequest request, CancellationToken cancellationToken);
}
