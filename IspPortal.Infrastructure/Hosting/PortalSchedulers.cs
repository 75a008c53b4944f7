using IspPortal.Core.Common.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>The two schedulers; each is registered under its own name.</summary>
internal sealed class PortalSchedulers(IServiceProvider provider)
{
    public ValueTask<IScheduler> OfAsync(JobLane lane, CancellationToken cancellationToken) =>
        provider.GetRequiredKeyedService<ISchedulerFactory>(QuartzPlans.SchedulerOf(lane)).GetScheduler(cancellationToken);
}
