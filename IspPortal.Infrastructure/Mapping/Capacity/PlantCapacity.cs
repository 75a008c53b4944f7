using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Clusters;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Capacity;

internal sealed class PlantCapacity(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PlantAtlas atlas, ISettingsReader<OpticalSettings> settings, TimeProvider clock) : IPlantCapacity
{
    public async Task<Result<Page<AreaCapacity>>> ListAreasAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var areas = CapacityReport.Areas(await atlas.GetAsync(cancellationToken), clock.UtcNow()).Where(a => page.SearchOrNull is not { } search || a.Area?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);
        List<AreaCapacity> sorted = [.. Sort(areas, page)];
        return Page<AreaCapacity>.Of([.. sorted.Skip(page.Skip).Take(page.Take)], page, sorted.Count);
    }

    public async Task<Result<Page<PlaceToBuild>>> ListPlacesToBuildAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var finder = new OdpFinder(await atlas.GetAsync(cancellationToken), await settings.GetAsync(cancellationToken), clock.UtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var places = CapacityReport.PlacesToBuild(finder, await HousesAsync(context, cancellationToken));
        return Page<PlaceToBuild>.Of([.. places.Skip(page.Skip).Take(page.Take)], page, places.Count);
    }

    // Who was promised nothing yet, and who has a line that no drop leads to.
    private static async Task<List<MapMark>> HousesAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var asked = await context.Set<Customer>().AsNoTracking()
            .Where(c => c.Status == CustomerStatus.Prospect && c.RemovedAtUtc == null && c.Latitude != null && c.Longitude != null && !context.Set<Subscription>().Any(s => s.CustomerId == c.Id && s.Status != SubscriptionStatus.Terminated))
            .Select(c => new { c.Id, c.Latitude, c.Longitude }).ToListAsync(cancellationToken);
        var sold = await (
            from subscription in context.Set<Subscription>().AsNoTracking()
            join customer in context.Set<Customer>() on subscription.CustomerId equals customer.Id
            where subscription.Status != SubscriptionStatus.Terminated && !context.Set<DropLine>().Any(l => l.AccessId == subscription.AccessId)
            select new { subscription.Id, Latitude = subscription.Latitude ?? customer.Latitude, Longitude = subscription.Longitude ?? customer.Longitude }).ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(c => new MapMark(c.Id, new GeoPoint(c.Latitude!.Value, c.Longitude!.Value), CapacityReport.Prospect)),
            .. sold.Where(s => s is { Latitude: not null, Longitude: not null }).Select(s => new MapMark(s.Id, new GeoPoint(s.Latitude!.Value, s.Longitude!.Value), CapacityReport.Customer)),
        ];
    }

    private static IOrderedEnumerable<AreaCapacity> Sort(IEnumerable<AreaCapacity> areas, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("area", false) => areas.OrderBy(a => a.Area, StringComparer.OrdinalIgnoreCase),
        ("area", true) => areas.OrderByDescending(a => a.Area, StringComparer.OrdinalIgnoreCase),
        ("free", false) => areas.OrderBy(a => a.Stock.Free).ThenBy(a => a.Area, StringComparer.OrdinalIgnoreCase),
        ("free", true) => areas.OrderByDescending(a => a.Stock.Free).ThenBy(a => a.Area, StringComparer.OrdinalIgnoreCase),
        ("odps", false) => areas.OrderBy(a => a.Odps).ThenBy(a => a.Area, StringComparer.OrdinalIgnoreCase),
        ("odps", true) => areas.OrderByDescending(a => a.Odps).ThenBy(a => a.Area, StringComparer.OrdinalIgnoreCase),
        ("fill", false) => areas.OrderBy(a => a.Stock.FillPercent).ThenBy(a => a.Area, StringComparer.OrdinalIgnoreCase),
        _ => areas.OrderByDescending(a => a.Stock.FillPercent).ThenBy(a => a.Area, StringComparer.OrdinalIgnoreCase),
    };
}
