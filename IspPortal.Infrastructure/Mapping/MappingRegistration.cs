using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Geocoding;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tiles;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Mapping.Capacity;
using IspPortal.Infrastructure.Mapping.Catalog;
using IspPortal.Infrastructure.Mapping.Exchange;
using IspPortal.Infrastructure.Mapping.Geocoding;
using IspPortal.Infrastructure.Mapping.Levels;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Mapping.Outages;
using IspPortal.Infrastructure.Mapping.Photos;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Ports;
using IspPortal.Infrastructure.Mapping.Tiles;
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
        services.AddScoped<PlantChanges>();
        services.AddScoped<IPlantEditor, PlantEditor>();
        services.AddScoped<IFiberDesk, FiberDesk>();
        services.AddScoped<IPlantHistory, PlantHistory>();
        services.AddScoped<IPlantDrawings, PlantDrawings>();
        services.AddScoped<IPlantExchange, PlantExchange>();
        services.AddSingleton<PlantPhotoFiles>();
        services.AddScoped<IPlantPhotos, PlantPhotos>();
        services.AddScoped<PlantPhotoSweeper>();
        services.AddPortalJob<SweepPlantPhotosJob>(JobSchedule.DailyAt(new TimeOnly(3, 55)));
        services.AddScoped<IAuditNames, PlantAuditNames>();
        services.AddSettings<OutageSettings, OutageSettingsValidator>("outages");
        services.AddSingleton<OutageSight>();
        services.AddSingleton<RouterOutages>();
        services.AddSingleton<PlannedWorks>();
        services.AddSingleton<OutageFigures>();
        services.AddSingleton<OutageBoards>();
        services.AddScoped<OutageWatch>();
        services.AddScoped<IOutageDirectory, OutageDirectory>();
        services.AddSingleton<IOutageCover, OutageCover>();
        services.AddSingleton<IRouterWorks, RouterWorks>();
        services.AddSingleton<IOutageFacts, OutageFacts>();
        services.AddPortalJob<MirrorOutagesJob>(JobSchedule.Every(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20)).On(JobLane.Collection));
        services.AddPortalJob<WatchOutagesJob>(JobSchedule.Every(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)));
        services.AddSettings<OpticalSettings, OpticalSettingsValidator>("optics");
        services.AddScoped<IPlantTracer, PlantTracer>();
        services.AddScoped<IPlantCatalog, PlantCatalog>();
        services.AddScoped<IPlantCapacity, PlantCapacity>();
        services.AddScoped<PortChanges>();
        services.AddScoped<DropConnector>();
        services.AddScoped<IPortDesk, PortDesk>();
        services.AddScoped<IOpticalLevels, OpticalLevels>();
        services.AddSingleton<LightFigures>();
        services.AddScoped<IOpticalReadings, OpticalReadings>();
        services.AddEventHandler<SubscriptionSold, FollowSoldPorts>("follow-sold-ports");
        services.AddEventHandler<SignUpDiscarded, FreeGivenUpPorts>("free-discarded-ports");
        services.AddEventHandler<SubscriptionStatusChanged, FreeGivenUpPorts>("free-ended-ports");
        services.AddEventHandler<DevicesSwapped, FollowSwappedOnts>("follow-swapped-onts");
        services.AddSingleton<ICustomerDataPart, DropDataPart>();
        services.AddSingleton<LineAtlas>();
        services.AddSingleton<MapAtlas>();
        services.AddScoped<IMapView, MapViewer>();
        services.AddEventHandler<SubscriptionStatusChanged, FollowMapLines>("map-lines");
        services.AddOptions<MapOptions>().BindConfiguration(MapOptions.Section);
        services.AddSettings<MapSettings, MapSettingsValidator>("map");
        services.AddSingleton<IMapTiles, MapTiles>();
        services.AddSettings<GeocodingSettings, GeocodingSettingsValidator>("geocoding");
        services.AddSingleton<GeocoderQueue>();
        services.AddSingleton<GeocoderMemory>();
        services.AddSingleton<NominatimClient>();
        services.AddScoped<IGeocoder, Geocoder>();
        return services;
    }
}
