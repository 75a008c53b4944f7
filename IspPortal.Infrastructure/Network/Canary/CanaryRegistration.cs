using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Provisioning;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Canary;

/// <summary>Everything that the canary of router versions registers.</summary>
internal static class CanaryRegistration
{
    public static IServiceCollection AddRouterCanary(this IServiceCollection services)
    {
        services.AddSingleton<CanaryProbe>();
        services.AddSingleton<IRouterWriteGuard, CanaryGuard>();
        services.AddScoped<IRouterCanary, RouterCanaries>();
        return services;
    }
}
