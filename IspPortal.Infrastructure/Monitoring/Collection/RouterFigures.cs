using System.Collections.Frozen;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Turns good answers of one router into sessions, rates and samples. Owned by one collector; what it gives out is immutable.</summary>
internal sealed class RouterFigures(RouterTarget target, RouterMemory memory, TimeProvider clock)
{
    private const int Top = 10;

    /// <summary>Changes below 1 Mbit/s are nobody's news.</summary>
    private const long SmallestChange = 1_000_000;

    private static readonly FrozenSet<AccessService> Ppp = [AccessService.Pppoe];
    private static readonly FrozenSet<AccessService> Hotspot = [AccessService.Hotspot];
    private static readonly FrozenSet<AccessService> Static = [AccessService.Static];

    private readonly Dictionary<string, (CounterTrack Rx, CounterTrack Tx)> _ports = [];
    private readonly PortTracks _portTracks = new(target.Id);
    private readonly List<SeriesSample> _samples = [];
    private readonly List<SessionLook> _looks = [];
    private Dictionary<string, InterfaceRow> _ownInterfaces = [];
    private int _knownDynamic = -1;
    private int _sessionlessInterfaces;
    private TrackedSession[] _order = [];
    private FrozenDictionary<Guid, int> _index = FrozenDictionary<Guid, int>.Empty;
    private LiveSession[] _live = [];
    private DateTime _countersAtUtc;
    private DateTime? _previousCountersAtUtc;
    private DateTime? _sessionsReadAtUtc;

    public SessionTracker Tracker { get; } = new(memory, clock);

    /// <summary>How often the router was seen to boot: counters of another boot are other counters.</summary>
    public int Boots { get; set; }

    public bool HasHotspot { get; private set; }

    public bool HasStatic { get; private set; }

    /// <summary>The dynamic interfaces are not those of the known sessions: somebody came or went since sessions were read.</summary>
    public bool SuspectsChange { get; private set; }

    public int? SessionCount => _sessionsReadAtUtc is null ? null : _order.Length;

    public long? DownBitsPerSecond { get; private set; }

    public long? UpBitsPerSecond { get; private set; }

    public RouterInterfaces? Interfaces { get; private set; }

    public void Take(
        List<InterfaceRow> counters,
        DateTime countersAtUtc,
        List<PppActiveRow>? ppp,
        List<HotspotActiveRow>? hotspot,
        List<SimpleQueueRow>? queues,
        List<ArpRow>? arp,
        List<InterfaceRow>? ownInterfaces,
        DateTime? bootedAtUtc,
        bool afterGap,
        TimeSpan countersEvery,
        TimeSpan sessionsEvery)
    {
        _samples.Clear();
        _looks.Clear();
        _previousCountersAtUtc = _sessionsReadAtUtc is null ? null : _countersAtUtc;
        _countersAtUtc = countersAtUtc;
        var before = Tracker.Changes.Started.Count + Tracker.Changes.Ended.Count;
        if (ppp is not null)
        {
            Tracker.Apply(ReadSession.FromPpp(ppp), Ppp, countersAtUtc, bootedAtUtc, afterGap);
            _sessionsReadAtUtc = countersAtUtc;
        }

        var hotspotSessions = hotspot is null ? null : ReadSession.FromHotspot(hotspot).ToList();
        if (hotspotSessions is not null)
        {
            HasHotspot = hotspotSessions.Count > 0;
            Tracker.Apply(hotspotSessions, Hotspot, countersAtUtc, bootedAtUtc, afterGap);
        }

        var staticSessions = queues is null ? null : ReadSession.FromStatic(queues, arp ?? []).ToList();
        if (staticSessions is not null)
        {
            HasStatic = staticSessions.Count > 0;
            Tracker.ApplyQueues(queues!, countersAtUtc);
            Tracker.Apply(staticSessions, Static, countersAtUtc, bootedAtUtc, afterGap);
        }

        if (Tracker.Changes.Started.Count + Tracker.Changes.Ended.Count != before || _order.Length != Tracker.Sessions.Count)
        {
            Reorder();
        }

        var longest = countersEvery * 3;
        LookAtInterfaces(counters, ppp is not null, longest);
        LookAtOwnCounters(hotspotSessions, staticSessions, sessionsEvery * 4);
        LookAtPorts(counters, ownInterfaces, longest);
        Sum();
        _live = [.. _order.Select(s => new LiveSession(s.ToRow(target, countersAtUtc), s.AddressKey))];
    }

