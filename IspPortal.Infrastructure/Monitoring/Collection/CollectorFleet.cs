using System.Collections.Concurrent;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>The collectors of this node: one per router whose lease it holds, each with a plan of its own on the collection scheduler.</summary>
internal sealed class CollectorFleet(
    CollectorServices services,
    PortalContextSource source,
    RouterLeases leases,
    IJobPlanner planner,
    ILogger<CollectorFleet> logger) : IRouterChangeListener, IHostedService, IAsyncDisposable
{
    /// <summary>Many routers begin one after the other, so that a hundred do not answer at once for ever after.</summary>
    private static readonly TimeSpan StartSpread = TimeSpan.FromMilliseconds(90);

    private readonly ConcurrentDictionary<Guid, RouterCollector> _collectors = new();
    private readonly ConcurrentDictionary<Guid, TimeSpan> _planned = new();
    private readonly SemaphoreSlim _assigning = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _stopGate = new();
    private IDisposable[] _watches = [];
    private Task? _stopped;

    public int Count => _collectors.Count;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watches =
        [
            services.Feed.OnWatchChanged<AccessRate>(AccessWatchChanged),
            services.Feed.OnWatchChanged<RouterLogTail>((routerId, _) => _collectors.GetValueOrDefault(routerId)?.LogWatchChanged()),
        ];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be told to stop twice at once. The second waits with the first: it disposes next what the first still needs.
        lock (_stopGate)
        {
            return _stopped ??= StopOnceAsync(cancellationToken);
        }
    }

    public Task RoutersChangedAsync(CancellationToken cancellationToken) => AssignAsync(cancellationToken);

    /// <summary>Brings collectors and plans in line with the enabled routers and the leases; gives how many run here.</summary>
    public async Task<int> AssignAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        try
        {
            return await AssignNowAsync(either.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            leases.RenewalFailed();
            throw;
        }
    }

    /// <summary>One run of one router; null when it is well or not ours.</summary>
    public async Task<Error?> RunAsync(Guid routerId, MonitoringSettings settings, CancellationToken cancellationToken)
    {
        if (!leases.Holds(routerId) && _collectors.ContainsKey(routerId))
        {
            // This node stood still: another may have taken the router meanwhile.
            await AssignAsync(cancellationToken);
        }

        if (!_collectors.TryGetValue(routerId, out var collector))
        {
            return null;
        }

        var error = await collector.RunAsync(settings, cancellationToken);
        if (!_stopping.IsCancellationRequested)
        {
            await ReplanAsync(collector, cancellationToken);
        }

        return error;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var collector in _collectors.Values)
        {
            await collector.DisposeAsync();
        }

        _collectors.Clear();
        _assigning.Dispose();
        _stopping.Dispose();
    }

    private async Task StopOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var watch in _watches)
        {
            watch.Dispose();
        }

        // First nothing new begins, then what runs ends and is kept, then other nodes may have the routers.
        await _stopping.CancelAsync();
        await _assigning.WaitAsync(cancellationToken);
        try
        {
            await Task.WhenAll(_collectors.Values.Select(collector => collector.HandOverAsync(cancellationToken)));
        }
        finally
        {
            _assigning.Release();
        }

        try
        {
            await leases.ReleaseAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogWarning(exception, "The router leases could not be given back; they run out by themselves");
        }
    }

    private async Task<int> AssignNowAsync(CancellationToken cancellationToken)
    {
        await _assigning.WaitAsync(cancellationToken);
        try
        {
            var targets = await TargetsAsync(cancellationToken);
            var held = await leases.HoldAsync(targets.Keys, cancellationToken);
            services.Totals.KeepsHistory = targets.Count == 0 || held.Contains(targets.Keys.Min());
            foreach (var id in _collectors.Keys)
            {
                if (!held.Contains(id))
                {
                    await RetireAsync(id, polledElsewhere: targets.ContainsKey(id), cancellationToken);
                }
            }

            foreach (var id in held)
            {
                await EnsureAsync(targets[id], cancellationToken);
            }

            await services.Relay.LeasesChangedAsync(held, targets.Keys.Where(id => !held.Contains(id)), cancellationToken);
            return _collectors.Count;
        }
        finally
        {
            _assigning.Release();
        }
    }

    private async Task<Dictionary<Guid, RouterTarget>> TargetsAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("assign-routers");
        var routers = await context.Set<Router>().AsNoTracking().Where(r => r.Enabled && r.RemovedAtUtc == null).ToListAsync(cancellationToken);
        return routers.ToDictionary(
            r => r.Id,
            r => new RouterTarget(
                r.Id,
                r.Name,
                new RouterEndpoint(r.Id, r.Host, r.Port, r.UseTls, r.Username, r.Password, r.PinnedCertificateSha256),
                r.CountersEverySeconds,
                r.SessionsEverySeconds));
    }

    private async Task EnsureAsync(RouterTarget target, CancellationToken cancellationToken)
    {
        if (_collectors.TryGetValue(target.Id, out var running))
        {
            if (running.Target == target || running.TryAdopt(target))
            {
                return;
            }

            // The old one ends its poll first: two must never tell of one router.
            await running.HandOverAsync(cancellationToken);
            await running.DisposeAsync();
        }

        var collector = new RouterCollector(target, services, () => leases.Holds(target.Id));
        _collectors[target.Id] = collector;
        _planned[target.Id] = collector.CountersEvery;
        await planner.PlanAsync<CollectTrafficJob>(target.Id, collector.CountersEvery, cancellationToken);
        collector.LogWatchChanged();
        await Task.Delay(StartSpread, services.Clock, cancellationToken);
    }

    private async Task RetireAsync(Guid id, bool polledElsewhere, CancellationToken cancellationToken)
    {
        if (!_collectors.TryRemove(id, out var collector))
        {
            return;
        }

        _planned.TryRemove(id, out _);
        await planner.CancelAsync<CollectTrafficJob>(id, cancellationToken);
        if (polledElsewhere)
        {
            await collector.AbandonAsync(cancellationToken);
            services.Network.Remove(id);
        }
        else
        {
            await collector.RetireAsync(cancellationToken);
            foreach (var observer in services.Observers)
            {
                await observer.StoppedAsync(id, cancellationToken);
            }
        }

        await collector.DisposeAsync();
        await services.Pool.RemoveAsync(id);
    }

    // Small changes of the stretched interval are not worth another plan.
    private async Task ReplanAsync(RouterCollector collector, CancellationToken cancellationToken)
    {
        var wanted = collector.CountersEvery;
        if (_planned.TryGetValue(collector.Target.Id, out var planned)
            && Math.Abs((wanted - planned).TotalSeconds) > planned.TotalSeconds * 0.2
            && _planned.TryUpdate(collector.Target.Id, wanted, planned))
        {
            logger.LogInformation("Router {Router} is read every {Seconds} s from now on", collector.Target.Name, Math.Round(wanted.TotalSeconds, 1));
            await planner.PlanAsync<CollectTrafficJob>(collector.Target.Id, wanted, cancellationToken);
        }
    }

    private void AccessWatchChanged(Guid accessId, bool watched)
    {
        if (!watched)
        {
            services.Feed.Forget(MonitoringTopics.Access(accessId));
        }

        foreach (var collector in _collectors.Values)
        {
            if (services.Network.Find(collector.Target.Id)?.IndexOfAccess.ContainsKey(accessId) == true)
            {
                collector.WatchChanged();
            }
        }
    }
}
