using IspPortal.Core.Network.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Imports;

/// <summary>Everything that taking over a router registers.</summary>
internal static class ImportsRegistration
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportReader>();
        services.AddScoped<ImportDirectory>();
        services.AddScoped<AccessTaker>();
        services.AddScoped<IImports, Imports>();
        return services;
    }
}
