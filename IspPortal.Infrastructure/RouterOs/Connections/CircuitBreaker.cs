using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>
/// When the next dial may be made. After failures the waits grow to a minute; each is cut by up to a quarter at random, so that a
/// hundred routers do not come back in step, and never lengthened, so that retries 2 s and then 3 s after a failure get through.
/// </summary>
internal sealed class CircuitBreaker(TimeProvider timeProvider, Random random)
{
    private static readonly double[] WaitSeconds = [2, 3, 5, 10, 20, 40, 60];

    private readonly Lock _gate = new();
    private Error? _cause;
    private int _failures;
    private int _drops;
    private long _since;
    private TimeSpan _wait;

    /// <summary>How long until a dial is allowed; zero when it is now.</summary>
    public TimeSpan Remaining(out Error? cause)
    {
        lock (_gate)
        {
            cause = _cause;
            if (cause is null)
            {
                return TimeSpan.Zero;
            }

            var remaining = _wait - timeProvider.GetElapsedTime(_since);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <summary>A dial or login failed.</summary>
    public void Failed(Error cause)
    {
        lock (_gate)
        {
            Hold(cause, LongWait(_failures++));
        }
    }

    /// <summary>A connection fell after its login. The first time the wait is short; when no command succeeds in between it grows as for dials.</summary>
    public void Dropped(Error cause)
    {
        lock (_gate)
        {
            Hold(cause, _drops == 0 ? TimeSpan.FromMilliseconds(100 + (random.NextDouble() * 300)) : LongWait(_drops - 1));
            _drops++;
        }
    }

    /// <summary>The router answered a command.</summary>
    public void Worked()
    {
        lock (_gate)
        {
            _failures = 0;
            _drops = 0;
            _cause = null;
        }
    }

    private TimeSpan LongWait(int before) =>
        TimeSpan.FromSeconds(WaitSeconds[Math.Min(before, WaitSeconds.Length - 1)] * (0.75 + (random.NextDouble() * 0.2)));

    private void Hold(Error cause, TimeSpan wait)
    {
        _cause = cause;
        _since = timeProvider.GetTimestamp();
        _wait = wait;
    }
}
