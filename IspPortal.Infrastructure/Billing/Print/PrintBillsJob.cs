using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Puts many bills into one PDF for those who asked.</summary>
internal sealed class PrintBillsJob(InvoiceBundleRunner runner) : IPortalJob
{
    public static string Key => "print-bills";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) => await runner.RunAsync(cancellationToken) switch
    {
        null => JobReport.Nothing,
        { Error: { } error } failed => JobReport.Failed($"bills {failed.BundleId}: {error.Code}"),
        { } made => JobReport.Done($"bills {made.BundleId} made"),
    };
}
