using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Customers.Imports.Jobs;

/// <summary>Takes away the rows of old uploads.</summary>
internal sealed class SweepCustomerImportsJob(CustomerImportSweeper sweeper) : IPortalJob
{
    public static string Key => "sweep-customer-imports";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await sweeper.SweepAsync(cancellationToken) is > 0 and var swept ? JobReport.Done($"rows of {swept} imports removed") : JobReport.Nothing;
}
