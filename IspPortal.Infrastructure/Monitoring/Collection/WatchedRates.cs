using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// The rates of those accesses of one router that somebody watches, each second: one <c>monitor-traffic</c> for all of them, issued anew when the
/// set or an interface changes. What the stream cannot give comes from the counters.
/// </summary>
internal sealed class WatchedRates(Func<RouterTarget> target, CollectorServices services) : IAsyncDisposable
{
    private static readonly TimeSpan StreamIsFresh = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock = services.Clock;
    private readonly Lock _gate = new();

    // Held while a streamed rate is published, never while the watched set changes: readers that come hold the feed's lock and wait for the other one.
    private readonly Lock _publishing = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<Guid, DateTime> _lastStreamed = [];
    private Dictionary<string, (Guid AccessId, string? InterfaceId)> _wanted = [];
    private CancellationTokenSource? _reissue;
    private Task _streaming = Task.CompletedTask;

    /// <summary>The watched set may have changed.</summary>
    public void Changed(RouterFigures? figures)
    {
        if (figures is null)
        {
            return;
        }

        var wanted = new Dictionary<string, (Guid, string?)>();
        foreach (var accessId in services.Feed.WatchedKeys<AccessRate>())
        {
            // A comma would be two interfaces; such a name is read from the counters.
            if (figures.SessionOf(accessId) is { InterfaceName: { } name } session && !name.Contains(','))
            {
                wanted[name] = (accessId, session.InterfaceId);
            }
        }

        lock (_gate)
        {
            if (_stopping.IsCancellationRequested || (wanted.Count == _wanted.Count && wanted.All(w => _wanted.TryGetValue(w.Key, out var had) && had == w.Value)))
            {
                return;
            }

            _wanted = wanted;
            _reissue?.Cancel();
            if (wanted.Count > 0 && _streaming.IsCompleted)
            {
                _streaming = Task.Run(StreamAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>A poll ended: what the stream does not give is published from it.</summary>
    public void Polled(RouterFigures? figures, RouterState state, DateTime atUtc)
    {
        if (figures is null)
        {
            return;
        }

        Changed(figures);
        var isUnreadable = state is RouterState.Warning or RouterState.Offline;
        if (isUnreadable)
        {
            Doubt();
        }

        foreach (var accessId in services.Feed.WatchedKeys<AccessRate>())
        {
            // A line that is online at the partner of a pair is not told to be gone by the router it is not on.
            var isGone = isUnreadable || figures.SessionOf(accessId) is null;
            if (!figures.Tracker.Knows(accessId) || (isGone && services.Shared.IsOnlineElsewhere(target().Id, accessId, atUtc)))
            {
                continue;
            }

            var rate = isUnreadable ? new AccessRate(accessId, atUtc, null, null, RateSource.RouterUnreadable)
                : figures.SessionOf(accessId) is not { } session ? new AccessRate(accessId, atUtc, null, null, RateSource.SessionEnded)
                : IsStreamed(accessId, atUtc) ? null
                : new AccessRate(accessId, atUtc, session.Down.Rate, session.Up.Rate, RateSource.Counters);
            if (rate is not null)
            {
                services.Feed.Publish(MonitoringTopics.Access(accessId), rate);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task streaming;
        lock (_gate)
        {
            _stopping.Cancel();
            streaming = _streaming;
        }

        await streaming;
        _stopping.Dispose();
    }

    /// <summary>What a stream has on its way from a router that did not answer must not follow on what is said of it now: a stream opened from here on may.</summary>
    private void Doubt()
    {
        lock (_publishing)
        {
            lock (_gate)
            {
                _wanted = new(_wanted);
                _reissue?.Cancel();
            }
        }
    }

    private bool IsStreamed(Guid accessId, DateTime atUtc)
    {
        lock (_gate)
        {
            return _lastStreamed.TryGetValue(accessId, out var last) && last > atUtc - StreamIsFresh;
        }
    }

    private async Task StreamAsync()
    {
        while (true)
        {
            Dictionary<string, (Guid AccessId, string? InterfaceId)> wanted;
            CancellationTokenSource reissue;
            lock (_gate)
            {
                if (_wanted.Count == 0 || _stopping.IsCancellationRequested)
                {
                    // The next change starts another task: this one is seen as completed only after the lock.
                    _streaming = Task.CompletedTask;
                    _reissue = null;
                    _lastStreamed.Clear();
                    return;
                }

                wanted = _wanted;
                reissue = _reissue = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            }

            using (reissue)
            {
                try
                {
                    await StreamOnceAsync(wanted, reissue.Token);

                    // It ended by itself: an interface went, or the connection did. The next poll says what is there now.
                    await Task.Delay(RetryAfter, _clock, reissue.Token);
                }
                catch (OperationCanceledException)
                {
                    // Another set is wanted, or none.
                }
                finally
                {
                    // Who changes the set must not find a source that is disposed.
                    lock (_gate)
                    {
                        _reissue = null;
                    }
                }
            }
        }
    }

    private async Task StreamOnceAsync(Dictionary<string, (Guid AccessId, string? InterfaceId)> wanted, CancellationToken ct)
    {
        var client = services.Pool.Get(target().Endpoint);
        var command = new RouterOsCommand("/interface/monitor-traffic").With("interface", string.Join(',', wanted.Keys.Order(StringComparer.Ordinal)));
        var opened = await client.OpenStreamAsync(command, ct);
        if (!opened.Succeeded)
        {
            return;
        }

        await using var stream = opened.Value;
        await foreach (var row in stream.WithCancellation(ct))
        {
            if (row["name"] is not { } name || !wanted.TryGetValue(name, out var watched))
            {
                continue;
            }

            lock (_publishing)
            {
                var now = _clock.UtcNow();
                if (!TakeStreamed(wanted, watched.AccessId, now))
                {
                    return;
                }

                // What the router sends on the interface is what the customer receives.
                services.Feed.Publish(
                    MonitoringTopics.Access(watched.AccessId),
                    new AccessRate(watched.AccessId, now, row.Rate("tx-bits-per-second"), row.Rate("rx-bits-per-second"), RateSource.Stream));
            }
        }
    }

    // False when another set is wanted meanwhile, or the stream is not trusted any more.
    private bool TakeStreamed(Dictionary<string, (Guid AccessId, string? InterfaceId)> wanted, Guid accessId, DateTime atUtc)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_wanted, wanted))
            {
                return false;
            }

            _lastStreamed[accessId] = atUtc;
            return true;
        }
    }
}
