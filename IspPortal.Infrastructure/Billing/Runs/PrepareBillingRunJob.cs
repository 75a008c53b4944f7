using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Prepares the billing run of the day, for a person to approve.</summary>
internal sealed class PrepareBillingRunJob(BillingSchedule schedule) : IPortalJob
{
    public static string Key => "prepare-billing-run";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) => await schedule.RunAsync(cancellationToken) ? JobReport.Done("prepared the billing run of the day") : JobReport.Nothing;
}
