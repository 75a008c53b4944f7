using IspPortal.Core.Audit;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>Devices by serial number, models and warehouses by name, counts by their warehouse for the audit.</summary>
internal sealed class InventoryAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var names = new Dictionary<AuditThing, string>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var group in things.Where(thing => thing.Guid is not null).GroupBy(thing => thing.Entity))
        {
            var ids = group.Select(thing => thing.Guid!.Value).Distinct().ToList();
            var query = group.Key switch
            {
                "device" => context.Set<Device>().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, Name = d.Serial }),
                "device_model" => context.Set<DeviceModel>().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, Name = m.Maker + " " + m.Name }),
                "warehouse" => context.Set<Warehouse>().Where(w => ids.Contains(w.Id)).Select(w => new { w.Id, w.Name }),
                "stock_count" => context.Set<StockCount>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Name = context.Set<Warehouse>().Where(w => w.Id == c.WarehouseId).Select(w => w.Name).First() }),
                _ => null,
            };
            var found = query is null ? [] : await query.ToDictionaryAsync(named => named.Id, named => named.Name, cancellationToken);
            foreach (var thing in group.Distinct().Where(thing => found.ContainsKey(thing.Guid!.Value)))
            {
                names[thing] = found[thing.Guid!.Value];
            }
        }

        return names;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var serial = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<Device>().AsNoTracking().Where(d => d.Serial.StartsWith(serial)).OrderBy(d => d.Serial).Take(limit).Select(d => d.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
