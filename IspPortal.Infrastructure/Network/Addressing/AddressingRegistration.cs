using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Network.Addressing.Jobs;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>Everything that addressing registers.</summary>
internal static class AddressingRegistration
{
    public static IServiceCollection AddAddressing(this IServiceCollection services)
    {
        services.AddSettings<AddressingSettings, AddressingSettingsValidator>("addressing");
        services.AddSingleton<AddressReader>();
        services.AddSingleton<AddressHarvest>();
        services.AddSingleton<AddressConflictKeeper>();
        services.AddScoped<PoolDirectory>();
        services.AddScoped<AssignmentDirectory>();
        services.AddScoped<ConflictDirectory>();
        services.AddScoped<IAddressing, AddressDesk>();
        services.AddScoped<IAddressAssigner, AddressAssigner>();
        services.AddPortalJob<ReadAddressesJob>(JobSchedule.Every(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(50)));
        return services;
    }
}
