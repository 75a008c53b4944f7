using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>Packs closed hours of history and drops what is too old.</summary>
internal sealed class CompactSeriesJob(ISeriesStore store, ISettingsReader<MonitoringSettings> settings, BusinessZone zone) : IPortalJob
{
    public static string Key => "compact-series";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var now = await settings.GetAsync(cancellationToken);
        var retention = new SeriesRetention(TimeSpan.FromHours(now.KeepRawHours), TimeSpan.FromDays(now.KeepFiveMinutesDays), TimeSpan.FromDays(now.KeepHoursDays))
        {
            Usage = TimeSpan.FromDays(now.KeepUsageDays),
            BusinessZone = await zone.GetAsync(cancellationToken),
        };
        var report = await store.CompactAsync(retention, cancellationToken);
        return report is { HoursPacked: 0, ChunksDropped: 0 }
            ? JobReport.Nothing
            : JobReport.Done($"{report.BatchesPacked} batches of {report.HoursPacked} hours packed into {report.ChunksWritten} chunks, {report.ChunksDropped} old chunks dropped");
    }
}
