using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Lets the lines of those who paid come back, within seconds, and takes back reminders of what is paid.</summary>
internal sealed class RestoreLinesJob(Reconnections reconnections) : IPortalJob
{
    public static string Key => Reconnections.By;

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await reconnections.RunAsync(cancellationToken) is > 0 and var restored ? JobReport.Done($"{restored} accounts restored") : JobReport.Nothing;
}
