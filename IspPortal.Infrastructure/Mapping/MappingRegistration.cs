using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Mapping.Capacity;
using IspPortal.Infrastructure.Mapping.Catalog;
using IspPortal.Infrastructure.Mapping.Levels;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Ports;
using IspPortal.Infrastructure.Mapping.Tracing;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Mapping;

/// <summary>Everything the map registers. Needs AddNetwork, AddMonitoring, AddCustomers and AddSubscriptions, whose lines it places.</summary>
internal static class MappingRegistration
{
    public static IServiceCollection AddMapping(this IServiceCollection services)
    {
        services.AddSingleton<PlantAtlas>();
        services.AddSettings<OpticalSettings, OpticalSettingsValidator>("optics");
        services.AddScoped<IPlantTracer, PlantTracer>();
        services.AddScoped<IPlantCatalog, PlantCatalog>();
        services.AddScoped<IPlantCapacity, PlantCapacity>();
        services.AddScoped<PortChanges>();
        services.AddScoped<DropConnector>();
        services.AddScoped<IPortDesk, PortDesk>();
        services.AddScoped<IOpticalLevels, OpticalLevels>();
        services.AddScoped<IOpticalReadings, OpticalReadings>();
        services.AddEventHandler<SubscriptionSold, FollowSoldPorts>("follow-sold-ports");
        return services;
    }
}
