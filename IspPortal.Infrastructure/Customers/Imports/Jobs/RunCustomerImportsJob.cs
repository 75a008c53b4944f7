using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Customers.Imports.Jobs;

/// <summary>Goes on with imports of customers.</summary>
internal sealed class RunCustomerImportsJob(CustomerImportRunner runner) : IPortalJob
{
    public static string Key => "run-customer-imports";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await runner.RunAsync(cancellationToken) is { } made ? JobReport.Done($"{made} customers made") : JobReport.Nothing;
}
