using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Outbox.Jobs;

internal sealed class OutboxRetentionJob(OutboxRetention retention) : IPortalJob
{
    public static string Key => "outbox-retention";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var removed = await retention.RemoveOldAsync(cancellationToken);
        return removed == 0 ? JobReport.Nothing : JobReport.Done($"{removed} events removed");
    }
}
