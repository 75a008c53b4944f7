using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Reads one router. One run is one poll of the counters, with sessions, secrets and constants when their time has come, and up to two quick
/// retries after a failure. Runs never overlap.
/// </summary>
internal sealed class RouterCollector : IAsyncDisposable
{
    private static readonly TimeSpan ConstantsEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SensorsEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OwnInterfacesEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeepHealthEvery = TimeSpan.FromMinutes(5);

    private readonly CollectorServices _services;
    private readonly TimeProvider _clock;
    private readonly RouterReader _reader;
    private readonly ReachabilityTracker _reachability = new();
    private readonly CostWindow _cost = new();
    private readonly WatchedRates _watched;
    private readonly LogTail _log;
    private readonly SemaphoreSlim _running = new(1, 1);
    private readonly CancellationTokenSource _leaving = new();
    private RouterFigures? _figures;
    private RouterHealth? _health;
    private (string? Identity, string? Serial, string? Model) _constants;
    private (double? Temperature, double? Voltage) _sensors;
    private TimeSpan? _countersTook;
    private TimeSpan? _sessionsTook;
    private DateTime? _bootedAtUtc;
    private DateTime _sessionsDueUtc;
    private DateTime _secretsDueUtc;
    private DateTime _constantsDueUtc;
    private DateTime _sensorsDueUtc;
    private DateTime _ownInterfacesDueUtc;
    private DateTime _keepHealthDueUtc;
    private bool _sessionsFailed;
    private bool _certificateKnown;

    public RouterCollector(RouterTarget target, CollectorServices services)
    {
        Target = target;
        _services = services;
        _clock = services.Clock;
        _reader = new RouterReader(_clock);
        _reachability.Start(_clock.UtcNow());
        _certificateKnown = target.Endpoint.PinnedCertificateSha256 is not null;
        _watched = new WatchedRates(() => Target, services);
        _log = new LogTail(() => Target, services);
        CountersEvery = TimeSpan.FromSeconds(target.CountersEverySeconds ?? new MonitoringSettings().CountersEverySeconds);
        SessionsEvery = TimeSpan.FromSeconds(target.SessionsEverySeconds ?? new MonitoringSettings().SessionsEverySeconds);
        Publish(_clock.UtcNow(), RouterState.Unknown, null);
    }

    public RouterTarget Target { get; private set; }

    /// <summary>The present interval of the counters poll: the pace at which runs should come.</summary>
    public TimeSpan CountersEvery { get; private set; }

    public TimeSpan SessionsEvery { get; private set; }

