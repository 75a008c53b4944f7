using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Subscriptions.Night;

/// <summary>Looks every minute which lines are in their night and which are not any more.</summary>
internal sealed class RunNightSpeedsJob(NightSpeedRunner runner) : IPortalJob
{
    public static string Key => "run-night-speeds";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await runner.RunDueAsync(cancellationToken) switch
        {
            (0, 0) => JobReport.Nothing,
            var (raised, lowered) => JobReport.Done($"{raised} lines raised, {lowered} set back"),
        };
}
