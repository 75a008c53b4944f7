namespace IspPortal.Web.Shared.Live;

/// <summary>
/// How often a live component may show news before the tick of its clock: once a second on the whole, and a few times in a row after quiet seconds, because
/// the routers of a small network answer within a second and are then silent for the rest of their interval.
/// </summary>
internal sealed class RenderAllowance(TimeProvider time)
{
    /// <summary>So many at once, at most.</summary>
    public const int InARow = 4;

    private readonly Lock _gate = new();
    private double _left;
    private long _countedAt = time.GetTimestamp();

    /// <summary>Whether news may be shown now. It takes nothing: <see cref="Use"/> does, when something was shown.</summary>
    public bool Allows
    {
        get
        {
            lock (_gate)
            {
                Count();
                return _left >= 1;
            }
        }
    }

    /// <summary>Something was shown, by the tick or before it.</summary>
    public void Use()
    {
        lock (_gate)
        {
            Count();
            _left = Math.Max(0, _left - 1);
        }
    }

    private void Count()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(InARow, _left + (time.GetElapsedTime(_countedAt, now) / RenderClock.Interval));
        _countedAt = now;
    }
}
