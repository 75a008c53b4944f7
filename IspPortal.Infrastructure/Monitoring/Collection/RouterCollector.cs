using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Reads one router. One run is one poll of the counters, with sessions, secrets and constants when their time has come, and up to two quick
/// retries after a failure. Runs never overlap.
/// </summary>
internal sealed class RouterCollector : IAsyncDisposable
{
    private static readonly TimeSpan OwnInterfacesEvery = TimeSpan.FromMinutes(1);

    /// <summary>Nodes may tell the time by so much differently.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    private readonly CollectorServices _services;
    private readonly Func<bool> _isOurs;
    private readonly TimeProvider _clock;
    private readonly RouterReader _reader;
    private readonly RouterCondition _condition;
    private readonly RouterKeeper _keeper;
    private readonly ReachabilityTracker _reachability = new();
    private readonly CostWindow _cost = new();
    private readonly AvailabilityTally _availability = new();
    private readonly SeldomReads _seldom;
    private readonly WatchedRates _watched;
    private readonly LogTail _log;
    private readonly SemaphoreSlim _running = new(1, 1);
    private readonly CancellationTokenSource _leaving = new();
    private RouterFigures? _figures;
    private TimeSpan? _countersTook;
    private TimeSpan? _sessionsTook;
    private DateTime? _polledAtUtc;
    private DateTime _sessionsDueUtc;
    private DateTime _ownedSinceUtc;
    private DateTime _secretsDueUtc;
    private DateTime _ownInterfacesDueUtc;
    private bool _sessionsFailed;
    private bool _certificateKnown;

    /// <summary>Begins with what the database remembers, at the first poll.</summary>
    /// <param name="target">The router.</param>
    /// <param name="services">What collectors use.</param>
    /// <param name="isOurs">Whether this node alone polls it at this moment; always, when not given.</param>
    public RouterCollector(RouterTarget target, CollectorServices services, Func<bool>? isOurs = null)
    {
        Target = target;
        _isOurs = isOurs ?? (static () => true);
        _services = services;
        _clock = services.Clock;
        _reader = new RouterReader(_clock);
        _condition = new RouterCondition(_reader);
        _keeper = new RouterKeeper(() => Target, services);
        _seldom = new SeldomReads(target.Id);
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
        if (_figures is { } figures)
        {
            await _keeper.EndAllAsync(figures, _clock.UtcNow(), cancellationToken);
        }

        _services.Network.Remove(Target.Id);
        _services.Feed.Forget(MonitoringTopics.Router(Target.Id));
        _services.Feed.Forget(MonitoringTopics.Interfaces(Target.Id));
        _services.Totals.Touch();
    }

