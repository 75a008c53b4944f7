using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Subscriptions.Bulk;

/// <summary>Goes on with changes to many subscriptions.</summary>
internal sealed class RunBulkChangesJob(BulkRunner runner) : IPortalJob
{
    public static string Key => "run-bulk-changes";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await runner.RunAsync(cancellationToken) is var (done, failed) ? JobReport.Done($"{done} changed, {failed} could not be") : JobReport.Nothing;
}
