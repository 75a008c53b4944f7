using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Outages;

/// <summary>Finds elements of the plant below which most of what was online was lost within a short time and did not come back.</summary>
public static class OutageDetector
{
    /// <summary>Finds them, the earliest first. A line is in one outage at most.</summary>
    public static IReadOnlyList<FoundOutage> Find(IReadOnlyCollection<WatchedLine> lines, OutageRule rule, DateTime atUtc)
    {
        // Who was lost a moment ago may be redialling.
        List<WatchedLine> lost = [.. lines.Where(l => IsLost(l) && l.LostAtUtc <= atUtc - rule.NotBackAfter).OrderBy(l => l.LostAtUtc)];
        var found = new List<FoundOutage>();
        var explained = new HashSet<Guid>();
        var tree = new LossTree(lines);
        foreach (var first in lost.Where(l => !explained.Contains(l.AccessId)))
        {
            explained.Add(first.AccessId);

            // It grows: whoever was still online below what is broken and went later went for the same reason.
            if (found.FindIndex(o => first.Path.Contains(o.Element)) is >= 0 and var known)
            {
                found[known] = found[known] with { Lines = [.. found[known].Lines, first.AccessId] };
                continue;
            }

            // The time that is looked at begins with this line, so what it has nothing to do with waits for its own first line: else it would be cut in two where this time ends.
            var (from, to) = (first.LostAtUtc!.Value, first.LostAtUtc!.Value + rule.Within);
            if (tree.IsInTrouble(first, Judge, rule) && Explain(first) is { } cause)
            {
                explained.UnionWith(cause.Bad);
                found.Add(new FoundOutage(cause.Suspects, cause.Bad, cause.Known, from));
            }

            SharedCause? Explain(WatchedLine line) => SharedCauses
                .Find([.. lines.Where(l => l.Path.Count > 0 && l.Path[0] == line.Path[0]).Select(l => new PlantLeaf(l.AccessId, l.Path, Judge(l)))], rule.LeastLines, rule.LeastShare)
                .FirstOrDefault(c => c.Bad.Contains(line.AccessId));

            bool? Judge(WatchedLine line) => line.AccessId == first.AccessId || !explained.Contains(line.AccessId) ? WasLost(line, from, to, rule, atUtc) : null;
        }

        return found;
    }

    private static bool IsLost(WatchedLine line) => line is { Condition: LineCondition.Lost, LostAtUtc: not null };

    // Null: not online when it began, or nobody knows. Who was lost later was online then, and so was who may still come back.
    private static bool? WasLost(WatchedLine line, DateTime from, DateTime to, OutageRule rule, DateTime atUtc) => line.Condition switch
    {
        LineCondition.Online => false,
        LineCondition.Lost when line.LostAtUtc is { } at && at >= from => at <= to && at <= atUtc - rule.NotBackAfter,
        _ => null,
    };
}