    /// <summary>Takes these lines of the portal for what the router calls by their names.</summary>
    public void Learn(IReadOnlyList<OwnedHere> lines)
    {
        if (Tracker.Learn(lines))
        {
            Reorder();
        }
    }

    public RouterView ToView(RouterSnapshot snapshot, TimeSpan freshFor, DateTime nowUtc, SharedLines shared) => new()
    {
        Snapshot = snapshot,
        FreshFor = freshFor,
        Sessions = _live,
        IndexOfAccess = _index,
        SessionsReadAtUtc = _sessionsReadAtUtc,
        ExpectedSessions = Tracker.ExpectedSessions(nowUtc, target.Id, shared),
        Interfaces = Interfaces,
        Busiest = [.. TopRows(static (a, b) => Nullable.Compare(b.DownBitsPerSecond, a.DownBitsPerSecond))],
        Newest = [.. TopRows(static (a, b) => Nullable.Compare(b.StartedAtUtc, a.StartedAtUtc))],
        Changes = Biggest(),
    };

    /// <summary>What the counters of the last poll grew by: accesses and ports.</summary>
    public IReadOnlyList<SeriesSample> Samples => _samples;

    /// <summary>The sessions whose counters the last poll read.</summary>
    public IReadOnlyList<SessionLook> Looks => _looks;

    /// <summary>When the counters of the last poll were read.</summary>
    public DateTime CountersAtUtc => _countersAtUtc;

    /// <summary>The time that the last poll's gauges stand for.</summary>
    public TimeSpan Interval(TimeSpan countersEvery) =>
        _previousCountersAtUtc is { } before && _countersAtUtc - before < countersEvery * 3 ? _countersAtUtc - before : countersEvery;

    /// <summary>The live session of an access: its interface if it has one, and its rates as last computed from counters.</summary>
    public TrackedSession? SessionOf(Guid accessId) => _index.TryGetValue(accessId, out var index) && index < _order.Length ? _order[index] : null;

    private void Reorder()
    {
        _order = [.. Tracker.Sessions.OrderBy(s => s.Identity.Username, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.RecordId)];
        _index = RouterView.IndexOf(_order.Select(s => s.Access.Id));
    }

    private void LookAtInterfaces(List<InterfaceRow> counters, bool sessionsRead, TimeSpan longest)
    {
        var dynamic = new Dictionary<string, InterfaceRow>();
        foreach (var row in counters)
        {
            if (IsOfSession(row))
            {
                dynamic[row.Name] = row;
            }
        }

        var ppp = _order.Where(s => s.PppService is not null);
        var joined = SessionInterfaces.Join(ppp, dynamic, s => (s.PppService!, s.Identity.Username, s.StartedAtUtc));
        foreach (var session in _order)
        {
            if (session.PppService is null)
            {
                continue;
            }

            var row = joined.GetValueOrDefault(session);
            session.InterfaceName = row?.Name;
            session.InterfaceId = row?.Id;

            // What the router receives on the interface is what the customer sends.
            Look(session, row?.TxBytes, row?.RxBytes, row is null ? 0 : EpochOf(row), longest);
        }

        if (sessionsRead)
        {
            (_knownDynamic, _sessionlessInterfaces) = (dynamic.Count, dynamic.Count - joined.Count);
            SuspectsChange = false;
        }
        else
        {
            // A hint only: the next poll reads the sessions, which are the truth.
            SuspectsChange = dynamic.Count != _knownDynamic || dynamic.Count - joined.Count != _sessionlessInterfaces;
        }
    }

    private void LookAtOwnCounters(List<ReadSession>? hotspot, List<ReadSession>? fixedLines, TimeSpan longest)
    {
        var read = (hotspot ?? []).Concat(fixedLines ?? []).ToDictionary(s => s.Identity);
        foreach (var session in _order)
        {
            if (session.PppService is null && read.TryGetValue(session.Identity, out var row))
            {
                Look(session, row.DownBytes, row.UpBytes, Boots, longest);
            }
        }
    }

    private void Look(TrackedSession session, long? downBytes, long? upBytes, long epoch, TimeSpan longest)
    {
        var (down, up) = session.Look(downBytes, upBytes, _countersAtUtc, epoch, longest);
        var subject = SeriesSubject.Access(session.Access.Id);
        AddSample(subject, Metric.DownBytes, down);
        AddSample(subject, Metric.UpBytes, up);
        if (downBytes is { } downNow && upBytes is { } upNow)
        {
            _looks.Add(new SessionLook(session, downNow, upNow, down, up));
        }
    }

