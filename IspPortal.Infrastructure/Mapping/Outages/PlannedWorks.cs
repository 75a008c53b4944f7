using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Tracing;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Works begin and end at their time; whoever hangs below is behind them meanwhile, and no outage of its own is looked for there.</summary>
internal sealed class PlannedWorks(LiveNetwork network, TimeProvider clock)
{
    /// <summary>Begins and ends what is due; gives how many began.</summary>
    public async Task<int> LookAsync(PortalDbContext context, PlantImage plant, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var due = await context.Set<Outage>().Where(o => o.Kind == OutageKind.Planned && (
            (o.State == OutageState.Announced && o.StartedAtUtc <= now) || (o.State == OutageState.Confirmed && o.EndsAtUtc <= now))).ToListAsync(cancellationToken);
        var began = 0;
        foreach (var works in due)
        {
            if (works.State == OutageState.Announced && works.EndsAtUtc > now)
            {
                (works.State, works.ConfirmedAtUtc) = (OutageState.Confirmed, now);
                var below = await LinesUnder.ReadAsync(context, plant, works.Element, cancellationToken);
                var online = network.Views.Where(v => v.IsFreshAt(now)).SelectMany(v => v.Sessions).Select(s => s.Row.AccessId).ToHashSet();
                works.WereOnline = below.Count(online.Contains);
                context.AddRange(below.Select(id => new OutageLine { OutageId = works.Id, AccessId = id, FromUtc = now, WasOnline = online.Contains(id) }));
                began++;
            }
            else
            {
                (works.State, works.OpenKey, works.LinesNow) = (OutageState.Ended, null, 0);
                await context.Set<OutageLine>().Where(l => l.OutageId == works.Id && l.ToUtc == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.ToUtc, now), cancellationToken);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return began;
    }

    /// <summary>Lines that are behind works now.</summary>
    public async Task<HashSet<Guid>> LinesAsync(PortalDbContext context, CancellationToken cancellationToken) => [.. await (
        from works in context.Set<Outage>().AsNoTracking()
        join line in context.Set<OutageLine>() on works.Id equals line.OutageId
        where works.Kind == OutageKind.Planned && works.State == OutageState.Confirmed && line.ToUtc == null
        select line.AccessId).ToListAsync(cancellationToken)];
}
