namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Spaces requests to one router evenly. The rate may change while it is used.</summary>
internal sealed class RequestBudget(Func<double> perSecond, TimeProvider clock)
{
    // What was not asked for while a batch was read and noted is made up, so much at most: a second never sees more than a tenth above the rate.
    private static readonly TimeSpan MadeUp = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private DateTimeOffset _next = clock.GetUtcNow();

    /// <summary>Waits until the next request may go out.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var earliest = now - MadeUp;
            _next = _next < earliest ? earliest : _next;
            wait = _next - now;
            _next += TimeSpan.FromSeconds(1 / perSecond());
        }

        // Timers are coarse: short waits are let go and made up by a longer one.
        return wait < TimeSpan.FromMilliseconds(15) ? Task.CompletedTask : Task.Delay(wait, clock, cancellationToken);
    }
}
