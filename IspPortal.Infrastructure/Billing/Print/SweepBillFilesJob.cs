using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Takes away PDFs of many bills whose day is over.</summary>
internal sealed class SweepBillFilesJob(InvoiceBundleRunner runner) : IPortalJob
{
    public static string Key => "sweep-bill-files";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) => await runner.SweepAsync(cancellationToken) is > 0 and var gone ? JobReport.Done($"{gone} files taken away") : JobReport.Nothing;
}
