using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Series;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>Sums the routers up after polls: at most five times a second for screens, every ten seconds for history.</summary>
internal sealed class TotalsPublisher(LiveNetwork network, ILiveFeed feed, ISeriesStore series, TimeProvider clock, ILogger<TotalsPublisher> logger) : IDisposable
{
    private const int Top = 10;
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan HistoryEvery = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private DateTime? _lastHistoryUtc;
    private int _pending;

    /// <summary>Whether this node keeps the network's history. Of several nodes, which all know the totals, one does.</summary>
    public bool KeepsHistory { get; set; } = true;

    /// <summary>Something changed: totals follow within the coalescing time.</summary>
    public void Touch()
    {
        if (Interlocked.Exchange(ref _pending, 1) == 0)
        {
            _ = PublishSoonAsync();
        }
    }

    public NetworkTotals Sum()
    {
        var now = clock.UtcNow();
        long? down = null, up = null;
        int? online = null, expected = null;
        var unknown = 0;
        var states = new int[5];
        var lines = new List<RouterLine>();
        var busiest = new List<SessionRow>();
        var newest = new List<SessionRow>();
        var changes = new List<RateChange>();
        foreach (var view in network.Views)
        {
            var snapshot = view.Snapshot;
            var fresh = view.IsFreshAt(now);
            states[(int)snapshot.State]++;
            if (fresh)
            {
                down = Plus(down, snapshot.DownBitsPerSecond);
                up = Plus(up, snapshot.UpBitsPerSecond);
                online = snapshot.Sessions is { } live ? (online ?? 0) + live : online;
                busiest.AddRange(view.Busiest);
                newest.AddRange(view.Newest);
                changes.AddRange(view.Changes);
            }
            else
            {
                unknown += snapshot.Sessions ?? 0;
            }

            expected = view.ExpectedSessions is { } due ? (expected ?? 0) + due : expected;
            lines.Add(new RouterLine(
                snapshot.RouterId,
                snapshot.Name,
                snapshot.State,
                snapshot.Sessions,
                fresh ? snapshot.DownBitsPerSecond : null,
                fresh ? snapshot.UpBitsPerSecond : null,
                fresh ? snapshot.Health?.CpuPercent : null,
                snapshot.LastGoodPollAtUtc));
        }

        return new NetworkTotals(
            now,
            down,
            up,
            online,
            expected,
            unknown,
            states[(int)RouterState.Online],
            states[(int)RouterState.Warning],
            states[(int)RouterState.Offline],
            states[(int)RouterState.Unknown],
            [.. lines.OrderByDescending(l => l.DownBitsPerSecond ?? -1).ThenBy(l => l.Name, StringComparer.OrdinalIgnoreCase)],
            [.. busiest.OrderByDescending(s => s.DownBitsPerSecond ?? -1).ThenBy(s => s.AccessId).Take(Top)],
            [.. changes.OrderByDescending(c => Math.Abs(c.NowBitsPerSecond - c.BeforeBitsPerSecond)).ThenBy(c => c.AccessId).Take(Top)],
            [.. newest.OrderByDescending(s => s.StartedAtUtc).ThenBy(s => s.AccessId).Take(Top)]);
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private static long? Plus(long? sum, long? value) => value is null ? sum : (sum ?? 0) + value;

    private async Task PublishSoonAsync()
    {
        try
        {
            await Task.Delay(Coalesce, clock, _stopping.Token);
            Interlocked.Exchange(ref _pending, 0);
            var totals = Sum();
            feed.Publish(MonitoringTopics.Totals, totals);
            if (KeepsHistory && HistoryInterval(totals.AsOfUtc) is { } interval)
            {
                await AppendAsync(totals, interval);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The portal stops.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The totals could not be published or kept");
        }
    }

    private TimeSpan? HistoryInterval(DateTime now)
    {
        lock (_gate)
        {
            var since = _lastHistoryUtc is { } last ? now - last : HistoryEvery;
            if (since < HistoryEvery)
            {
                return null;
            }

            _lastHistoryUtc = now;

            // After a standstill only the last stretch was seen.
            return since < HistoryEvery * 3 ? since : HistoryEvery;
        }
    }

    private async Task AppendAsync(NetworkTotals totals, TimeSpan interval)
    {
        var samples = new List<SeriesSample>(3);
        Add(Metric.DownBytes, totals.DownBitsPerSecond / 8.0 * interval.TotalSeconds);
        Add(Metric.UpBytes, totals.UpBitsPerSecond / 8.0 * interval.TotalSeconds);
        Add(Metric.Sessions, totals.OnlineSessions);
        await series.AppendAsync(new SeriesBatch(Guid.Empty, totals.AsOfUtc, samples), _stopping.Token);

        void Add(Metric metric, double? value)
        {
            if (value is { } known)
            {
                samples.Add(new SeriesSample(SeriesSubject.Network, metric, known, interval));
            }
        }
    }
}
