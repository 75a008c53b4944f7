using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Messaging;
using IspPortal.Core.Network.Drift;
using IspPortal.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>Everything that comparing routers and observe mode register.</summary>
internal static class DriftRegistration
{
    public static IServiceCollection AddDrift(this IServiceCollection services)
    {
        services.AddSingleton<DriftAuthorFinder>();
        services.AddSingleton<RouterReconciler>();
        services.AddScoped<DriftDirectory>();
        services.AddScoped<DriftAdopter>();
        services.AddScoped<IDrift, DriftDesk>();
        services.AddScoped<IObserveMode, ObserveMode>();
        services.AddSingleton<IMessageHold, ObserveHold>();
        services.AddPortalJob<ReconcileRoutersJob>(JobSchedule.Every(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(45)));
        return services;
    }
}
