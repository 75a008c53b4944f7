using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Sessions;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Keeps what the polls of one router found. Nothing of it may stop the next poll: what the database does not take now, it takes next time.</summary>
internal sealed class RouterKeeper(Func<RouterTarget> target, CollectorServices services)
{
    private static readonly TimeSpan HealthEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TurnPatience = TimeSpan.FromMilliseconds(500);

    private SampleKeeper? _samples;
    private DateTime _healthDueUtc;

    private Guid RouterId => target().Id;

    private SampleKeeper Samples => _samples ??= new SampleKeeper(RouterId, services.Series);

    /// <summary>Tells those who watch routers of a poll, good or bad.</summary>
    public Task TellAsync(RouterSnapshot snapshot, CancellationToken ct) => TryAsync("tell who watches routers", async () =>
    {
        foreach (var observer in services.Observers)
        {
            await observer.PolledAsync(snapshot, ct);
        }
    });

    /// <summary>Leaves the view of this poll for other nodes, if there are any.</summary>
    public Task RelayAsync(CancellationToken ct) => TryAsync("pass the view on", () => services.Network.Find(RouterId) is { } view ? services.Relay.SendAsync(view, ct) : Task.CompletedTask);

    /// <summary>Keeps a good poll: who came and went, what was counted, and now and then the router's condition.</summary>
    public async Task KeepAsync(RouterFigures figures, PollFacts facts, RouterCondition condition, DateTime atUtc, CancellationToken ct)
    {
        await TryAsync("keep sessions", async () =>
        {
            // Whose turn has not come writes after its next poll: a queue of writers must not make polls late.
            await WriteChangesAsync(figures, TurnPatience, ct);
            List<SessionBytes> due = [.. figures.Tracker.Sessions.Where(s => s.TakeBytesDue(atUtc, services.KeepBytesEvery)).Select(s => s.ToBytes())];
            if (due.Count > 0)
            {
                await services.Writer.KeepBytesAsync(RouterId, due, ct);
            }
        });
        await TryAsync("keep samples", () => Samples.KeepAsync(PollBatch.Of(target(), figures, facts), figures, ct));
        if (atUtc >= _healthDueUtc && condition is { ConstantsKnown: true, Health: { } health })
        {
            _healthDueUtc = atUtc + HealthEvery;
            await TryAsync("keep the router's condition", () => services.Writer.KeepHealthAsync(RouterId, health, ct));
        }
    }

    /// <summary>Keeps that a poll was not answered.</summary>
    public Task KeepUnansweredAsync(DateTime atUtc, TimeSpan interval, CancellationToken ct) =>
        TryAsync("keep samples", () => Samples.KeepAsync(PollBatch.Unanswered(target(), atUtc, interval), ct));

    /// <summary>Keeps all that is not kept yet: this collector reads no more, another goes on.</summary>
    public Task KeepAllAsync(RouterFigures figures, CancellationToken ct) => TryAsync("keep sessions", async () =>
    {
        await WriteChangesAsync(figures, Timeout.InfiniteTimeSpan, ct);
        await services.Writer.KeepBytesAsync(RouterId, [.. figures.Tracker.Sessions.Where(s => s.Down.Total is not null).Select(s => s.ToBytes())], ct);
    });

    /// <summary>The router is polled no more: its open sessions end.</summary>
    public Task EndAllAsync(RouterFigures figures, DateTime atUtc, CancellationToken ct) => TryAsync("end the sessions", async () =>
    {
        figures.Tracker.EndAll(atUtc, SessionEndReason.NoLongerPolled);
        await WriteChangesAsync(figures, Timeout.InfiniteTimeSpan, ct);
    });

    /// <summary>Pins the router's certificate; false when that failed and is to be tried again.</summary>
    public async Task<bool> PinAsync(string certificateSha256, CancellationToken ct)
    {
        var pinned = false;
        await TryAsync("pin the certificate", async () =>
        {
            await services.Writer.PinCertificateAsync(RouterId, certificateSha256, ct);
            pinned = true;
        });
        return pinned;
    }

    private async Task WriteChangesAsync(RouterFigures figures, TimeSpan patience, CancellationToken ct)
    {
        if (!figures.Tracker.Changes.IsEmpty)
        {
            await services.Writer.TryWriteAsync(RouterId, figures.Tracker.Changes, patience, ct);
        }
    }

    private async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            services.Logger.LogError(exception, "Could not {What} of router {Router}; polling goes on", what, target().Name);
        }
    }
}
