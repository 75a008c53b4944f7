using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Makes previews of billing runs and bills what was let run.</summary>
internal sealed class RunBillingJob(BillingRunner runner) : IPortalJob
{
    public static string Key => "run-billing";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) => await runner.RunAsync(cancellationToken) ? JobReport.Done("worked on a billing run") : JobReport.Nothing;
}
