using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Audit.Jobs;

internal sealed class AuditRetentionJob(AuditRetention retention) : IPortalJob
{
    public static string Key => "audit-retention";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var removed = await retention.RemoveOldAsync(cancellationToken);
        return removed == 0 ? JobReport.Nothing : JobReport.Done($"{removed} rows removed");
    }
}
