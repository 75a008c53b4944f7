using System.Globalization;
using IspPortal.Web.Shared.Navigation;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>The stretch of history that a page shows, as its address says: a range that ends now (<c>range=7d</c>), or one between two moments (<c>since</c> and <c>until</c>).</summary>
/// <param name="FromUtc">Start.</param>
/// <param name="ToUtc">End.</param>
/// <param name="Key">The range's key, or null: between two moments.</param>
/// <param name="Compares">Whether the week before is shown too.</param>
public sealed record HistoryWindow(DateTime FromUtc, DateTime ToUtc, string? Key, bool Compares)
{
    public const string RangeKey = "range";
    public const string SinceKey = "since";
    public const string UntilKey = "until";
    public const string CompareKey = "compare";

    /// <summary>How far back the week before lies.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private const string Format = "yyyyMMdd'T'HHmmss'Z'";
    private const string DefaultKey = "24h";

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(731);

    private static readonly Dictionary<string, TimeSpan> Ranges = new(StringComparer.Ordinal)
    {
        ["1h"] = TimeSpan.FromHours(1),
        [DefaultKey] = TimeSpan.FromHours(24),
        ["7d"] = TimeSpan.FromDays(7),
        ["30d"] = TimeSpan.FromDays(30),
        ["90d"] = TimeSpan.FromDays(90),
        ["2y"] = TimeSpan.FromDays(731),
    };

    public static IReadOnlyCollection<string> Keys => Ranges.Keys;

    public TimeSpan Length => ToUtc - FromUtc;

    /// <summary>A longer stretch overlaps with itself a week before.</summary>
    public bool MayCompare => Length <= Week;

    internal static HistoryWindow Of(UrlState url, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Of(url.Get(RangeKey), url.Get(SinceKey), url.Get(UntilKey), url.Get(CompareKey), nowUtc);
    }

    public static HistoryWindow Of(string? range, string? since, string? until, string? compare, DateTime nowUtc)
    {
        if (Read(since) is { } from && Read(until) is { } to && to > from)
        {
            to = to > nowUtc ? nowUtc : to;
            from = to - from > Longest ? to - Longest : to - from < Shortest ? to - Shortest : from;
            return Comparing(new HistoryWindow(from, to, null, compare == "week"));
        }

        var key = range is not null && Ranges.ContainsKey(range) ? range : DefaultKey;
        return Comparing(new HistoryWindow(nowUtc - Ranges[key], nowUtc, key, compare == "week"));
    }

    /// <summary>What the address says for a range that ends now.</summary>
    public static (string Key, string? Value)[] Address(string range) => [(RangeKey, range == DefaultKey ? null : range), (SinceKey, null), (UntilKey, null)];

    /// <summary>What the address says for a stretch.</summary>
    public static (string Key, string? Value)[] Address(DateTime fromUtc, DateTime toUtc) => [(RangeKey, null), (SinceKey, Write(fromUtc)), (UntilKey, Write(toUtc))];

    /// <summary>As much before as it is long.</summary>
    public (DateTime FromUtc, DateTime ToUtc) Earlier => (FromUtc - Length, FromUtc);

    /// <summary>As much after; never beyond now.</summary>
    public (DateTime FromUtc, DateTime ToUtc) Later(DateTime nowUtc) => ToUtc + Length > nowUtc ? (nowUtc - Length, nowUtc) : (ToUtc, ToUtc + Length);

    /// <summary>Twice as long around the same middle; never beyond now.</summary>
    public (DateTime FromUtc, DateTime ToUtc) Wider(DateTime nowUtc)
    {
        var length = Length * 2 > Longest ? Longest : Length * 2;
        var to = ToUtc + (length - Length) / 2;
        to = to > nowUtc ? nowUtc : to;
        return (to - length, to);
    }

    public static string Write(DateTime utc) => utc.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A moment of an address; null when it is none.</summary>
    public static DateTime? Read(string? text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc) && utc.Year >= 2000 ? utc : null;

    private static HistoryWindow Comparing(HistoryWindow window) => window with { Compares = window.Compares && window.MayCompare };
}
