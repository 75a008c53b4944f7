using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

internal sealed class BusyHours(ISeriesReader series, BusinessZone zone, ICurrentActor actor, TimeProvider clock) : IBusyHours
{
    private const int MostWeeks = 52;
    private const int WeeksAtOnce = 26;
    private const int HoursInWeek = 168;
    private const double BitsPerByte = 8;

    public async Task<Result<BusyHoursReport>> ReadAsync(Guid? routerId, int weeks, TrafficDirection direction, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MonitoringPermissions.MonitoringRead) ?? AnalyticsQuestions.Refuse("weeks", weeks, 1, MostWeeks)) is { } refused)
        {
            return refused;
        }

        var now = clock.UtcNow();
        var to = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        var subject = routerId is { } id ? SeriesSubject.Router(id) : SeriesSubject.Network;
        Metric[] metrics = direction switch { TrafficDirection.Down => [Metric.DownBytes], TrafficDirection.Up => [Metric.UpBytes], _ => [Metric.DownBytes, Metric.UpBytes] };
        var hours = new Dictionary<DateTime, (double? Average, double? Maximum)>();
        foreach (var metric in metrics)
        {
            for (var done = 0; done < weeks; done += WeeksAtOnce)
            {
                var some = Math.Min(WeeksAtOnce, weeks - done);
                var until = to.AddDays(-7 * done);
                var found = await series.QueryAsync(new SeriesQuery(subject, metric, until.AddDays(-7 * some), until, some * HoursInWeek), cancellationToken);
                if (!found.Succeeded)
                {
                    return found.Error;
                }

                foreach (var point in found.Value.Points)
                {
                    var (average, maximum) = hours.GetValueOrDefault(point.AtUtc);
                    hours[point.AtUtc] = (Sum(average, point.Average * BitsPerByte), Sum(maximum, point.Maximum * BitsPerByte));
                }
            }
        }

        return BusyHourTable.Of(hours.Select(h => new SeriesPoint(h.Key, h.Value.Average, h.Value.Maximum)), await zone.GetAsync(cancellationToken));
    }

    private static double? Sum(double? one, double? other) => one is null ? other : other is null ? one : one + other;
}
