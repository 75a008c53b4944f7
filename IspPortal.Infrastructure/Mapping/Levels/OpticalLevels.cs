using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Ports;
using IspPortal.Infrastructure.Mapping.Tracing;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Levels;

internal sealed class OpticalLevels(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PlantAtlas atlas, ILiveRouters live, ILinePrices prices, ISettingsReader<OpticalSettings> settings, TimeProvider clock) : IOpticalLevels
{
    private const int MostPoints = 500;
    private const int LeastBad = 2;
    private const double LeastShare = 0.7;

    public async Task<Result<Page<LevelRow>>> ListAsync(LevelFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plant = await atlas.GetAsync(cancellationToken);
        var levels = (await ReadAsync(context, plant, cancellationToken)).Where(l =>
            (filter.OdpId is null || l.Drop.OdpId == filter.OdpId) && (filter.OltId is null || l.OltId == filter.OltId) && (filter.IsBad is null || l.IsBad == filter.IsBad));
        if (page.SearchOrNull is { } search)
        {
            var lines = await FoundAsync(context, search, cancellationToken);
            levels = levels.Where(l => l.OntSerial.Contains(search, StringComparison.OrdinalIgnoreCase)
                || plant.Nodes[l.Drop.OdpId].Name.Contains(search, StringComparison.OrdinalIgnoreCase) || l.Drop.Accesses.Any(lines.Contains));
        }

        List<Level> sorted = [.. Sort(levels, plant, page)];
        Level[] shown = [.. sorted.Skip(page.Skip).Take(page.Take)];
        var names = await PortReading.LinesAsync(context, [.. shown.Select(l => l.Drop.Id)], cancellationToken);
        return Page<LevelRow>.Of(
            [
                .. shown.Select(l => new LevelRow(
                    l.Drop.Id, l.OntSerial, l.Drop.OdpId, plant.Nodes[l.Drop.OdpId].Name, l.Drop.Port, l.MeasuredDbm, l.MeasuredAtUtc, l.ExpectedDbm, l.IsBad, [.. names[l.Drop.Id]])),
            ],
            page,
            sorted.Count);
    }

    public async Task<Result<LevelTrend>> TrendAsync(string ontSerial, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        if (DeviceCodes.SerialOf(ontSerial) is not { } serial)
        {
            return new LevelTrend(ontSerial, null, []);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var latest = await context.Set<OpticalReading>().AsNoTracking().Where(r => r.OntSerial == serial).OrderByDescending(r => r.AtUtc).Take(MostPoints).ToListAsync(cancellationToken);
        latest.Reverse();
        return new LevelTrend(serial, await ExpectedAsync(context, serial, cancellationToken), [.. latest.Select(r => new LevelPoint(r.AtUtc, r.RxDbm, r.TxDbm, r.Source))]);
    }

    public async Task<Result<IReadOnlyList<LevelCause>>> ListCausesAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plant = await atlas.GetAsync(cancellationToken);
        var levels = await ReadAsync(context, plant, cancellationToken);
        var causes = SharedCauses.Find([.. levels.SelectMany(l => l.Drop.Accesses.Select(access => new PlantLeaf(access, PlantPaths.Of(plant, access, null), l.IsBad)))], LeastBad, LeastShare);
        var lines = (await MappedLines.ReadAsync(context, live, prices, [.. causes.SelectMany(c => c.Bad).Distinct()], cancellationToken)).ToDictionary(l => l.AccessId);
        var routerIds = causes.SelectMany(c => c.Suspects).Where(s => s.Kind == PlantElementKind.Router).Select(s => s.Id).Distinct().ToList();
        var routers = routerIds.Count == 0 ? [] : await context.Set<Router>().AsNoTracking().Where(r => routerIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        return Result.Of<IReadOnlyList<LevelCause>>(
        [
            .. causes.Select(c => new LevelCause(
                [.. c.Suspects.Select(s => new PlantElementRow(s.Kind, s.Id, s.Number, PlantNames.Of(plant, s) ?? routers.GetValueOrDefault(s.Id) ?? ""))],
                c.Bad.Count,
                c.Known,
                MappedLines.MonthlyOf(c.Bad.Select(lines.GetValueOrDefault).OfType<MappedLine>()))),
        ]);
    }

    private async Task<double?> ExpectedAsync(PortalDbContext context, string serial, CancellationToken cancellationToken)
    {
        var dropId = await context.Set<Drop>().AsNoTracking().Where(d => d.OntSerial == serial).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancellationToken);
        var plant = await atlas.GetAsync(cancellationToken);
        return dropId is { } id && plant.FiberDrops.TryGetValue(id, out var drop)
            ? OpticalBudget.Of(plant.Fiber.Trace(drop), (await settings.GetAsync(cancellationToken)).ToLosses()).ExpectedDbm
            : null;
    }

