using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Usage;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>The usage of one line by day over a month, or by month over two years.</summary>
internal static class UsageTable
{
    private const int Days = 31;
    private const int Months = 24;

    /// <summary>The first day that is read.</summary>
    public static DateOnly FirstOf(DateOnly today, bool byMonth) => byMonth ? new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months) : today.AddDays(1 - Days);

    /// <summary>The rows, the earliest first; a month has its first day.</summary>
    public static async Task<Result<IReadOnlyList<UsageDay>>> ReadAsync(IUsageDirectory usage, Guid accessId, DateOnly today, bool byMonth, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(usage);
        var read = await usage.DaysAsync(accessId, FirstOf(today, byMonth), today, cancellationToken);
        return !read.Succeeded || !byMonth ? read : read.Value.GroupBy(day => new DateOnly(day.On.Year, day.On.Month, 1)).OrderBy(month => month.Key)
            .Select(month => new UsageDay(
                month.Key, month.Sum(day => day.DownBytes), month.Sum(day => day.UpBytes), new TimeSpan(month.Sum(day => day.SeenFor.Ticks)), new TimeSpan(month.Sum(day => day.UnseenFor.Ticks)))).ToList();
    }
}
