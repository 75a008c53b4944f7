using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Mapping;

/// <summary>Everything the map registers. Needs AddNetwork, AddMonitoring, AddCustomers and AddSubscriptions, whose lines it places.</summary>
internal static class MappingRegistration
{
    public static IServiceCollection AddMapping(this IServiceCollection services)
    {
        services.AddSingleton<PlantAtlas>();
        services.AddSingleton<LineAtlas>();
        services.AddSingleton<MapAtlas>();
        services.AddScoped<IMapView, MapViewer>();
        services.AddEventHandler<SubscriptionStatusChanged, FollowMapLines>("map-lines");
        return services;
    }
}
