using IspPortal.Core.Common.Timeline;

namespace IspPortal.Infrastructure.Timeline;

/// <summary>Reading a part of a time axis from a table whose ids the database cannot compare as we do: a little more is read, and cut here.</summary>
internal static class TimelineReading
{
    /// <summary>Entries that may share the moment of the cursor.</summary>
    private const int SharedMoments = 64;

    /// <summary>The latest moment that is wanted.</summary>
    public static DateTime UntilUtc(this TimelineQuery query) => query.After?.AtUtc ?? DateTime.SpecifyKind(DateTime.MaxValue.Date, DateTimeKind.Utc);

    /// <summary>How many rows to read.</summary>
    public static int ToRead(this TimelineQuery query) => query.Take + SharedMoments;

    /// <summary>What lies after the cursor, newest first, at most so many.</summary>
    public static IReadOnlyList<TimelineEntry> Cut(this TimelineQuery query, IEnumerable<TimelineEntry> entries) =>
    [
        .. entries
            .Where(entry => query.After is not { } cursor || entry.AtUtc < cursor.AtUtc || (entry.AtUtc == cursor.AtUtc && entry.Id.CompareTo(cursor.Id) < 0))
            .OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id)
            .Take(query.Take),
    ];
}
