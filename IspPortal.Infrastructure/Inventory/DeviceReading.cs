using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>Devices and places with the names of what they point at.</summary>
internal static class DeviceReading
{
    /// <summary>Rows of devices: one statement, whatever the page's size.</summary>
    public static IQueryable<DeviceRow> RowsOf(this PortalDbContext context, IQueryable<Device> devices) =>
        from device in devices
        join model in context.Set<DeviceModel>() on device.ModelId equals model.Id
        select new DeviceRow(
            device.Id,
            device.Serial,
            device.Mac,
            device.ModelId,
            model.Kind,
            model.Maker,
            model.Name,
            device.Owner,
            new DeviceSpotRow(
                device.Place,
                device.WarehouseId,
                context.Set<Warehouse>().Where(w => w.Id == device.WarehouseId).Select(w => w.Name).FirstOrDefault(),
                device.HolderId,
                device.HolderName,
                device.CustomerId,
                context.Set<Customer>().Where(c => c.Id == device.CustomerId).Select(c => c.CompanyName ?? c.Name).FirstOrDefault(),
                device.SubscriptionId,
                context.Set<Subscription>().Where(s => s.Id == device.SubscriptionId).Select(s => s.Number).FirstOrDefault()),
            device.Note,
            device.PlacedAtUtc,
            device.Version);

    /// <summary>Rows of movements.</summary>
    public static async Task<IReadOnlyList<DeviceMovementRow>> RowsOfAsync(this PortalDbContext context, IReadOnlyList<DeviceMovement> movements, CancellationToken cancellationToken)
    {
        var warehouseIds = Known(movements.SelectMany(m => new[] { m.FromWarehouseId, m.ToWarehouseId }));
        var customerIds = Known(movements.SelectMany(m => new[] { m.FromCustomerId, m.ToCustomerId }));
        var lineIds = Known(movements.SelectMany(m => new[] { m.FromSubscriptionId, m.ToSubscriptionId }));
        var warehouses = warehouseIds.Count == 0 ? [] : await context.Set<Warehouse>().Where(w => warehouseIds.Contains(w.Id)).Select(w => new { w.Id, w.Name }).ToDictionaryAsync(w => w.Id, w => w.Name, cancellationToken);
        var customers = customerIds.Count == 0 ? [] : await context.Set<Customer>().Where(c => customerIds.Contains(c.Id)).Select(c => new { c.Id, Name = c.CompanyName ?? c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var lines = lineIds.Count == 0 ? [] : await context.Set<Subscription>().Where(s => lineIds.Contains(s.Id)).Select(s => new { s.Id, s.Number }).ToDictionaryAsync(s => s.Id, s => s.Number, cancellationToken);
        return
        [
            .. movements.Select(m => new DeviceMovementRow(
                m.Id,
                m.AtUtc,
                m.Kind,
                m.FromPlace is { } from ? Spot(from, m.FromWarehouseId, m.FromHolderId, m.FromHolderName, m.FromCustomerId, m.FromSubscriptionId) : null,
                Spot(m.ToPlace, m.ToWarehouseId, m.ToHolderId, m.ToHolderName, m.ToCustomerId, m.ToSubscriptionId),
                m.Reason,
                m.ActorName)),
        ];

        DeviceSpotRow Spot(DevicePlace place, Guid? warehouse, Guid? holder, string? holderName, Guid? customer, Guid? line) => new(
            place, warehouse, Name(warehouses, warehouse), holder, holderName, customer, Name(customers, customer), line, Name(lines, line));
    }

    private static List<Guid> Known(IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct()];

    private static string? Name(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
