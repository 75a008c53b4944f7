using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Takes back messages about bills that were paid before they went out.</summary>
internal sealed class WithdrawPaidBillsJob(PaidBills paid) : IPortalJob
{
    public static string Key => "withdraw-paid-bills";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await paid.WithdrawAsync(cancellationToken) is > 0 and var count ? JobReport.Done($"messages about {count} bills were taken back") : JobReport.Nothing;
}
