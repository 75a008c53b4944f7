using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>
/// A command that waits for its end. Rows go to the sink on the connection's reader, under a lock, so that once
/// <see cref="Abandon"/> has returned the sink is never touched again.
/// </summary>
internal sealed class PendingReply(int tag, RowSink sink, TimeSpan? silence, TimeSpan? total, long startedAt, bool isStream)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<Result<ReplyDone>> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RowSink? _sink = sink;
    private Error? _trap;
    private ITimer? _timer;
    private bool _ended;

    public int Tag { get; } = tag;

    public bool IsStream { get; } = isStream;

    public TimeSpan? Silence { get; } = silence;

    public TimeSpan? Total { get; } = total;

    public long StartedAt { get; } = startedAt;

    /// <summary>When this command was last heard of; streams are timed by it.</summary>
    public long HeardAt { get; private set; } = startedAt;

    public long Bytes { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The router's <c>!done</c>, also for a command that nobody waits for any more, or the end of the connection.</summary>
    public Task<Result<ReplyDone>> Ended => _end.Task;

    public void StartTimer(TimeProvider timeProvider, TimerCallback check, TimeSpan due)
    {
        lock (_gate)
        {
            if (!_ended)
            {
                _timer?.Dispose();
                _timer = timeProvider.CreateTimer(check, this, due, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void CheckAgainIn(TimeSpan due)
    {
        lock (_gate)
        {
            _timer?.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Returns false when the stream's reader is too slow to take the row.</summary>
    public bool Row(in SentenceView sentence, long now)
    {
        lock (_gate)
        {
            HeardAt = now;
            Bytes += sentence.Length;
            Rows++;
            return _sink?.Take(sentence) ?? true;
        }
    }

    public void Trapped(Error trap)
    {
        // The first trap is the reason; what follows is its echo.
        lock (_gate)
        {
            _trap ??= trap;
        }
    }

    public void Done(string? ret) => End(_trap is null ? new ReplyDone(ret) : _trap);

    public void Fail(Error error) => End(_trap ?? error);

    /// <summary>Rows that still come are dropped; the tag stays taken until the router has said <c>!done</c>.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _sink = null;
        }
    }

    private void End(Result<ReplyDone> result)
    {
        RowSink? last;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            last = _sink;
            _sink = null;
            _timer?.Dispose();
            _timer = null;
        }

        last?.Ended(result.Error);
        _end.TrySetResult(result);
    }
}
