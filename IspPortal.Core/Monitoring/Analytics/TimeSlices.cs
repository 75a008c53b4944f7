namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Adds, cuts and takes away stretches of time. Every result is in order, without overlaps and without empty ones.</summary>
public static class TimeSlices
{
    /// <summary>All of them, those that touch made one.</summary>
    public static IReadOnlyList<TimeSlice> Union(IEnumerable<TimeSlice> slices)
    {
        var merged = new List<TimeSlice>();
        foreach (var slice in slices.Where(s => s.ToUtc > s.FromUtc).OrderBy(s => s.FromUtc))
        {
            if (merged.Count > 0 && slice.FromUtc <= merged[^1].ToUtc)
            {
                merged[^1] = merged[^1] with { ToUtc = slice.ToUtc > merged[^1].ToUtc ? slice.ToUtc : merged[^1].ToUtc };
            }
            else
            {
                merged.Add(slice);
            }
        }

        return merged;
    }

    /// <summary>What lies within <paramref name="window"/>.</summary>
    public static IReadOnlyList<TimeSlice> Within(IEnumerable<TimeSlice> slices, TimeSlice window) => Union(slices.Select(s => new TimeSlice(
        s.FromUtc > window.FromUtc ? s.FromUtc : window.FromUtc,
        s.ToUtc < window.ToUtc ? s.ToUtc : window.ToUtc)));

    /// <summary>What of <paramref name="from"/> is in none of <paramref name="taken"/>.</summary>
    public static IReadOnlyList<TimeSlice> Without(IEnumerable<TimeSlice> from, IEnumerable<TimeSlice> taken)
    {
        var cuts = Union(taken);
        var left = new List<TimeSlice>();
        foreach (var slice in Union(from))
        {
            var at = slice.FromUtc;
            foreach (var cut in cuts.Where(c => c.FromUtc < slice.ToUtc && c.ToUtc > slice.FromUtc))
            {
                if (cut.FromUtc > at)
                {
                    left.Add(new TimeSlice(at, cut.FromUtc));
                }

                at = cut.ToUtc > at ? cut.ToUtc : at;
            }

            if (at < slice.ToUtc)
            {
                left.Add(new TimeSlice(at, slice.ToUtc));
            }
        }

        return left;
    }

    /// <summary>How long they are together; they must not overlap.</summary>
    public static TimeSpan LengthOf(IEnumerable<TimeSlice> slices) => new(slices.Sum(s => s.Length.Ticks));
}
