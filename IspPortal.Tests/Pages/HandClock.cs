namespace IspPortal.Tests.Pages;

/// <summary>A clock that stands still until it is moved; its timers fire while it moves.</summary>
internal sealed class HandClock(DateTime startUtc) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HandTimer> _timers = [];
    private DateTimeOffset _now = new(startUtc);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Moves on second by second, firing what is due.</summary>
    public void Advance(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _now = _now.AddSeconds(1);
            HandTimer[] timers;
            lock (_gate)
            {
                timers = [.. _timers];
            }

            foreach (var timer in timers)
            {
                timer.FireIfDue(_now);
            }
        }
    }

    private sealed class HandTimer(HandClock clock, Action fire) : ITimer
    {
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            _period = period;
            return true;
        }

        public void FireIfDue(DateTimeOffset now)
        {
            if (_due is not { } due || due > now)
            {
                return;
            }

            _due = _period == Timeout.InfiniteTimeSpan ? null : due + _period;
            fire();
        }

        public void Dispose()
        {
            _due = null;
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
