using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Outages;

/// <summary>
/// Tells quickly whether losses could have a cause in common at all. Somebody is always lost somewhere; asking the whole plant anew for each of them would take longer than the time between two looks.
/// </summary>
internal sealed class LossTree
{
    private readonly Branch _root = new();

    public LossTree(IReadOnlyCollection<WatchedLine> lines)
    {
        var lostAny = false;
        foreach (var line in lines.Where(l => l is { Condition: LineCondition.Lost, LostAtUtc: not null, Path.Count: > 0 }))
        {
            _root.Grow(line);
            lostAny = true;
        }

        // Who is online matters only below what lost somebody.
        if (lostAny)
        {
            foreach (var line in lines.Where(l => l.Condition == LineCondition.Online))
            {
                _root.CountOnline(line.Path);
            }
        }
    }

    /// <summary>Whether something that a lost line hangs on has lost enough of its lines to be the cause.</summary>
    /// <param name="line">The line.</param>
    /// <param name="wasLost">Of a lost line whether it was lost in the time that is looked at; null: it does not count.</param>
    /// <param name="rule">What is enough.</param>
    public bool IsInTrouble(WatchedLine line, Func<WatchedLine, bool?> wasLost, OutageRule rule)
    {
        var way = _root.WayOf(line.Path);
        var counts = new (int Bad, int Good)[way.Length];
        foreach (var other in way.Length == 0 ? [] : way[0].Lost)
        {
            if (wasLost(other) is { } isBad)
            {
                for (var i = 0; i < way.Length && i < other.Path.Count && other.Path[i] == line.Path[i]; i++)
                {
                    counts[i] = isBad ? (counts[i].Bad + 1, counts[i].Good) : (counts[i].Bad, counts[i].Good + 1);
                }
            }
        }

        return counts.Index().Any(c => c.Item.Bad >= rule.LeastLines && c.Item.Bad >= rule.LeastShare * (c.Item.Bad + c.Item.Good + way[c.Index].Online));
    }

    private sealed class Branch
    {
        private readonly Dictionary<PlantElement, Branch> _children = [];

        public int Online { get; private set; }

        /// <summary>The lost lines below it; kept at the top of a way only.</summary>
        public List<WatchedLine> Lost { get; } = [];

        public void Grow(WatchedLine lost)
        {
            var at = this;
            for (var i = 0; i < lost.Path.Count; i++)
            {
                if (!at._children.TryGetValue(lost.Path[i], out var next))
                {
                    at._children[lost.Path[i]] = next = new Branch();
                }

                at = next;
                if (i == 0)
                {
                    at.Lost.Add(lost);
                }
            }
        }

        public Branch[] WayOf(IReadOnlyList<PlantElement> path)
        {
            var (way, at) = (new Branch[path.Count], this);
            for (var i = 0; i < path.Count; i++)
            {
                way[i] = at = at._children[path[i]];
            }

            return way;
        }

        public void CountOnline(IReadOnlyList<PlantElement> path)
        {
            var at = this;
            for (var i = 0; i < path.Count && at._children.TryGetValue(path[i], out var next); i++)
            {
                (at = next).Online++;
            }
        }
    }
}
