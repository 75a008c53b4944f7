using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Network.Provisioning;

internal sealed class PlanRetentionJob(PlanRetention retention) : IPortalJob
{
    public static string Key => "plan-retention";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var removed = await retention.RemoveOldAsync(cancellationToken);
        return removed == 0 ? JobReport.Nothing : JobReport.Done($"{removed} plans removed");
    }
}