    // By the key of the readings: one look at the latest of each ONT.
    private async Task<List<Level>> ReadAsync(PortalDbContext context, PlantImage plant, CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync(cancellationToken);
        var since = clock.UtcNow().AddDays(-rules.ReadingDays);
        var latest = await context.Set<Drop>().AsNoTracking().Where(d => d.OntSerial != null)
            .Select(d => new
            {
                d.Id,
                d.OntSerial,
                AtUtc = context.Set<OpticalReading>().Where(r => r.OntSerial == d.OntSerial).OrderByDescending(r => r.AtUtc).Select(r => (DateTime?)r.AtUtc).FirstOrDefault(),
                RxDbm = context.Set<OpticalReading>().Where(r => r.OntSerial == d.OntSerial).OrderByDescending(r => r.AtUtc).Select(r => (double?)r.RxDbm).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var losses = rules.ToLosses();
        var levels = new List<Level>(latest.Count);
        foreach (var row in latest)
        {
            if (row is { AtUtc: { } at, RxDbm: { } rx } && at >= since && plant.FiberDrops.TryGetValue(row.Id, out var drop))
            {
                var trace = plant.Fiber.Trace(drop);
                var expected = OpticalBudget.Of(trace, losses).ExpectedDbm;
                var isBad = expected - rx > rules.BadFromDb || rx < rules.FloorDbm;
                levels.Add(new Level(drop, row.OntSerial!, trace.End == FiberTraceEnd.AtOlt ? trace.LastEnd.OwnerId : null, expected, rx, at, isBad));
            }
        }

        return levels;
    }

    private static async Task<HashSet<Guid>> FoundAsync(PortalDbContext context, string search, CancellationToken cancellationToken)
    {
        var key = search.ToLowerInvariant();
        var drawn = context.Set<DropLine>().Select(l => l.AccessId);
        return [.. await context.Set<AccessAccount>().AsNoTracking().Where(a => a.SearchKey.Contains(key) && drawn.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken)];
    }

    private static IOrderedEnumerable<Level> Sort(IEnumerable<Level> levels, PlantImage plant, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("measured", false) => levels.OrderBy(l => l.MeasuredDbm).ThenBy(l => l.OntSerial, StringComparer.Ordinal),
        ("measured", true) => levels.OrderByDescending(l => l.MeasuredDbm).ThenBy(l => l.OntSerial, StringComparer.Ordinal),
        ("serial", false) => levels.OrderBy(l => l.OntSerial, StringComparer.Ordinal),
        ("serial", true) => levels.OrderByDescending(l => l.OntSerial, StringComparer.Ordinal),
        ("odp", false) => levels.OrderBy(l => plant.Nodes[l.Drop.OdpId].NameKey, StringComparer.Ordinal).ThenBy(l => l.Drop.Port),
        ("odp", true) => levels.OrderByDescending(l => plant.Nodes[l.Drop.OdpId].NameKey, StringComparer.Ordinal).ThenBy(l => l.Drop.Port),
        ("missing", false) => levels.OrderBy(l => l.MissingDb ?? double.MaxValue).ThenBy(l => l.OntSerial, StringComparer.Ordinal),
        _ => levels.OrderByDescending(l => l.MissingDb ?? double.MinValue).ThenBy(l => l.MeasuredDbm).ThenBy(l => l.OntSerial, StringComparer.Ordinal),
    };
}
