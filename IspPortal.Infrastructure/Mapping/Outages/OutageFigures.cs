using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Counts what open outages hit: lines, what they pay a month, and the area. Past the version, so that a note that is being typed meets no conflict.</summary>
internal sealed class OutageFigures
{
    public async Task CountAsync(PortalDbContext context, PlantImage plant, CancellationToken cancellationToken)
    {
        var open = await context.Set<Outage>().AsNoTracking().Where(o => o.State == OutageState.Suspected || o.State == OutageState.Confirmed).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        var periods = await context.Set<ServicePlan>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Period, cancellationToken);
        foreach (var outage in open)
        {
            var lines = await (
                from line in context.Set<OutageLine>().AsNoTracking()
                join sold in context.Set<Subscription>() on line.AccessId equals sold.AccessId into subscriptions
                from subscription in subscriptions.DefaultIfEmpty()
                where line.OutageId == outage.Id
                select new
                {
                    line.AccessId,
                    line.ToUtc,
                    PlanId = (Guid?)subscription.PlanId,
                    Price = (Money?)subscription.Price,
                    Pays = subscription != null && !subscription.IsTrial && subscription.Status == SubscriptionStatus.Active,
                }).ToListAsync(cancellationToken);
            var (now, most) = (lines.Count(l => l.ToUtc is null), Math.Max(outage.LinesMost, lines.Count(l => l.ToUtc is null)));
            var monthly = lines.Where(l => l.Pays).Aggregate(Money.Zero, (sum, l) => sum + periods[l.PlanId!.Value].PerMonth(l.Price!.Value));
            var box = BoxOf(plant, outage, lines.ConvertAll(l => l.AccessId));
            await context.Set<Outage>().Where(o => o.Id == outage.Id).ExecuteUpdateAsync(
                set => set.SetProperty(o => o.LinesNow, now).SetProperty(o => o.LinesMost, most).SetProperty(o => o.MonthlyAmount, monthly)
                    .SetProperty(o => o.South, box == null ? null : box.Value.South).SetProperty(o => o.West, box == null ? null : box.Value.West)
                    .SetProperty(o => o.North, box == null ? null : box.Value.North).SetProperty(o => o.East, box == null ? null : box.Value.East),
                cancellationToken);
        }
    }

    private static GeoBox? BoxOf(PlantImage plant, Outage outage, List<Guid> lines)
    {
        var houses = lines.Select(plant.DropOf).OfType<Core.Mapping.Fiber.FiberDrop>().Select(d => plant.Drops[d.Id]).Select(d => new GeoPoint(d.Latitude, d.Longitude));
        var element = plant.Nodes.TryGetValue(outage.ElementId, out var node) ? [node.Point] : plant.Cables.TryGetValue(outage.ElementId, out var cable) ? cable.Way : (IReadOnlyList<GeoPoint>)[];
        return GeoBox.Around([.. houses, .. element]);
    }
}