    /// <summary>Another node goes on with this router already: what is not kept yet is its business, and is found by it.</summary>
    public Task AbandonAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    /// <summary>Another collector goes on with this router: breaks off the poll under way and keeps what was found.</summary>
    public async Task HandOverAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        if (_figures is { } figures)
        {
            await _keeper.KeepAllAsync(figures, cancellationToken);
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
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        await _leaving.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    private async Task<(Error? Error, TimeSpan? Retry)> PollAsync(MonitoringSettings settings, CancellationToken ct)
    {
        _figures ??= await RecallAsync(ct);
        var client = _services.Pool.Get(Target.Endpoint);
        var wasOpen = client.State == RouterOsLinkState.Open;
        var now = _clock.UtcNow();
        var sessionsDue = now + (CountersEvery / 2) >= _sessionsDueUtc || _figures.SuspectsChange;
        var poll = await RouterPoll.ReadAsync(_reader, client, PlanOf(sessionsDue), ct);
        if (!_isOurs())
        {
            // The lease ran out meanwhile: another node tells of this router now.
            return (null, null);
        }

        var at = _clock.UtcNow();
        TimeSpan? retry = null;
        if (poll.Error is { } error)
        {
            _sessionsFailed = true;
            retry = _reachability.Failed(at, error.Code, error.Detail, settings.OfflineAfterFailures);
            _services.Logger.LogInformation("Router {Router} could not be read: {Error}", Target, error);
        }
        else
        {
            _reachability.Good(at);
            await RecogniseAsync(NamesOf(poll), poll.Ppp is not null, ct);
            Take(poll, sessionsDue, at);
        }

        Stretch(settings);
        var cost = _cost.Look(client.Cost, at, CountersEvery, SessionsEvery, _countersTook);
        var snapshot = Publish(at, _reachability.State, cost);
        await _keeper.TellAsync(snapshot, ct);
        await _keeper.RelayAsync(ct);
        var sinceLast = _polledAtUtc is { } before && at > before && at - before < CountersEvery * 3 ? at - before : CountersEvery;
        _polledAtUtc = at;
        if (poll.Error is null)
        {
            var facts = new PollFacts(_condition.Health, cost, wasOpen ? poll.Resource.Took : null, CountersEvery, sinceLast, _seldom.SessionLimit, [.. _seldom.Take(), .. _availability.Take()]);
            await _keeper.KeepAsync(_figures, facts, _condition, at, ct);
            await ReadSlowThingsAsync(client, settings, at, ct);
        }
        else
        {
            await _keeper.KeepUnansweredAsync(at, sinceLast, ct);
        }

        return (poll.Error, retry);
    }

    private async Task<RouterFigures> RecallAsync(CancellationToken ct)
    {
        _ownedSinceUtc = _clock.UtcNow();
        return new RouterFigures(Target, await _services.Writer.RecallAsync(Target.Id, ct), _clock);
    }

    // What a plan brought here meanwhile is a line of the portal, not somebody new. Any node may have applied it: the database is asked, not the process.
    private async Task RecogniseAsync(IEnumerable<(AccessService Service, string Username)> names, bool asksForNews, CancellationToken ct)
    {
        var figures = _figures!;
        if (asksForNews)
        {
            var now = _clock.UtcNow();
            figures.Learn(await _services.Writer.OwnedSinceAsync(Target.Id, _ownedSinceUtc - ClocksDiffer, ct));
            _ownedSinceUtc = now;
        }

        var strangers = names.Where(name => !figures.Tracker.Knows(name.Service, name.Username)).ToHashSet();
        if (strangers.Count > 0)
        {
            var owned = await _services.Writer.OwnedNamedAsync(Target.Id, strangers.Select(name => name.Username).ToHashSet(), ct);
            figures.Learn([.. owned.Where(line => strangers.Contains((line.Service, line.Username)))]);
        }
    }

    private static IEnumerable<(AccessService Service, string Username)> NamesOf(PollResult poll) =>
        (RouterPoll.Rows(poll.Ppp) ?? []).Select(row => (AccessService.Pppoe, row.Name))
            .Concat((RouterPoll.Rows(poll.Hotspot) ?? []).Select(row => (AccessService.Hotspot, row.User)))
            .Concat((RouterPoll.Rows(poll.Queues) ?? []).Where(row => ReadSession.AddressOf(row) is not null).Select(row => (AccessService.Static, row.Name)));

    private PollPlan PlanOf(bool sessionsDue) => new(
        PollInterval.Deadline(CountersEvery, _countersTook),
        PollInterval.Deadline(SessionsEvery, _sessionsTook),
        sessionsDue,
        sessionsDue || _figures!.HasHotspot,
        sessionsDue || _figures!.HasStatic,
        _clock.UtcNow() >= _ownInterfacesDueUtc || _services.Feed.WatchedKeys<RouterInterfaces>().Contains(Target.Id));

    private void Take(PollResult poll, bool sessionsDue, DateTime at)
    {
        var boot = _condition.Take(poll.Resource);
        if (boot is not null)
        {
            _figures!.Boots++;
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
            RouterPoll.Rows(poll.Ppp),
            RouterPoll.Rows(poll.Hotspot),
            RouterPoll.Rows(poll.Queues),
            RouterPoll.Rows(poll.Arp),
            RouterPoll.Rows(poll.OwnInterfaces),
            boot,
            _sessionsFailed,
            CountersEvery,
            SessionsEvery);
        if (sessionsDue)
        {
            _sessionsFailed = false;
            _availability.Look(_figures.Tracker.Accesses, id => _services.Shared.IsExpectedElsewhere(Target.Id, id), _figures.CountersAtUtc, SessionsEvery * 3);
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

    private void Stretch(MonitoringSettings settings)
    {
        var counters = TimeSpan.FromSeconds(Target.CountersEverySeconds ?? settings.CountersEverySeconds);
        var sessions = TimeSpan.FromSeconds(Target.SessionsEverySeconds ?? settings.SessionsEverySeconds);
        CountersEvery = PollInterval.Next(counters, _countersTook, _condition.Health?.CpuPercent, settings.BackOffAboveCpuPercent);
        SessionsEvery = PollInterval.Next(sessions, _sessionsTook, _condition.Health?.CpuPercent, settings.BackOffAboveCpuPercent);
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
            _condition.Health,
            _figures?.SessionCount,
            _figures?.DownBitsPerSecond,
            _figures?.UpBitsPerSecond,
            cost);
        var freshFor = CountersEvery * 3;
        _services.Network.Set(_figures?.ToView(snapshot, freshFor, at, _services.Shared) ?? new RouterView { Snapshot = snapshot, FreshFor = freshFor });
        _services.Feed.Publish(MonitoringTopics.Router(Target.Id), snapshot);
        if (_figures?.Interfaces is { } interfaces && state == RouterState.Online)
        {
            _services.Feed.Publish(MonitoringTopics.Interfaces(Target.Id), interfaces);
        }

        _watched.Polled(_figures, state, at);
        _services.Totals.Touch();
        return snapshot;
    }

    private async Task ReadSlowThingsAsync(IRouterOsClient client, MonitoringSettings settings, DateTime at, CancellationToken ct)
    {
        if (!_certificateKnown && client.PresentedCertificateSha256 is { } certificate)
        {
            _certificateKnown = await _keeper.PinAsync(certificate, ct);
        }

        await _condition.ReadSlowThingsAsync(client, at, ct);
        await _seldom.ReadAsync(client, settings, at, ct);
        if (at >= _secretsDueUtc)
        {
            var secrets = await _reader.SecretsAsync(client, ct);
            if (secrets.Result.Succeeded)
            {
                await RecogniseAsync(secrets.Result.Value.Select(s => (AccessService.Pppoe, s.Name)), false, ct);
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
}
