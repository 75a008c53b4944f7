using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Pairs;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Network.Provisioning;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>Everything that pairs of routers register.</summary>
internal static class PairsRegistration
{
    public static IServiceCollection AddPairs(this IServiceCollection services)
    {
        services.AddScoped<PairPlanner>();
        services.AddScoped<PairBook>();
        services.AddScoped<PairDesk>();
        services.AddScoped<IOwnUndo, PairUndo>();
        services.AddScoped<IRouterPairs, RouterPairs>();
        services.AddSingleton<CleanUpDrafts>();
        services.AddPortalJob<PrepareCleanUpsJob>(JobSchedule.Every(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20)));
        return services;
    }
}
