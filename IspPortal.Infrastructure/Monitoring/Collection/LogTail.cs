using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>The end of one router's log while somebody watches: the last lines once, then what comes.</summary>
internal sealed class LogTail(Func<RouterTarget> target, CollectorServices services) : IAsyncDisposable
{
    private const int MostLines = 200;
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock = services.Clock;
    private readonly Lock _gate = new();
    private readonly Queue<RouterLogLine> _lines = new();
    private CancellationTokenSource? _watching;
    private Task _tailing = Task.CompletedTask;
    private int _pending;
    private bool _disposed;

    /// <summary>Somebody began or ceased to watch.</summary>
    public void Changed()
    {
        var watched = services.Feed.WatchedKeys<RouterLogTail>().Contains(target().Id);
        lock (_gate)
        {
            if (watched && _watching is null && !_disposed)
            {
                var watching = _watching = new CancellationTokenSource();
                var before = _tailing;
                _tailing = Task.Run(() => TailAsync(before, watching), CancellationToken.None);
            }
            else if (!watched && _watching is not null)
            {
                _watching.Cancel();
                _watching = null;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task tailing;
        lock (_gate)
        {
            _disposed = true;
            _watching?.Cancel();
            _watching = null;
            tailing = _tailing;
        }

        await tailing;
    }

    private async Task TailAsync(Task before, CancellationTokenSource watching)
    {
        await before;
        using (watching)
        {
            try
            {
                while (true)
                {
                    await TailOnceAsync(watching.Token);
                    await Task.Delay(RetryAfter, _clock, watching.Token);
                }
            }
            catch (OperationCanceledException)
            {
                services.Feed.Forget(MonitoringTopics.Log(target().Id));
            }
        }
    }

    private async Task TailOnceAsync(CancellationToken ct)
    {
        var client = services.Pool.Get(target().Endpoint);
        var opened = await client.OpenStreamAsync(new RouterOsCommand("/log/listen"), ct);
        if (!opened.Succeeded)
        {
            return;
        }

        await using var stream = opened.Value;
        var old = await client.PrintAsync(new RouterOsCommand("/log/print").Proplist(".id", "time", "topics", "message"), ct);
        if (!old.Succeeded)
        {
            return;
        }

        lock (_gate)
        {
            _lines.Clear();
        }

        // A line that is both printed and announced is shown once.
        var printed = old.Value.Select(r => r.Id).ToHashSet();
        foreach (var row in old.Value.TakeLast(MostLines))
        {
            Add(row);
        }

        Publish();
        await foreach (var row in stream.WithCancellation(ct))
        {
            if (!row.IsDead && (row.Id is null || !printed.Contains(row.Id)))
            {
                Add(row);
                PublishSoon(ct);
            }
        }
    }

    private void Add(RouterOsRow row)
    {
        lock (_gate)
        {
            _lines.Enqueue(new RouterLogLine(_clock.UtcNow(), row["time"] ?? string.Empty, row["topics"] ?? string.Empty, row["message"] ?? string.Empty));
            while (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }
    }

    private void PublishSoon(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _pending, 1) == 0)
        {
            _ = Task.Delay(Coalesce, _clock, ct).ContinueWith(
                delay =>
                {
                    Interlocked.Exchange(ref _pending, 0);
                    if (delay.IsCompletedSuccessfully)
                    {
                        Publish();
                    }
                },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default);
        }
    }

    private void Publish()
    {
        RouterLogTail tail;
        lock (_gate)
        {
            tail = new RouterLogTail(target().Id, [.. _lines]);
        }

        services.Feed.Publish(MonitoringTopics.Log(target().Id), tail);
    }
}
