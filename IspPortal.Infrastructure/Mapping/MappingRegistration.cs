using IspPortal.Infrastructure.Mapping.Plant;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Mapping;

/// <summary>Everything the map registers. Needs AddNetwork, AddMonitoring, AddCustomers and AddSubscriptions, whose lines it places.</summary>
internal static class MappingRegistration
{
    public static IServiceCollection AddMapping(this IServiceCollection services)
    {
        services.AddSingleton<PlantAtlas>();
        return services;
    }
}
