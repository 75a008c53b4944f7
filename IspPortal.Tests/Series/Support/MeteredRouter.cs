using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Tests.Series.Support;

/// <summary>
/// A router of lines that redial and lie idle, whose counters follow from the number of the poll alone, and the portal's part that polls it. A new one is a
/// portal that was started anew over the same store.
/// </summary>
internal sealed class MeteredRouter(Guid routerId, int lines, DateTime startUtc, TimeSpan every)
{
    private readonly Dictionary<string, TrackedSession> _sessions = [];
    private SessionMeter? _meter;

    public static Guid AccessId(int line) => new(line + 1, 7, 7, [7, 7, 7, 7, 7, 7, 7, 7]);

    public DateTime AtUtc(long poll) => startUtc + (every * poll);

    /// <summary>The session of a line at a poll: which one it is, its first poll and its counters; null while the line is down.</summary>
    public (int Number, long FirstPoll, long Down, long Up)? SessionAt(int line, long poll)
    {
        // Every line redials at a pace of its own, and is down for a poll in between.
        var length = 17 + (line * 5 % 61);
        var (number, into) = ((int)(poll / length), poll % length);
        return into == length - 1 ? null : (number, number * (long)length, (into + 1) * (1_000L + (line * 37 % 500)) * (line % 9 == 0 ? 0 : 90), (into + 1) * (100L + line));
    }

    /// <summary>Takes a poll into the store, as a portal does.</summary>
    public async Task<bool> PollAsync(ISeriesStore store, long poll, CancellationToken token, DateTime? clockUtc = null)
    {
        var atUtc = clockUtc ?? AtUtc(poll);
        _meter ??= new SessionMeter(await store.RecallCountersAsync(routerId, token));
        var (live, looks, samples) = (new List<TrackedSession>(), new List<SessionLook>(), new List<SeriesSample>());
        for (var line = 0; line < lines; line++)
        {
            if (SessionAt(line, poll) is not { } now)
            {
                continue;
            }

            var mark = $"{line:x}-{now.Number:x}";
            if (!_sessions.TryGetValue(mark, out var session))
            {
                _sessions[mark] = session = Session(line, mark, AtUtc(now.FirstPoll));
            }

            var (down, up) = session.Look(now.Down, now.Up, atUtc, now.Number, every * 3);
            live.Add(session);
            looks.Add(new SessionLook(session, now.Down, now.Up, down, up));
            Add(samples, line, Metric.DownBytes, down);
            Add(samples, line, Metric.UpBytes, up);
        }

        foreach (var gone in _sessions.Keys.Except(live.Select(s => s.Identity.Mark)).ToList())
        {
            _sessions.Remove(gone);
        }

        samples.Add(new SeriesSample(SeriesSubject.Router(routerId), Metric.Sessions, live.Count, every));
        var atMs = ChartStep.ToMs(atUtc);
        var metered = _meter.Meter(atMs, live, looks);
        var stored = await store.AppendAsync(new SeriesBatch(routerId, atUtc, samples) { Metered = metered }, token);
        if (stored)
        {
            _meter.Stored(atMs, metered, samples);
        }
        else
        {
            _meter = null;
        }

        return stored;
    }

    /// <summary>What those polls that were stored read of each session in the end, by line: what usage must say to the byte.</summary>
    public Dictionary<Guid, (long Down, long Up)> Totals(IEnumerable<long> stored)
    {
        var last = new Dictionary<(int Line, int Number), (long Down, long Up)>();
        var first = true;
        var before = new Dictionary<int, (long Down, long Up)>();
        foreach (var poll in stored.Order())
        {
            for (var line = 0; line < lines; line++)
            {
                if (SessionAt(line, poll) is { } session)
                {
                    last[(line, session.Number)] = (session.Down, session.Up);
                    if (first)
                    {
                        // What a session moved before the portal first saw the router is nobody's usage.
                        before[line] = (session.Down, session.Up);
                    }
                }
            }

            first = false;
        }

        return last.GroupBy(s => s.Key.Line).ToDictionary(
            g => AccessId(g.Key),
            g => (g.Sum(s => s.Value.Down) - before.GetValueOrDefault(g.Key).Down, g.Sum(s => s.Value.Up) - before.GetValueOrDefault(g.Key).Up));
    }

    private static TrackedSession Session(int line, string mark, DateTime startedUtc)
    {
        var access = new TrackedAccess { Id = AccessId(line), Service = AccessService.Pppoe, Username = $"line{line}", FirstSeenAtUtc = startedUtc };
        return new TrackedSession(AccessId(line), access, new ReadSession(AccessService.Pppoe, access.Username, mark, "pppoe", null, null, TimeSpan.Zero, null, null), startedUtc);
    }

    private static void Add(List<SeriesSample> samples, int line, Metric metric, CounterStep? step)
    {
        if (step is { Kind: CounterStepKind.Grew or CounterStepKind.Wrapped, Amount: { } amount } known)
        {
            samples.Add(new SeriesSample(SeriesSubject.Access(AccessId(line)), metric, amount, known.Interval));
        }
    }
}
