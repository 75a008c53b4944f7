using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Network.Backups;
using IspPortal.Infrastructure.Network.Canary;
using IspPortal.Infrastructure.Network.Isolir;
using IspPortal.Infrastructure.Network.Operations;
using IspPortal.Infrastructure.Network.Provisioning;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network;

/// <summary>Everything the network features register. Who polls (<see cref="ILiveRouters"/>) is registered by monitoring.</summary>
internal static class NetworkRegistration
{
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddScoped<IRouterDirectory, RouterDirectory>();
        services.AddScoped<IRouterEditor, RouterEditor>();
        services.AddScoped<IAccessDirectory, AccessDirectory>();
        services.AddScoped<ISearchSource, NetworkSearch>();
        services.AddScoped<IAuditNames, NetworkAuditNames>();
        services.AddSingleton<RouterProbe>();
        services.AddProvisioning();
        services.AddOperations();
        services.AddRouterEvents();
        services.AddRouterBackups();
        services.AddRouterCanary();
        services.AddIsolirKit();
        services.AddAddressing();
        return services;
    }
}