    /// <summary>Reads what is due; the outcome of the last try.</summary>
    public async Task<Error?> RunAsync(MonitoringSettings settings, CancellationToken cancellationToken)
    {
        if (_leaving.IsCancellationRequested || !await _running.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return null;
        }

        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _leaving.Token);
            while (true)
            {
                var (error, retry) = await PollAsync(settings, stopping.Token);
                if (retry is null)
                {
                    return error;
                }

                await Task.Delay(retry.Value, _clock, stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Somebody began or ceased to watch an access of this router.</summary>
    public void WatchChanged() => _watched.Changed(_figures);

    /// <summary>Somebody began or ceased to watch this router's log.</summary>
    public void LogWatchChanged() => _log.Changed();

    /// <summary>Takes new values that do not make it another router; false when they do.</summary>
    public bool TryAdopt(RouterTarget target)
    {
        if (target.Name != Target.Name || target.Endpoint.Host != Target.Endpoint.Host || target.Endpoint.Port != Target.Endpoint.Port)
        {
            return false;
        }

        Target = target;
        _certificateKnown = target.Endpoint.PinnedCertificateSha256 is not null;
        return true;
    }

    /// <summary>The router is polled no more: its open sessions end and nothing of it stays on screens.</summary>
    public async Task RetireAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        await TryAsync("end the sessions", async () =>
        {
            if (_figures is { } figures)
            {
                figures.Tracker.EndAll(_clock.UtcNow(), SessionEndReason.NoLongerPolled);
                await _services.Writer.WriteAsync(Target.Id, figures.Tracker.Changes, cancellationToken);
            }
        });
        _services.Network.Remove(Target.Id);
        _services.Feed.Forget(MonitoringTopics.Router(Target.Id));
        _services.Feed.Forget(MonitoringTopics.Interfaces(Target.Id));
        _services.Totals.Touch();
    }

    /// <summary>Another collector goes on with this router: breaks off the poll under way and keeps what was found.</summary>
    public async Task HandOverAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        if (_figures is { Tracker.Changes.IsEmpty: false } figures)
        {
            await TryAsync("keep sessions", () => _services.Writer.WriteAsync(Target.Id, figures.Tracker.Changes, cancellationToken));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _watched.DisposeAsync();
        await _log.DisposeAsync();
    }

    // The turn is never given back: nothing runs after this.
    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _leaving.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    private async Task<(Error? Error, TimeSpan? Retry)> PollAsync(MonitoringSettings settings, CancellationToken ct)
    {
        _figures ??= new RouterFigures(Target, await _services.Writer.RecallAsync(Target.Id, ct), _clock);
        var client = _services.Pool.Get(Target.Endpoint);
        var now = _clock.UtcNow();
        var sessionsDue = now + (CountersEvery / 2) >= _sessionsDueUtc || _figures.SuspectsChange;
        var poll = await ReadAsync(client, sessionsDue, ct);
        var at = _clock.UtcNow();
        TimeSpan? retry = null;
        if (poll.Error is { } error)
        {
            error = CauseOf(error);
            poll.Error = error;
            _sessionsFailed = true;
            retry = _reachability.Failed(at, error.Code, error.Detail, settings.OfflineAfterFailures);
            _services.Logger.LogInformation("Router {Router} could not be read: {Error}", Target, error);
        }
        else
        {
            _reachability.Good(at);
            Take(poll, sessionsDue, settings, at);
        }

        Stretch(settings);
        var cost = _cost.Look(client.Cost, at, CountersEvery, SessionsEvery, _countersTook);
        var snapshot = Publish(at, _reachability.State, cost);
        await KeepAsync(poll, snapshot, at, ct);
        if (poll.Error is null)
        {
            await ReadSlowThingsAsync(client, settings, at, ct);
        }

        return (poll.Error, retry);
    }

    private async Task<PollResult> ReadAsync(IRouterOsClient client, bool sessionsDue, CancellationToken ct)
    {
        var poll = new PollResult();
        var countersDeadline = PollInterval.Deadline(CountersEvery, _countersTook);
        var sessionsDeadline = PollInterval.Deadline(SessionsEvery, _sessionsTook);

        // One after the other where one failure makes the others pointless; together where the router can work on them at once.
        poll.Resource = await _reader.ResourceAsync(client, ct);
        if (!poll.Resource.Result.Succeeded)
        {
            poll.Error = poll.Resource.Result.Error;
            return poll;
        }

        var counters = _reader.CountersAsync(client, countersDeadline, ct);
        var ppp = sessionsDue ? _reader.PppAsync(client, sessionsDeadline, ct) : null;
        var hotspot = sessionsDue || _figures!.HasHotspot ? _reader.HotspotAsync(client, sessionsDeadline, ct) : null;
        var queues = sessionsDue || _figures!.HasStatic ? _reader.QueuesAsync(client, sessionsDeadline, ct) : null;
        var own = OwnInterfacesDue() ? _reader.OwnInterfacesAsync(client, ct) : null;
        poll.Counters = await counters;
        poll.Ppp = ppp is null ? null : await ppp;
        poll.Hotspot = hotspot is null ? null : await hotspot;
        poll.Queues = queues is null ? null : await queues;
        poll.OwnInterfaces = own is null ? null : await own;
        if (poll.Queues is { Result.Succeeded: true } read && read.Result.Value.Any(q => ReadSession.AddressOf(q) is not null))
        {
            poll.Arp = await _reader.ArpAsync(client, sessionsDeadline, ct);
        }

        poll.Error = FirstError(poll);
        return poll;
    }

    private static Error? FirstError(PollResult poll) =>
        (poll.Counters.Result.Succeeded ? null : poll.Counters.Result.Error)
        ?? Fault(poll.Ppp)
        ?? Fault(poll.Hotspot)
        ?? Fault(poll.Queues)
        ?? Fault(poll.Arp);

    // A menu that this router does not have (no hotspot package) is an empty table; anything else is unknown, never empty.
    private static Error? Fault<T>(Timed<List<T>>? read) =>
        read is { Result: { Succeeded: false, Error: { } error } } && error.Code != "routeros.trap_no_such_command" ? error : null;

    private static List<T>? Rows<T>(Timed<List<T>>? read) => read is null ? null : read.Value.Result.Succeeded ? read.Value.Result.Value : [];

    private static Error CauseOf(Error error) => error is { Code: "routeros.circuit_open", Arguments: [_, string cause, ..] }
        ? new Error(cause, error.Kind, error.Arguments) { Detail = error.Detail }
        : error;

    private void Take(PollResult poll, bool sessionsDue, MonitoringSettings settings, DateTime at)
    {
        var resource = poll.Resource.Result.Value;
        _health = RouterReader.ToHealth(resource, _constants, _sensors, poll.Resource.AtUtc);
        var boot = BootIfNew(_health);
        if (boot is not null)
        {
            _figures!.Boots++;
            _constantsDueUtc = default;
        }

        _countersTook = poll.Counters.Took;
        if (sessionsDue)
        {
            _sessionsTook = Longest(poll.Ppp?.Took, poll.Hotspot?.Took, poll.Queues?.Took);
            _sessionsDueUtc = at + SessionsEvery;
        }

        _figures!.Take(
            poll.Counters.Result.Value,
            poll.Counters.AtUtc,
            Rows(poll.Ppp),
            Rows(poll.Hotspot),
            Rows(poll.Queues),
            Rows(poll.Arp),
            Rows(poll.OwnInterfaces),
            boot,
            _sessionsFailed,
            CountersEvery,
            SessionsEvery);
        if (sessionsDue)
        {
            _sessionsFailed = false;
        }
    }

    private static TimeSpan? Longest(params ReadOnlySpan<TimeSpan?> times)
    {
        TimeSpan? longest = null;
        foreach (var time in times)
        {
            longest = time > (longest ?? TimeSpan.MinValue) ? time : longest;
        }

        return longest;
    }

    /// <summary>When the router booted, if that is later than it was last time; null otherwise.</summary>
    private DateTime? BootIfNew(RouterHealth health)
    {
        if (health.Uptime is not { } uptime)
        {
            return null;
        }

        var booted = health.ReadAtUtc - uptime;
        var before = _bootedAtUtc;
        _bootedAtUtc = booted;
        return before is not null && booted > before + TimeSpan.FromSeconds(20) ? booted : null;
    }

    private void Stretch(MonitoringSettings settings)
    {
        var counters = TimeSpan.FromSeconds(Target.CountersEverySeconds ?? settings.CountersEverySeconds);
        var sessions = TimeSpan.FromSeconds(Target.SessionsEverySeconds ?? settings.SessionsEverySeconds);
        CountersEvery = PollInterval.Next(counters, _countersTook, _health?.CpuPercent, settings.BackOffAboveCpuPercent);
        SessionsEvery = PollInterval.Next(sessions, _sessionsTook, _health?.CpuPercent, settings.BackOffAboveCpuPercent);
    }

    private RouterSnapshot Publish(DateTime at, RouterState state, PollingCost? cost)
    {
        var snapshot = new RouterSnapshot(
            Target.Id,
            Target.Name,
            state,
            at,
            _reachability.LastGoodAtUtc,
            _reachability.SinceUtc,
            _reachability.ErrorCode,
            _reachability.ErrorDetail,
            _health,
            _figures?.SessionCount,
            _figures?.DownBitsPerSecond,
            _figures?.UpBitsPerSecond,
            cost);
        var freshFor = CountersEvery * 3;
        _services.Network.Set(_figures?.ToView(snapshot, freshFor, at) ?? new RouterView { Snapshot = snapshot, FreshFor = freshFor });
        _services.Feed.Publish(MonitoringTopics.Router(Target.Id), snapshot);
        if (_figures?.Interfaces is { } interfaces && state == RouterState.Online)
        {
            _services.Feed.Publish(MonitoringTopics.Interfaces(Target.Id), interfaces);
        }

        _watched.Polled(_figures, state, at);
        _services.Totals.Touch();
        return snapshot;
    }

    // Nothing of this may stop the next poll: what the database does not take now, it takes next time.
    private async Task KeepAsync(PollResult poll, RouterSnapshot snapshot, DateTime at, CancellationToken ct)
    {
        await TryAsync("tell who watches routers", async () =>
        {
            foreach (var observer in _services.Observers)
            {
                await observer.PolledAsync(snapshot, ct);
            }
        });
        if (poll.Error is not null)
        {
            return;
        }

        await TryAsync("keep sessions", async () =>
        {
            if (!_figures!.Tracker.Changes.IsEmpty)
            {
                await _services.Writer.WriteAsync(Target.Id, _figures.Tracker.Changes, ct);
            }
        });
        await TryAsync("keep samples", () => _services.Series.AppendAsync(_figures!.ToBatch(_health, CountersEvery), ct));
        if (at >= _keepHealthDueUtc && _constants.Identity is not null)
        {
            _keepHealthDueUtc = at + KeepHealthEvery;
            await TryAsync("keep the router's condition", () => _services.Writer.KeepHealthAsync(Target.Id, _health!, ct));
        }
    }

    private async Task ReadSlowThingsAsync(IRouterOsClient client, MonitoringSettings settings, DateTime at, CancellationToken ct)
    {
        if (!_certificateKnown && client.PresentedCertificateSha256 is { } certificate)
        {
            await TryAsync("pin the certificate", async () =>
            {
                await _services.Writer.PinCertificateAsync(Target.Id, certificate, ct);
                _certificateKnown = true;
            });
        }

        if (at >= _constantsDueUtc)
        {
            _constants = await _reader.ConstantsAsync(client, ct);
            _constantsDueUtc = at + ConstantsEvery;
        }

        if (at >= _sensorsDueUtc)
        {
            _sensors = await _reader.SensorsAsync(client, ct);
            _sensorsDueUtc = at + SensorsEvery;
        }

        if (at >= _secretsDueUtc)
        {
            var secrets = await _reader.SecretsAsync(client, ct);
            if (secrets.Result.Succeeded)
            {
                _figures!.Tracker.ApplySecrets(secrets.Result.Value, secrets.AtUtc);
            }

            // Without the right to read secrets there is nothing to be gained by asking often.
            _secretsDueUtc = at + TimeSpan.FromMinutes(settings.SecretsEveryMinutes);
        }

        if (at >= _ownInterfacesDueUtc)
        {
            _ownInterfacesDueUtc = at + OwnInterfacesEvery;
        }
    }

    private bool OwnInterfacesDue() => _clock.UtcNow() >= _ownInterfacesDueUtc || _services.Feed.WatchedKeys<RouterInterfaces>().Contains(Target.Id);

    private async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _services.Logger.LogError(exception, "Could not {What} of router {Router}; polling goes on", what, Target.Name);
        }
    }
}
