using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Network.Events.Jobs;

internal sealed class RouterEventRetentionJob(RouterEventRetention retention) : IPortalJob
{
    public static string Key => "router-event-retention";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var removed = await retention.RemoveOldAsync(cancellationToken);
        return removed == 0 ? JobReport.Nothing : JobReport.Done($"{removed} rows removed");
    }
}
