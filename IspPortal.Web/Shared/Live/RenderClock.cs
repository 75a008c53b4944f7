namespace IspPortal.Web.Shared.Live;

/// <summary>One tick a second for everything in a circuit that shows time passing; it runs only while something listens.</summary>
internal sealed class RenderClock(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];
    private ITimer? _timer;

    public int ListenerCount
    {
        get
        {
            lock (_gate)
            {
                return _listeners.Count;
            }
        }
    }

    /// <summary>Calls <paramref name="tick"/> each second until the answer is disposed.</summary>
    public IDisposable OnTick(Func<Task> tick)
    {
        var listener = new Listener(this, tick);
        lock (_gate)
        {
            _listeners.Add(listener);
            _timer ??= time.CreateTimer(_ => Tick(), null, Interval, Interval);
        }

        return listener;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _listeners.Clear();
            StopIfUnused();
        }
    }

    private void Tick()
    {
        Listener[] listeners;
        lock (_gate)
        {
            listeners = [.. _listeners];
        }

        foreach (var listener in listeners)
        {
            _ = listener.Tick();
        }
    }

    private void Remove(Listener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
            StopIfUnused();
        }
    }

    private void StopIfUnused()
    {
        if (_listeners.Count == 0)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private sealed class Listener(RenderClock clock, Func<Task> tick) : IDisposable
    {
        public Task Tick() => tick();

        public void Dispose() => clock.Remove(this);
    }
}
