using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Messaging.Jobs;

internal sealed class MessageRetentionJob(MessageRetention retention) : IPortalJob
{
    public static string Key => "message-retention";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var removed = await retention.RemoveOldAsync(cancellationToken);
        return removed == 0 ? JobReport.Nothing : JobReport.Done($"{removed} messages removed");
    }
}
