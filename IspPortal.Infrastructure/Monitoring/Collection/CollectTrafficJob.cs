using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Reads one router: planned for each that this node holds.</summary>
internal sealed class CollectTrafficJob(CollectorFleet fleet, ISettingsReader<MonitoringSettings> settings) : IPortalJob
{
    public static string Key => "collect-traffic";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        if (context.SubjectId is not { } routerId)
        {
            return JobReport.Nothing;
        }

        var error = await fleet.RunAsync(routerId, await settings.GetAsync(cancellationToken), cancellationToken);
        return error is null ? JobReport.Done() : JobReport.Failed(error.ToString());
    }
}
