using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>Finds devices by part of serial number or MAC address for Ctrl+K.</summary>
internal sealed class DeviceSearch(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ISearchSource
{
    /// <summary>Fewer letters stand in too many serial numbers.</summary>
    private const int Shortest = 4;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(text);
        if (key.Length < Shortest || !actor.Actor.May(InventoryPermissions.InventoryRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.RowsOf(context.Set<Device>().AsNoTracking().Where(d => d.SearchKey.Contains(key)).OrderBy(d => d.SearchKey).Take(limit)).ToListAsync(cancellationToken);
        return
        [
            .. found.OrderBy(d => d.Serial, StringComparer.Ordinal).Select(d => new SearchHit(
                "device", d.Serial, string.Join(" · ", new[] { $"{d.Maker} {d.ModelName}", d.Mac, d.At.CustomerName ?? d.At.WarehouseName ?? d.At.HolderName }.Where(part => part is not null)), $"inventory/{d.Id}")),
        ];
    }
}
