using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// The last raw counters of one router's sessions, as the journal tells them: the counters of a session grow by the samples of its access unless the
/// poll says otherwise. The poll that is written and the store that is read go by this one rule.
/// </summary>
internal sealed class CounterBook<TAccess>
    where TAccess : struct, IEquatable<TAccess>
{
    private readonly Dictionary<string, Page> _pages = [];
    private readonly Dictionary<TAccess, int> _sessions = [];
    private readonly Dictionary<TAccess, Page> _latest = [];

    /// <summary>The number of the last poll, 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>When that was.</summary>
    public long AtMs { get; private set; }

    public IEnumerable<(string Mark, TAccess Access, SessionCounters Counters)> Sessions => _pages.Select(static p => (p.Key, p.Value.Access, p.Value.Counters));

    public int SessionsOf(TAccess access) => _sessions.GetValueOrDefault(access);

    public (TAccess Access, SessionCounters Counters)? Find(string mark) => _pages.TryGetValue(mark, out var page) ? (page.Access, page.Counters) : null;

    /// <summary>Takes a poll: first what it says of single sessions, then what the samples of all others imply.</summary>
    public void Apply(
        long sequence, long atMs, bool isWhole, IEnumerable<CounterEntry<TAccess>> entries, IEnumerable<(TAccess Access, Metric Metric, long Bytes)> samples)
    {
        var told = new HashSet<TAccess>();
        if (isWhole)
        {
            _pages.Clear();
            _sessions.Clear();
            _latest.Clear();
        }

        foreach (var entry in entries)
        {
            told.Add(entry.Access);
            Remove(entry.Mark);
            if (entry.Counters is { } counters)
            {
                Put(entry.Mark, entry.Access, counters);
            }
        }

        foreach (var (access, metric, bytes) in samples)
        {
            if (!told.Contains(access) && SessionsOf(access) == 1 && _latest.TryGetValue(access, out var page))
            {
                page.Counters = metric == Metric.DownBytes
                    ? page.Counters with { Down = page.Counters.Down + bytes, ReadAtMs = atMs }
                    : page.Counters with { Up = page.Counters.Up + bytes, ReadAtMs = atMs };
            }
        }

        (Sequence, AtMs) = (sequence, atMs);
    }

    private void Put(string mark, TAccess access, SessionCounters counters)
    {
        var page = new Page { Access = access, Counters = counters };
        _pages[mark] = page;
        _sessions[access] = SessionsOf(access) + 1;
        _latest[access] = page;
    }

    private void Remove(string mark)
    {
        if (!_pages.Remove(mark, out var page))
        {
            return;
        }

        var left = SessionsOf(page.Access) - 1;
        if (left > 0)
        {
            _sessions[page.Access] = left;
            _latest[page.Access] = _pages.Values.First(p => p.Access.Equals(page.Access));
        }
        else
        {
            _sessions.Remove(page.Access);
            _latest.Remove(page.Access);
        }
    }

    private sealed class Page
    {
        public required TAccess Access { get; init; }

        public SessionCounters Counters { get; set; }
    }
}
