using IspPortal.Core.Network.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Operations;

/// <summary>Everything that working on routers by hand registers.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddScoped<IRouterTableReader, RouterTableReader>();
        services.AddScoped<IRouterOperations, RouterOperations>();
        services.AddScoped<IRouterTools, RouterTools>();
        return services;
    }
}
