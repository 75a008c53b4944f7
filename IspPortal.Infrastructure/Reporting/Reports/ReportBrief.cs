using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>What a source has to read.</summary>
/// <param name="Period">Which business days.</param>
/// <param name="Zone">The business zone.</param>
/// <param name="FromUtc">When the first day begins.</param>
/// <param name="ToUtc">When the last one ends, or now.</param>
/// <param name="Routers">Every router that it is about, by id, with its name.</param>
/// <param name="IsAll">Whether that is all of them.</param>
/// <param name="Settings">How many lines a list has.</param>
internal sealed record ReportBrief(ReportPeriod Period, TimeZoneInfo Zone, DateTime FromUtc, DateTime ToUtc, IReadOnlyDictionary<Guid, string> Routers, bool IsAll, ReportSettings Settings)
{
    public DateTime LocalFrom => ToLocal(FromUtc);

    public DateTime LocalTo => ToLocal(ToUtc);

    public DateTime ToLocal(DateTime atUtc) => TimeZoneInfo.ConvertTimeFromUtc(atUtc, Zone);

    /// <summary>Every day with its bounds, as far as it is over.</summary>
    public IEnumerable<(DateOnly On, DateTime FromUtc, DateTime ToUtc)> Days()
    {
        for (var day = Period.FromOn; day <= Period.ToOn; day = day.AddDays(1))
        {
            var (from, to) = (ReportCalendar.StartUtc(day, Zone), ReportCalendar.StartUtc(day.AddDays(1), Zone));
            if (from < ToUtc)
            {
                yield return (day, from, to < ToUtc ? to : ToUtc);
            }
        }
    }
}
