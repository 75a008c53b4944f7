namespace IspPortal.Core.Common.Timeline;

/// <summary>Puts what several sources told on one axis.</summary>
public static class TimelineMerge
{
    /// <summary>The newest <paramref name="take"/> entries of <paramref name="parts"/>, each of which holds its own newest <paramref name="take"/> + 1.</summary>
    public static TimelinePage Of(IEnumerable<IReadOnlyList<TimelineEntry>> parts, int take)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var merged = parts.SelectMany(static part => part).OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id).Take(take + 1).ToList();
        return merged.Count > take
            ? new TimelinePage(merged[..take], new TimelineCursor(merged[take - 1].AtUtc, merged[take - 1].Id))
            : new TimelinePage(merged, null);
    }
}
