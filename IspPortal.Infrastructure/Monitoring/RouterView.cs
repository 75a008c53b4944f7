using System.Collections.Frozen;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>Everything live about one router at one moment. Replaced whole by its collector; readers never wait.</summary>
internal sealed record RouterView
{
    public required RouterSnapshot Snapshot { get; init; }

    /// <summary>How long the figures stay fresh after a good poll.</summary>
    public required TimeSpan FreshFor { get; init; }

    /// <summary>When another node, which polls this router, was last heard of it; null when it is polled here.</summary>
    public DateTime? HeardAtUtc { get; init; }

    /// <summary>The sessions of the last good poll, in an order that only changes when sessions come and go.</summary>
    public LiveSession[] Sessions { get; init; } = [];

    /// <summary>Where in <see cref="Sessions"/> an access is.</summary>
    public FrozenDictionary<Guid, int> IndexOfAccess { get; init; } = FrozenDictionary<Guid, int>.Empty;

    /// <summary>When sessions were last read, or null when never.</summary>
    public DateTime? SessionsReadAtUtc { get; init; }

    /// <summary>Accesses that should be online, or null while the secrets were not read.</summary>
    public int? ExpectedSessions { get; init; }

    public RouterInterfaces? Interfaces { get; init; }

    public IReadOnlyList<SessionRow> Busiest { get; init; } = [];

    public IReadOnlyList<SessionRow> Newest { get; init; } = [];

    public IReadOnlyList<RateChange> Changes { get; init; } = [];

    public static FrozenDictionary<Guid, int> IndexOf(IEnumerable<Guid> accessIds)
    {
        var index = new Dictionary<Guid, int>();
        var i = 0;
        foreach (var id in accessIds)
        {
            index.TryAdd(id, i++);
        }

        return index.ToFrozenDictionary();
    }

    public bool IsFreshAt(DateTime nowUtc) => (HeardAtUtc is null || HeardAtUtc > nowUtc - FreshFor)
        && (Snapshot.State == RouterState.Online || (Snapshot.State == RouterState.Warning && Snapshot.LastGoodPollAtUtc > nowUtc - FreshFor));

    /// <summary>The row as it may be shown now: without rates and marked stale when the router does not answer.</summary>
    public SessionRow Show(SessionRow row, DateTime nowUtc) =>
        IsFreshAt(nowUtc) ? row : row with { DownBitsPerSecond = null, UpBitsPerSecond = null, IsStale = true };

    public SessionRow? SessionOf(Guid accessId, DateTime nowUtc) =>
        IndexOfAccess.TryGetValue(accessId, out var index) && index < Sessions.Length ? Show(Sessions[index].Row, nowUtc) : null;

    /// <summary>One session of an access, which may have several, as last read.</summary>
    public SessionRow? LastOf(Guid accessId, Guid sessionId)
    {
        if (!IndexOfAccess.TryGetValue(accessId, out var first))
        {
            return null;
        }

        // The sessions are in the order of their usernames: those of one access lie together.
        for (var i = first; i < Sessions.Length && string.Equals(Sessions[i].Row.Username, Sessions[first].Row.Username, StringComparison.OrdinalIgnoreCase); i++)
        {
            if (Sessions[i].Row.SessionId == sessionId)
            {
                return Sessions[i].Row;
            }
        }

        return null;
    }
}
