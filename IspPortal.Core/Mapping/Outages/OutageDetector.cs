using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Outages;

/// <summary>Finds elements of the plant below which most of what was online was lost within a short time and did not come back.</summary>
public static class OutageDetector
{
    /// <summary>Finds them, the biggest of the earliest first. A line is in one outage at most.</summary>
    public static IReadOnlyList<FoundOutage> Find(IReadOnlyCollection<WatchedLine> lines, OutageRule rule, DateTime atUtc)
    {
        // Who was lost a moment ago may be redialling.
        List<WatchedLine> lost = [.. lines.Where(l => IsLost(l) && l.LostAtUtc <= atUtc - rule.NotBackAfter).OrderBy(l => l.LostAtUtc)];
        var found = new List<FoundOutage>();
        var explained = new HashSet<Guid>();
        foreach (var first in lost)
        {
            if (explained.Contains(first.AccessId))
            {
                continue;
            }

            var (from, to) = (first.LostAtUtc!.Value, first.LostAtUtc!.Value + rule.Within);
            var causes = SharedCauses.Find([.. lines.Where(l => !explained.Contains(l.AccessId)).Select(l => new PlantLeaf(l.AccessId, l.Path, WasLost(l, from, to, rule, atUtc)))], rule.LeastLines, rule.LeastShare);
            foreach (var cause in causes)
            {
                var began = lost.Where(l => cause.Bad.Contains(l.AccessId)).Min(l => l.LostAtUtc!.Value);
                found.Add(new FoundOutage(cause.Suspects, cause.Bad, cause.Known, began));
                explained.UnionWith(cause.Bad);
            }
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
