using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Tracing;

internal sealed class PlantTracer(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PlantAtlas atlas, ILiveRouters live, ILinePrices prices, ISettingsReader<OpticalSettings> settings) : IPlantTracer
{
    public async Task<Result<LineTrace>> TraceAsync(Guid accessId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var access = await context.Set<AccessAccount>().AsNoTracking().Where(a => a.Id == accessId).Select(a => new { a.Username, a.RouterId }).SingleOrDefaultAsync(cancellationToken);
        if (access is null)
        {
            return NetworkErrors.AccessNotFound;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        var drop = plant.DropOf(accessId);
        var drawn = drop is null ? null : DrawnTrace.Of(plant, drop, (await settings.GetAsync(cancellationToken)).ToLosses());
        var serial = drop is null ? null : plant.Drops[drop.Id].OntSerial;
        var measured = serial is null
            ? null
            : await context.Set<OpticalReading>().AsNoTracking().Where(r => r.OntSerial == serial).OrderByDescending(r => r.AtUtc).Select(r => new { r.RxDbm, r.AtUtc }).FirstOrDefaultAsync(cancellationToken);
        var routerId = (drawn?.OltId is { } olt ? plant.Nodes[olt].RouterId : null) ?? access.RouterId;
        return new LineTrace(accessId, access.Username, drawn?.Steps ?? [], drawn?.Trace.End, drawn?.Path ?? [])
        {
            DropId = drop?.Id,
            OdpId = drop?.OdpId,
            OntSerial = serial,
            LengthMetres = drawn?.Trace.LengthMetres ?? 0,
            LossDb = drawn?.Budget.LossDb,
            ExpectedDbm = drawn?.Budget.ExpectedDbm,
            MeasuredDbm = measured?.RxDbm,
            MeasuredAtUtc = measured?.AtUtc,
            RouterId = routerId,
            RouterName = await RouterNameAsync(context, routerId, cancellationToken),
        };
    }

    public async Task<Result<LinesBelow>> BelowAsync(PlantElement element, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plant = await atlas.GetAsync(cancellationToken);
        var name = await NameAsync(context, plant, element, cancellationToken);
        if (name is null)
        {
            return MappingErrors.ElementNotFound;
        }

        var (seesPrices, seesCustomers) = (actor.Actor.May(SubscriptionsPermissions.SubscriptionsRead), actor.Actor.May(CustomersPermissions.CustomersRead));
        var lines = (await MappedLines.ReadAsync(context, live, prices, [.. await LinesUnder.ReadAsync(context, plant, element, cancellationToken)], cancellationToken))
            .ConvertAll(l => l with { CustomerName = seesCustomers ? l.CustomerName : null, Monthly = seesPrices ? l.Monthly : null });
        var search = page.SearchOrNull;
        List<MappedLine> wanted =
        [
            .. lines.Where(l => search is null || l.Username.Contains(search, StringComparison.OrdinalIgnoreCase) || l.CustomerName?.Contains(search, StringComparison.OrdinalIgnoreCase) == true)
                .OrderBy(l => l.Presence switch { AccessPresence.Offline => 0, AccessPresence.Unknown => 1, _ => 2 }).ThenBy(l => l.Username, StringComparer.Ordinal),
        ];
        return new LinesBelow(
            element,
            name,
            lines.Count,
            lines.Count(l => l.Presence == AccessPresence.Online),
            lines.Count(l => l.Presence == AccessPresence.Offline),
            lines.Count(l => l.Presence == AccessPresence.Unknown),
            seesPrices ? MappedLines.MonthlyOf(lines) : null,
            Page<LineBelow>.Of([.. wanted.Skip(page.Skip).Take(page.Take).Select(l => l.ToRow())], page, wanted.Count));
    }

    public async Task<Result<PlantBranch>> BranchAsync(PlantElement element, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plant = await atlas.GetAsync(cancellationToken);
        return await NameAsync(context, plant, element, cancellationToken) is null
            ? MappingErrors.ElementNotFound
            : DrawnBranch.Of(plant, element, await LinesUnder.ReadAsync(context, plant, element, cancellationToken), new MapReader(actor.Actor).SeesLines);
    }

    private static async Task<string?> NameAsync(PortalDbContext context, PlantImage plant, PlantElement element, CancellationToken cancellationToken) =>
        element.Kind == PlantElementKind.Router ? await RouterNameAsync(context, element.Id, cancellationToken) : PlantNames.Of(plant, element);

    private static Task<string?> RouterNameAsync(PortalDbContext context, Guid routerId, CancellationToken cancellationToken) =>
        context.Set<Router>().AsNoTracking().Where(r => r.Id == routerId).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
}
