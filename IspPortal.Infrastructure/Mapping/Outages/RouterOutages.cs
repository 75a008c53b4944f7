using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>A router that does not answer is an outage of its own: its customers are not offline, nobody knows how they are.</summary>
internal sealed class RouterOutages(LiveNetwork network, TimeProvider clock)
{
    /// <summary>Opens and ends them; gives how many began.</summary>
    public async Task<int> LookAsync(PortalDbContext context, PlantImage plant, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var open = await context.Set<Outage>().Where(o => o.OpenKey != null && o.Kind == OutageKind.Router).ToDictionaryAsync(o => o.ElementId, cancellationToken);
        var began = 0;
        foreach (var view in network.Views)
        {
            var (id, isOut) = (view.Snapshot.RouterId, view.Snapshot.State == RouterState.Offline);
            if (isOut && !open.ContainsKey(id))
            {
                Begin(context, view);
                began++;
            }
            else if (!isOut && view.Snapshot.State is RouterState.Online or RouterState.Disabled && open.Remove(id, out var over))
            {
                await EndAsync(context, over, now, cancellationToken);
            }
        }

        // Removed meanwhile.
        foreach (var over in open.Values.Where(o => network.Find(o.ElementId) is null))
        {
            await EndAsync(context, over, now, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        return began;
    }

    private void Begin(PortalDbContext context, RouterView view)
    {
        var element = new PlantElement(PlantElementKind.Router, view.Snapshot.RouterId);
        var outage = new Outage
        {
            Id = Ids.New(clock), Kind = OutageKind.Router, State = OutageState.Confirmed, ElementKind = element.Kind, ElementId = element.Id, ElementName = view.Snapshot.Name, OpenKey = Outage.OpenKeyOf(OutageKind.Router, element),
            StartedAtUtc = view.Snapshot.LastGoodPollAtUtc ?? view.Snapshot.StateSinceUtc, ConfirmedAtUtc = clock.UtcNow(), WereOnline = view.Sessions.Length,
        };
        context.Add(outage);
        context.AddRange(view.Sessions.Select(s => s.Row.AccessId).Distinct().Select(id => new OutageLine { OutageId = outage.Id, AccessId = id, FromUtc = outage.StartedAtUtc, WasOnline = true }));
    }

    private static async Task EndAsync(PortalDbContext context, Outage over, DateTime now, CancellationToken cancellationToken)
    {
        (over.State, over.EndsAtUtc, over.OpenKey, over.LinesNow) = (OutageState.Ended, now, null, 0);
        await context.Set<OutageLine>().Where(l => l.OutageId == over.Id && l.ToUtc == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.ToUtc, now), cancellationToken);
    }
}
