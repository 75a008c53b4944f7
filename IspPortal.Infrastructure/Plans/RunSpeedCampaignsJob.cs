using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Looks every minute which campaigns begin or end.</summary>
internal sealed class RunSpeedCampaignsJob(SpeedCampaignRunner runner) : IPortalJob
{
    public static string Key => "run-speed-campaigns";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await runner.RunDueAsync(cancellationToken) switch
        {
            (0, 0, 0) => JobReport.Nothing,
            (var begun, var ended, 0) => JobReport.Done($"{begun} begun, {ended} ended"),
            var (begun, ended, untold) => JobReport.Failed($"{begun} begun, {ended} ended, {untold} changes wait for a router"),
        };
}
