using System.Collections.Frozen;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Monitoring.Relay;

/// <summary>
/// Routers are polled once, however many nodes there are: the node that polls one leaves its view in the database while another asks for it, and
/// the other shows that. A node alone writes and reads nothing here but one short question per round of leases.
/// </summary>
internal sealed class RouterRelay(PortalContextSource source, LiveNetwork network, ILiveFeed feed, TotalsPublisher totals, TimeProvider clock) : IDisposable
{
    private const string Job = "mirror-routers";
    private static readonly TimeSpan AskFor = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _receiving = new(1, 1);
    private readonly Dictionary<Guid, long> _seen = [];
    private volatile FrozenSet<Guid> _wanted = [];
    private volatile FrozenSet<Guid> _foreign = [];

    /// <summary>The leases are as they are now: asks for the views of the others' routers and learns which of ours are asked for.</summary>
    public async Task LeasesChangedAsync(IReadOnlySet<Guid> ours, IEnumerable<Guid> foreign, CancellationToken cancellationToken)
    {
        _foreign = foreign.ToFrozenSet();
        await AskAsync(cancellationToken);
        await using var context = source.CreateForSystem(Job);
        var now = clock.UtcNow();
        var asked = await context.Set<RouterImage>().Where(i => i.WantedUntilUtc > now).Select(i => i.RouterId).ToListAsync(cancellationToken);
        var before = _wanted;
        _wanted = asked.Where(ours.Contains).ToFrozenSet();
        foreach (var id in _wanted.Where(id => !before.Contains(id)))
        {
            if (network.Find(id) is { HeardAtUtc: null } view)
            {
                await SendAsync(view, cancellationToken);
            }
        }
    }

    /// <summary>A router of ours was polled: leaves its view for whoever asked.</summary>
    public async Task SendAsync(RouterView view, CancellationToken cancellationToken)
    {
        var id = view.Snapshot.RouterId;
        if (_wanted.Contains(id))
        {
            await using var context = source.CreateForSystem(Job);
            var payload = RouterImageCodec.Encode(view);
            await context.Set<RouterImage>().Where(i => i.RouterId == id).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Payload, payload).SetProperty(i => i.Number, i => i.Number + 1), cancellationToken);
        }
    }

    /// <summary>Takes over what other nodes left; gives how many views are new. What has not come for long is shown as unknown.</summary>
    public async Task<int> ReceiveAsync(CancellationToken cancellationToken)
    {
        await _receiving.WaitAsync(cancellationToken);
        try
        {
            var foreign = _foreign;
            Forget(foreign);
            var fresh = foreign.Count == 0 ? [] : await LoadAsync(foreign, cancellationToken);
            foreach (var view in fresh)
            {
                Show(view);
            }

            var faded = Fade(foreign);
            if (fresh.Count > 0 || faded)
            {
                totals.Touch();
            }

            return fresh.Count;
        }
        finally
        {
            _receiving.Release();
        }
    }

    public void Dispose() => _receiving.Dispose();

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var foreign = _foreign.ToList();
        if (foreign.Count == 0)
        {
            return;
        }

        await using var context = source.CreateForSystem(Job);
        var until = clock.UtcNow() + AskFor;
        var known = await context.Set<RouterImage>().Where(i => foreign.Contains(i.RouterId)).Select(i => i.RouterId).ToListAsync(cancellationToken);
        foreach (var id in foreign.Except(known))
        {
            try
            {
                await using var adding = source.CreateForSystem(Job);
                adding.Add(new RouterImage { RouterId = id, WantedUntilUtc = until });
                await adding.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // A third node was faster, or the router is gone: the next round asks again.
            }
        }

        await context.Set<RouterImage>().Where(i => known.Contains(i.RouterId)).ExecuteUpdateAsync(set => set.SetProperty(i => i.WantedUntilUtc, until), cancellationToken);
    }

    private async Task<List<RouterView>> LoadAsync(FrozenSet<Guid> foreign, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var numbers = await context.Set<RouterImage>().Where(i => i.Payload != null).Select(i => new { i.RouterId, i.Number }).ToListAsync(cancellationToken);
        var ids = numbers.Where(i => foreign.Contains(i.RouterId) && _seen.GetValueOrDefault(i.RouterId) != i.Number).Select(i => i.RouterId).ToList();
        var views = new List<RouterView>(ids.Count);
        foreach (var id in ids)
        {
            var image = await context.Set<RouterImage>().AsNoTracking().FirstAsync(i => i.RouterId == id, cancellationToken);
            var first = !_seen.ContainsKey(id);
            _seen[id] = image.Number;
            if (image.Payload is { } payload && RouterImageCodec.Decode(payload, clock.UtcNow()) is { } view)
            {
                // The first may have lain there for long: it tells its own age. Later ones were written since the last look.
                views.Add(first ? view with { HeardAtUtc = view.Snapshot.PolledAtUtc } : view);
            }
        }

        return views;
    }

    private void Show(RouterView view)
    {
        var id = view.Snapshot.RouterId;
        if (!_foreign.Contains(id))
        {
            return;
        }

        network.Set(view);
        feed.Publish(MonitoringTopics.Router(id), view.Snapshot);
        if (view.Interfaces is { } interfaces && view.Snapshot.State == RouterState.Online)
        {
            feed.Publish(MonitoringTopics.Interfaces(id), interfaces);
        }

        foreach (var accessId in feed.WatchedKeys<AccessRate>())
        {
            if (view.SessionOf(accessId, clock.UtcNow()) is { } row)
            {
                feed.Publish(
                    MonitoringTopics.Access(accessId),
                    new AccessRate(accessId, row.AsOfUtc, row.DownBitsPerSecond, row.UpBitsPerSecond, row.IsStale ? RateSource.RouterUnreadable : RateSource.Counters));
            }
        }
    }

    // Nobody says anything of them any more: what was is shown with its age, and not as what is.
    private bool Fade(FrozenSet<Guid> foreign)
    {
        var now = clock.UtcNow();
        var any = false;
        foreach (var id in foreign)
        {
            if (network.Find(id) is { HeardAtUtc: { } heard } view && view.Snapshot.State != RouterState.Unknown && heard < now - view.FreshFor)
            {
                any = true;
                var snapshot = view.Snapshot with { State = RouterState.Unknown, StateSinceUtc = heard, ErrorCode = null, ErrorDetail = null };
                network.Set(view with { Snapshot = snapshot });
                feed.Publish(MonitoringTopics.Router(id), snapshot);
            }
        }

        return any;
    }

    private void Forget(FrozenSet<Guid> foreign)
    {
        foreach (var id in _seen.Keys.Where(id => !foreign.Contains(id)).ToList())
        {
            _seen.Remove(id);
            if (network.Find(id) is { HeardAtUtc: not null })
            {
                network.Remove(id);
                feed.Forget(MonitoringTopics.Router(id));
                feed.Forget(MonitoringTopics.Interfaces(id));
                totals.Touch();
            }
        }
    }
}
