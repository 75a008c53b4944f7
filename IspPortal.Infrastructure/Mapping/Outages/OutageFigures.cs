using System.Collections.Concurrent;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Drift;
using IspPortal.Infrastructure.Mapping.Tracing;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>
/// Counts what open outages hit: lines, what they pay a month, and the area. Past the version, so that a note that is being typed meets no conflict. What they pay and where they are is worked out anew
/// only when more were hit.
/// </summary>
internal sealed class OutageFigures(ILiveRouters live, ILinePrices prices)
{
    private readonly ConcurrentDictionary<Guid, int> _known = new();

    public async Task CountAsync(PortalDbContext context, PlantImage plant, CancellationToken cancellationToken)
    {
        var open = await context.Set<Outage>().AsNoTracking().Where(o => o.State == OutageState.Suspected || o.State == OutageState.Confirmed).ToListAsync(cancellationToken);
        foreach (var over in _known.Keys.Except(open.Select(o => o.Id)))
        {
            _known.TryRemove(over, out _);
        }

        foreach (var outage in open)
        {
            var lines = await context.Set<OutageLine>().AsNoTracking().Where(l => l.OutageId == outage.Id).Select(l => new { l.AccessId, IsOff = l.ToUtc == null }).ToListAsync(cancellationToken);
            var now = lines.Count(l => l.IsOff);
            var most = Math.Max(outage.LinesMost, now);
            if (now != outage.LinesNow || most != outage.LinesMost)
            {
                await context.Set<Outage>().Where(o => o.Id == outage.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.LinesNow, now).SetProperty(o => o.LinesMost, most), cancellationToken);
            }

            if (_known.TryGetValue(outage.Id, out var hit) && hit == lines.Count)
            {
                continue;
            }

            List<Guid> ids = [.. lines.Select(l => l.AccessId)];
            var monthly = MappedLines.MonthlyOf(await MappedLines.ReadAsync(context, live, prices, ids, cancellationToken));
            await WriteAsync(context, outage.Id, monthly, BoxOf(plant, outage, ids), cancellationToken);
            _known[outage.Id] = lines.Count;
        }
    }

    private static Task WriteAsync(PortalDbContext context, Guid outageId, Money monthly, GeoBox? box, CancellationToken cancellationToken)
    {
        var (south, west, north, east) = (box?.South, box?.West, box?.North, box?.East);
        return context.Set<Outage>().Where(o => o.Id == outageId).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.MonthlyAmount, monthly).SetProperty(o => o.South, south).SetProperty(o => o.West, west).SetProperty(o => o.North, north).SetProperty(o => o.East, east), cancellationToken);
    }

    private static GeoBox? BoxOf(PlantImage plant, Outage outage, List<Guid> lines)
    {
        var houses = lines.Select(plant.DropOf).OfType<FiberDrop>().Select(d => plant.Drops[d.Id]).Select(d => new GeoPoint(d.Latitude, d.Longitude));
        var element = plant.Nodes.TryGetValue(outage.ElementId, out var node) ? [node.Point] : plant.Cables.TryGetValue(outage.ElementId, out var cable) ? cable.Way : (IReadOnlyList<GeoPoint>)[];
        return GeoBox.Around([.. houses, .. element]);
    }
}
