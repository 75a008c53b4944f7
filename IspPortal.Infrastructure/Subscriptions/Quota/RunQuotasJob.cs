using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>Looks every five minutes whose data is used up and whose is there again.</summary>
internal sealed class RunQuotasJob(QuotaRunner runner) : IPortalJob
{
    public static string Key => "run-quotas";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await runner.RunDueAsync(cancellationToken) switch
        {
            (0, 0, 0, 0) => JobReport.Nothing,
            var (held, released, told, closed) => JobReport.Done($"{held} lines past their quota, {released} let go, {told} told, {closed} periods closed"),
        };
}
