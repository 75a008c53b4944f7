using IspPortal.Core.Audit;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Infrastructure.Mapping.Plant;
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
        services.AddScoped<IAuditNames, PlantAuditNames>();
        return services;
    }
}
