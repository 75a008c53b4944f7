using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Isolir;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Isolir;

/// <summary>Everything that the isolir kit registers.</summary>
internal static class IsolirRegistration
{
    public static IServiceCollection AddIsolirKit(this IServiceCollection services)
    {
        services.AddSettings<IsolirSettings, IsolirSettingsValidator>("isolir");
        services.AddSingleton<IsolirProof>();
        services.AddSingleton<IsolirKits>();
        services.AddScoped<IIsolirKit, IsolirKit>();
        services.AddPortalJob<CheckIsolirKitsJob>(JobSchedule.Every(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(3)));
        return services;
    }
}
