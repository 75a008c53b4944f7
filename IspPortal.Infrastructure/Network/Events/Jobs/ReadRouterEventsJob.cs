using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Network.Events.Jobs;

internal sealed class ReadRouterEventsJob(RouterLogHarvest harvest) : IPortalJob
{
    public static string Key => "read-router-events";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var kept = await harvest.ReadAllAsync(cancellationToken);
        return kept == 0 ? JobReport.Nothing : JobReport.Done($"{kept} events");
    }
}
