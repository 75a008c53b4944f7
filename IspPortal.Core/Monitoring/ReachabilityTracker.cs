using IspPortal.Core.Network.Routers;

namespace IspPortal.Core.Monitoring;

/// <summary>What the outcomes of polls say of a router. Not thread-safe: one collector owns it.</summary>
internal sealed class ReachabilityTracker
{
    // A failed poll is tried again 2 s and 5 s after the first failure; after that the router is left to its rhythm.
    private static readonly TimeSpan[] Retries = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)];

    public RouterState State { get; private set; } = RouterState.Unknown;

    public DateTime SinceUtc { get; private set; }

    public int FailuresInARow { get; private set; }

    /// <summary>Stable code of the failure while not online.</summary>
    public string? ErrorCode { get; private set; }

    public string? ErrorDetail { get; private set; }

    public DateTime? LastGoodAtUtc { get; private set; }

    public void Start(DateTime atUtc) => SinceUtc = atUtc;

    public void Good(DateTime atUtc)
    {
        FailuresInARow = 0;
        ErrorCode = null;
        ErrorDetail = null;
        LastGoodAtUtc = atUtc;
        Enter(RouterState.Online, atUtc);
    }

    /// <summary>Notes a failed poll; gives the wait before the next try, or null for the usual rhythm.</summary>
    public TimeSpan? Failed(DateTime atUtc, string code, string? detail, int offlineAfter)
    {
        FailuresInARow++;
        ErrorCode = code;
        ErrorDetail = detail;
        if (State == RouterState.Offline || FailuresInARow >= offlineAfter)
        {
            Enter(RouterState.Offline, atUtc);
        }
        else
        {
            Enter(RouterState.Warning, atUtc);
        }

        return FailuresInARow <= Retries.Length && State != RouterState.Offline ? Retries[FailuresInARow - 1] : null;
    }

    private void Enter(RouterState state, DateTime atUtc)
    {
        if (State != state)
        {
            State = state;
            SinceUtc = atUtc;
        }
    }
}
