using System.Globalization;

namespace IspPortal.Infrastructure.RouterOs.Wire.Values;

/// <summary>
/// Dates of a router, in the router's own zone: <c>2026-11-22 10:11:12</c> (7.10 and later), <c>nov/22/2026 10:11:12</c> (before),
/// and the log's short forms <c>nov/22 10:11:12</c>, <c>11-22 10:11:12</c> and <c>10:11:12</c>, which need to be told the router's today.
/// </summary>
internal static class RouterOsTimestamp
{
    private static readonly string[] FullForms = ["yyyy-MM-dd HH:mm:ss", "MMM/dd/yyyy HH:mm:ss", "yyyy-MM-dd", "MMM/dd/yyyy"];
    private static readonly string[] YearlessForms = ["yyyy MMM/dd HH:mm:ss", "yyyy MM-dd HH:mm:ss"];

    public static bool TryParse(string? text, DateOnly today, out DateTime localTime)
    {
        localTime = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, FullForms, culture, DateTimeStyles.None, out localTime))
        {
            return true;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm:ss", culture, DateTimeStyles.None, out var time))
        {
            localTime = today.ToDateTime(time);
            return true;
        }

        // 29 February is no date in most years: take the latest year in which it is one and which does not lie ahead.
        for (var year = today.Year; year > today.Year - 8 && year > 0; year--)
        {
            var withYear = string.Create(culture, $"{year:0000} {text}");
            if (DateTime.TryParseExact(withYear, YearlessForms, culture, DateTimeStyles.None, out localTime)
                && DateOnly.FromDateTime(localTime) <= today.AddDays(1))
            {
                return true;
            }
        }

        localTime = default;
        return false;
    }
}
