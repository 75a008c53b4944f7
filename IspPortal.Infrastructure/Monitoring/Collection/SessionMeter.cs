using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Says what each session's counters grew since the last poll that is stored, so that what flowed while nobody could read it counts once and nothing counts
/// twice. The book is that of the journal: a poll that could not be stored never was, and the next one counts from the one before.
/// </summary>
internal sealed class SessionMeter
{
    /// <summary>How far two reads of one session's start may differ: uptimes come in whole seconds.</summary>
    private const long StartToleranceMs = 30_000;

    /// <summary>Less than this is the time an answer takes.</summary>
    private const long ShortestUnseenMs = 2_000;

    /// <summary>Polls that lie further apart leave a gap; between two that do not, a session ends at some time or other.</summary>
    private const long LongestUsualMs = 60_000;

    private const char MarkOfStatic = 's';

    private readonly CounterBook<Guid> _book;
    private readonly bool _fromTheStart;
    private long _firstMs;

    /// <summary>Goes on counting where the journal ends.</summary>
    /// <param name="book">What the journal has of this router, or null when it never told of a session: then counting begins with what is read first.</param>
    public SessionMeter(CounterBook<Guid>? book)
    {
        _book = book ?? new CounterBook<Guid>();
        _fromTheStart = book is null;
    }

    /// <summary>The poll as it is stored.</summary>
    /// <param name="atMs">When it was read.</param>
    /// <param name="live">All sessions that live.</param>
    /// <param name="looks">Those whose counters were read.</param>
    public MeteredSessions Meter(long atMs, IReadOnlyCollection<TrackedSession> live, IReadOnlyCollection<SessionLook> looks)
    {
        // A clock that was set back would put this poll before those it follows: it names everybody, and stands for itself.
        var whole = atMs <= _book.AtMs;
        var marks = new Dictionary<string, TrackedSession>();
        foreach (var session in live)
        {
            marks[MarkOf(session)] = session;
        }

        var looked = looks.GroupBy(static l => l.Session.Access.Id).ToDictionary(static g => g.Key, static g => g.Count());
        var read = looks.Select(static l => l.Session).ToHashSet();
        var entries = new List<CounterEntry<Guid>>();
        var lost = new Dictionary<Guid, long>();
        foreach (var (mark, access, counters) in _book.Sessions)
        {
            if (!marks.TryGetValue(mark, out var session) && mark[0] != MarkOfStatic)
            {
                entries.Add(new CounterEntry<Guid>(access, mark, null, 0, 0, 0));
                if (atMs - counters.ReadAtMs > LongestUsualMs)
                {
                    lost[access] = counters.ReadAtMs;
                }
            }
            else if (whole && (session is null || !read.Contains(session)))
            {
                entries.Add(new CounterEntry<Guid>(access, mark, counters, 0, 0, 0));
            }
        }

        foreach (var look in looks)
        {
            if (EntryOf(look, atMs, lost, whole || looked[look.Session.Access.Id] > 1) is { } entry)
            {
                entries.Add(entry);
            }
        }

        // The rule of the book is by access: once one of its sessions is told, all of them are.
        var told = entries.Select(static e => e.Access).ToHashSet();
        var named = entries.Select(static e => e.Mark).ToHashSet();
        entries.AddRange(looks
            .Where(l => told.Contains(l.Session.Access.Id) && !named.Contains(MarkOf(l.Session)))
            .Select(l => EntryOf(l, atMs, lost, always: true)!.Value)
            .ToList());
        return new MeteredSessions(_book.Sequence + 1, whole, entries);
    }

    /// <summary>The poll is stored: what follows counts from here.</summary>
    public void Stored(long atMs, MeteredSessions metered, IEnumerable<SeriesSample> samples)
    {
        _firstMs = _book.Sequence == 0 ? atMs : _firstMs;
        _book.Apply(
            metered.Sequence,
            atMs,
            metered.IsWhole,
            metered.Entries,
            samples.Where(static s => s.Subject.Kind == SeriesSubjectKind.Access && s.Metric is Metric.DownBytes or Metric.UpBytes)
                .Select(static s => (s.Subject.Id, s.Metric, (long)s.Value)));
    }

    private static string MarkOf(TrackedSession session) => session.Identity.Service switch
    {
        AccessService.Static => MarkOfStatic,
        AccessService.Hotspot => 'h',
        _ => 'p',
    } + session.Identity.Mark;

    private CounterEntry<Guid>? EntryOf(SessionLook look, long atMs, Dictionary<Guid, long> lost, bool always)
    {
        var session = look.Session;
        var mark = MarkOf(session);
        var isStatic = mark[0] == MarkOfStatic;
        var started = ToMs(session.StartedAtUtc);
        var (downSample, upSample) = (SampleOf(look.DownStep), SampleOf(look.UpStep));
        var known = _book.Find(mark) is { } found && (isStatic || IsSame(found.Counters, look, started)) ? found : ((Guid Access, SessionCounters Counters)?)null;

        // Who is not in the book began after the last poll, unless he is older than the first; a queue may be older than that.
        var counts = known is not null || (!isStatic && !(_fromTheStart && (_book.Sequence == 0 || started < _firstMs - StartToleranceMs)));

        // Who had a session before a gap and has another after it was online for all that is known of it.
        var unread = counts ? lost.GetValueOrDefault(session.Access.Id, Math.Min(started, atMs)) : atMs;
        var before = known?.Counters ?? new SessionCounters(started, unread, 0, 0);
        var moreDown = counts ? Growth(before.Down, look.Down, look.DownStep) - downSample : 0;
        var moreUp = counts ? Growth(before.Up, look.Up, look.UpStep) - upSample : 0;
        var seen = look.DownStep is { Kind: CounterStepKind.Grew or CounterStepKind.Wrapped } step ? (long)step.Interval.TotalMilliseconds : 0;
        var unseen = Math.Max(0, atMs - before.ReadAtMs - seen);
        unseen = unseen < ShortestUnseenMs ? 0 : unseen;
        return !always && known is { } same && same.Access == session.Access.Id && moreDown == 0 && moreUp == 0 && unseen == 0 && _book.SessionsOf(same.Access) == 1
            ? null
            : new CounterEntry<Guid>(session.Access.Id, mark, new SessionCounters(known?.Counters.StartedAtMs ?? started, atMs, look.Down, look.Up), moreDown, moreUp, unseen);
    }

    private static long Growth(long before, long now, CounterStep? step) => step switch
    {
        { Kind: CounterStepKind.Wrapped, Amount: { } amount } => amount,
        { Kind: CounterStepKind.Restarted } => now,
        _ => now >= before ? now - before : now,
    };

    private static long SampleOf(CounterStep? step) => step is { Kind: CounterStepKind.Grew or CounterStepKind.Wrapped, Amount: { } amount } ? amount : 0;

    // By its start; or, where a clock was set meanwhile, by counters that went on: rather too little than twice.
    private static bool IsSame(SessionCounters before, SessionLook now, long startedMs) =>
        Math.Abs(before.StartedAtMs - startedMs) <= StartToleranceMs || (now.Down >= before.Down && now.Up >= before.Up);

    private static long ToMs(DateTime utc) => ChartStep.ToMs(utc);
}
