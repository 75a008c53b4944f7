using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// How much of the time that a router's sessions were read each line had one. Every five minutes it gives a sample per line: what was not read is in
/// none of them.
/// </summary>
internal sealed class AvailabilityTally
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ExpectedAfterSeen = TimeSpan.FromDays(7);

    private readonly Dictionary<Guid, TimeSpan> _online = [];
    private readonly HashSet<Guid> _lines = [];
    private TimeSpan _read;
    private DateTime? _lookedAtUtc;

    /// <summary>Takes a good read of the sessions.</summary>
    /// <param name="accesses">All lines of the router.</param>
    /// <param name="isElsewhere">Whether a line is another router's business.</param>
    /// <param name="atUtc">When the read was complete.</param>
    /// <param name="longest">Reads further apart say nothing of what lies between.</param>
    public void Look(IEnumerable<TrackedAccess> accesses, Func<Guid, bool> isElsewhere, DateTime atUtc, TimeSpan longest)
    {
        var since = _lookedAtUtc is { } before && atUtc > before && atUtc - before <= longest ? atUtc - before : TimeSpan.Zero;
        _lookedAtUtc = atUtc;
        if (since == TimeSpan.Zero)
        {
            return;
        }

        _read += since;
        foreach (var access in accesses)
        {
            if (access.OpenSessions > 0)
            {
                _lines.Add(access.Id);
                _online[access.Id] = _online.GetValueOrDefault(access.Id) + since;
            }
            else if (IsExpected(access, atUtc) && !isElsewhere(access.Id))
            {
                _lines.Add(access.Id);
            }
        }
    }

    /// <summary>What is due.</summary>
    public IReadOnlyList<SeriesSample> Take()
    {
        if (_read < Every)
        {
            return [];
        }

        var samples = _lines.Select(id => new SeriesSample(
            SeriesSubject.Access(id), Metric.OnlinePercent, Math.Round(100 * (_online.GetValueOrDefault(id) / _read), 2), _read)).ToList();
        _read = TimeSpan.Zero;
        _online.Clear();
        _lines.Clear();
        return samples;
    }

    // A line that is switched off owes nobody anything; one without a secret to ask counts while it was seen lately.
    private static bool IsExpected(TrackedAccess access, DateTime atUtc) =>
        access.Enabled ?? (access.Service != AccessService.Pppoe || access.LastSeenAtUtc > atUtc - ExpectedAfterSeen);
}