    private void LookAtPorts(List<InterfaceRow> counters, List<InterfaceRow>? own, TimeSpan longest)
    {
        if (own is not null)
        {
            _ownInterfaces = own.Where(r => !IsOfSession(r)).GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.First());
            _samples.AddRange(_ownInterfaces.Values.Where(r => r.Name.Length <= ReadSession.LongestName).SelectMany(r => _portTracks.Look(r, EpochOf(r), _countersAtUtc)));
        }

        var lines = new List<InterfaceLine>();
        foreach (var row in counters)
        {
            if (IsOfSession(row) || row.Name.Length > ReadSession.LongestName)
            {
                continue;
            }

            if (!_ports.TryGetValue(row.Name, out var port))
            {
                _ports[row.Name] = port = (new CounterTrack(), new CounterTrack());
            }

            if (row.RxBytes is { } rx && row.TxBytes is { } tx)
            {
                var subject = SeriesSubject.Interface(target.Id, row.Name);
                AddSample(subject, Metric.RxBytes, port.Rx.Look(new CounterReading((ulong)rx, _countersAtUtc, EpochOf(row)), longest));
                AddSample(subject, Metric.TxBytes, port.Tx.Look(new CounterReading((ulong)tx, _countersAtUtc, EpochOf(row)), longest));
            }

            var details = _ownInterfaces.GetValueOrDefault(row.Name);
            lines.Add(new InterfaceLine(
                row.Name,
                row.Type,
                string.IsNullOrEmpty(details?.Comment) ? null : details.Comment,
                row.Running,
                details?.Disabled ?? false,
                port.Rx.Rate,
                port.Tx.Rate,
                details is null ? null : details.RxErrors + details.TxErrors,
                details is null ? null : details.RxDrops + details.TxDrops,
                details is null ? null : (int)Math.Min(int.MaxValue, details.LinkDowns)));
        }

        Interfaces = new RouterInterfaces(target.Id, _countersAtUtc, lines);
    }

    // Restarts and gaps leave no sample: history shows a gap there, not a zero.
    private void AddSample(SeriesSubject subject, Metric metric, CounterStep? step)
    {
        if (step is { Kind: CounterStepKind.Grew or CounterStepKind.Wrapped, Amount: { } amount } known)
        {
            _samples.Add(new SeriesSample(subject, metric, amount, known.Interval));
        }
    }

    private void Sum()
    {
        long? down = null, up = null;
        foreach (var session in _order)
        {
            down = session.Down.Rate is { } d ? (down ?? 0) + d : down;
            up = session.Up.Rate is { } u ? (up ?? 0) + u : up;
        }

        var empty = _sessionsReadAtUtc is not null && _order.Length == 0;
        DownBitsPerSecond = down ?? (empty ? 0 : null);
        UpBitsPerSecond = up ?? (empty ? 0 : null);
    }

    private List<SessionRow> TopRows(Comparison<SessionRow> order)
    {
        var queue = new PriorityQueue<SessionRow, SessionRow>(Comparer<SessionRow>.Create((a, b) => order(b, a)));
        foreach (var session in _live)
        {
            if (queue.Count < Top)
            {
                queue.Enqueue(session.Row, session.Row);
            }
            else
            {
                queue.EnqueueDequeue(session.Row, session.Row);
            }
        }

        var rows = new List<SessionRow>(queue.Count);
        while (queue.TryDequeue(out var row, out _))
        {
            rows.Add(row);
        }

        rows.Reverse();
        return rows;
    }

    private List<RateChange> Biggest()
    {
        var changes = new List<RateChange>();
        foreach (var session in _order)
        {
            if (session.Down.Rate is { } now && session.RateFiveMinutesBefore is { } before && Math.Abs(now - before) >= SmallestChange)
            {
                changes.Add(new RateChange(session.Access.Id, session.Identity.Username, target.Name, before, now));
            }
        }

        changes.Sort(static (a, b) => Math.Abs(b.NowBitsPerSecond - b.BeforeBitsPerSecond).CompareTo(Math.Abs(a.NowBitsPerSecond - a.BeforeBitsPerSecond)));
        return changes.Count > Top ? changes[..Top] : changes;
    }

    private static bool IsOfSession(InterfaceRow row) => row.Name.Length > 2 && row.Name[0] == '<' && row.Name[^1] == '>';

    // A redial gives the interface another id; a reboot may give the same ids again.
    private long EpochOf(InterfaceRow row) =>
        (long.TryParse(row.Id.AsSpan().TrimStart('*'), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id & 0xFFFF_FFFF : 0)
        | ((long)Boots << 32);
}
