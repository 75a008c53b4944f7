namespace IspPortal.Core.Mapping.Outages;

/// <summary>Says what becomes of the outages that are open, from what the lines tell now.</summary>
public static class OutageReview
{
    /// <summary>With so small a share of the hit lines still off, an outage is over; the rest have troubles of their own.</summary>
    public const double OverBelowShare = 0.2;

    /// <summary>Judges every open outage and everything found; each in one verdict.</summary>
    /// <param name="open">What is open.</param>
    /// <param name="found">What <see cref="OutageDetector"/> found, with the lines of open outages among its lines.</param>
    /// <param name="rule">When lost lines are an outage for sure.</param>
    /// <param name="atUtc">Now.</param>
    public static IReadOnlyList<OutageVerdict> Judge(IReadOnlyCollection<OpenOutage> open, IReadOnlyCollection<FoundOutage> found, OutageRule rule, DateTime atUtc)
    {
        var verdicts = new List<OutageVerdict>();
        var judged = new HashSet<Guid>();
        foreach (var now in Gather(found))
        {
            var known = open.Where(o => !judged.Contains(o.Id) && (o.Element == now.Element || o.StillOff.Any(now.Lines.Contains))).OrderBy(o => o.StartedAtUtc).ThenBy(o => o.Id).ToList();
            judged.UnionWith(known.Select(o => o.Id));
            if (known.Count == 0)
            {
                verdicts.Add(new(OutageTurn.Begins, null, now));
                continue;
            }

            var first = known[0];
            var isSure = !first.IsConfirmed && (known.Exists(o => o.IsConfirmed) || first.StartedAtUtc <= atUtc - rule.NotBackAfter);
            verdicts.Add(new(isSure ? OutageTurn.IsConfirmed : OutageTurn.GoesOn, first.Id, now));
            verdicts.AddRange(known.Skip(1).Select(other => new OutageVerdict(OutageTurn.JoinsAnother, other.Id, null, first.Id)));
        }

        foreach (var rest in open.Where(o => !judged.Contains(o.Id)))
        {
            var isOver = rest.StillOff.Count < rule.LeastLines || rest.StillOff.Count <= OverBelowShare * rest.Hit;
            verdicts.Add(new(!isOver ? OutageTurn.GoesOn : rest.IsConfirmed ? OutageTurn.Ends : OutageTurn.CameToNothing, rest.Id, null));
        }

        return verdicts;
    }

    /// <summary>A cable that several branches of the plant share may be found once in each: it is one outage.</summary>
    private static IEnumerable<FoundOutage> Gather(IReadOnlyCollection<FoundOutage> found) => found.GroupBy(f => f.Element)
        .Select(same => same.Aggregate((one, other) => new FoundOutage(one.Suspects, [.. one.Lines, .. other.Lines], one.WereOnline + other.WereOnline, one.StartedAtUtc < other.StartedAtUtc ? one.StartedAtUtc : other.StartedAtUtc)));
}
