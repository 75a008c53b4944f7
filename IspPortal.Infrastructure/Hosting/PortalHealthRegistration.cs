using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>What must work before the portal is ready: the database, both schedulers.</summary>
internal static class PortalHealthRegistration
{
    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", timeout: TimeSpan.FromSeconds(5))
            .AddQuartz(QuartzPlans.Collection)
            .AddQuartz(QuartzPlans.Work);
        return services;
    }
}
