namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>Spreads work over time as a router's CPU would: rows per second over all connections, or requests per second after a burst.</summary>
internal sealed class RowPacer(double perSecond, double burst)
{
    private readonly Lock _gate = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private long _freeAtTicks = long.MinValue / 2;

    /// <summary>Waits until the router has had the time for that much work; never when unlimited.</summary>
    public Task SpendAsync(int amount, CancellationToken cancellationToken)
    {
        if (perSecond <= 0 || amount == 0)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (_gate)
        {
            // The wire runs on real time even where a test moves the world's clock.
            var now = TimeProvider.System.GetElapsedTime(_start).Ticks;
            var earliest = now - (long)(burst / perSecond * TimeSpan.TicksPerSecond);
            _freeAtTicks = Math.Max(_freeAtTicks, earliest) + (long)(amount / perSecond * TimeSpan.TicksPerSecond);
            wait = TimeSpan.FromTicks(_freeAtTicks - now);
        }

        return wait > TimeSpan.FromMilliseconds(2) ? Task.Delay(wait, cancellationToken) : Task.CompletedTask;
    }
}
