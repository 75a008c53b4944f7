using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

/// <summary>The busy-hour figure of an interface for each of the last eight weeks' days: the 95th percentile of its quarter hours, of the direction that is the busier one over all of them.</summary>
internal sealed class InterfaceDays(ISeriesReader series, BusinessZone zone, TimeProvider clock)
{
    private const int Weeks = 8;
    private const int WeeksAtOnce = 4;
    private const int QuartersInDay = 96;
    private const double Share = 95;
    private const double BitsPerByte = 8;

    // A quarter of an hour more than there are quarters: else the store answers by the hour.
    private const int Points = (WeeksAtOnce * 7 * QuartersInDay) + 12;

    public async Task<Result<(IReadOnlyList<DailyPeak> Days, bool IsUpload)>> ReadAsync(SeriesSubject subject, CancellationToken cancellationToken)
    {
        var business = await zone.GetAsync(cancellationToken);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow(), business));
        var received = await DaysAsync(subject, Metric.RxBytes, today, business, cancellationToken);
        var sent = received.Succeeded ? await DaysAsync(subject, Metric.TxBytes, today, business, cancellationToken) : received.Error;
        if (!sent.Succeeded)
        {
            return sent.Error;
        }

        var isUpload = PeakOf(received.Value) > PeakOf(sent.Value);
        return (isUpload ? received.Value : sent.Value, isUpload);
    }

    private static double PeakOf(IReadOnlyList<DailyPeak> days) => days.Count == 0 ? 0 : days.Max(d => d.Percentile95BitsPerSecond);

    private async Task<Result<IReadOnlyList<DailyPeak>>> DaysAsync(SeriesSubject subject, Metric metric, DateOnly today, TimeZoneInfo business, CancellationToken cancellationToken)
    {
        // Whole days only: the present one has not had its evening yet.
        var to = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(TimeOnly.MinValue), business);
        var points = new List<SeriesPoint>();
        for (var back = Weeks; back > 0; back -= WeeksAtOnce)
        {
            var found = await series.QueryAsync(new SeriesQuery(subject, metric, to.AddDays(-7 * back), to.AddDays(-7 * (back - WeeksAtOnce)), Points), cancellationToken);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            points.AddRange(found.Value.Points);
        }

        return points.GroupBy(p => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(p.AtUtc.AddSeconds(-1), business)))
            .Select(day => (On: day.Key, P95: Percentile.Of(day.Select(p => p.Average * BitsPerByte), Share), Seen: day.Count(p => p.Average is not null) / (double)day.Count()))
            .Where(day => day.P95 is not null).OrderBy(day => day.On).Select(day => new DailyPeak(day.On, day.P95!.Value, day.Seen)).ToList();
    }
}
