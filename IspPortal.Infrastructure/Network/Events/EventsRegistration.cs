using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Events;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Network.Events.Jobs;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Events;

/// <summary>Everything that events of routers register.</summary>
internal static class EventsRegistration
{
    public static IServiceCollection AddRouterEvents(this IServiceCollection services)
    {
        services.AddSettings<RouterEventSettings, RouterEventSettingsValidator>("router-events");
        services.AddSingleton<RouterLogHarvest>();
        services.AddScoped<RouterEventRetention>();
        services.AddScoped<IRouterEvents, RouterEvents>();
        services.AddPortalJob<ReadRouterEventsJob>(JobSchedule.Every(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30)));
        services.AddPortalJob<RouterEventRetentionJob>(JobSchedule.DailyAt(new TimeOnly(3, 40)));
        return services;
    }
}
