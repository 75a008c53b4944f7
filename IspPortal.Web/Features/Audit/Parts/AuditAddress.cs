using System.Globalization;
using IspPortal.Core.Audit;

namespace IspPortal.Web.Features.Audit.Parts;

/// <summary>The audit's filters as the address of its page has them; days are days of the reader's zone.</summary>
internal static class AuditAddress
{
    public static AuditFilter Filter(Func<string, string?> valueOf, TimeZoneInfo zone) =>
        new(Entity: valueOf("entity"), Action: valueOf("action"), FromUtc: StartOf(valueOf("from"), 0, zone), ToUtc: StartOf(valueOf("to"), 1, zone));

    /// <summary>The moment at which a day begins, some days later.</summary>
    private static DateTime? StartOf(string? day, int later, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.DayNumber <= DateOnly.MaxValue.DayNumber - later
            ? TimeZoneInfo.ConvertTimeToUtc(date.AddDays(later).ToDateTime(TimeOnly.MinValue), zone)
            : null;
}
