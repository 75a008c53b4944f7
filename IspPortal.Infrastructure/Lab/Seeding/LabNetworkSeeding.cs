using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The lab's routers and their past in the portal. Needs the lab, persistence and monitoring; does nothing while the lab is off.</summary>
internal static class LabNetworkSeeding
{
    /// <summary><paramref name="onByDefault"/> decides where <c>Lab:Enabled</c> says nothing, as in <c>AddLab</c>.</summary>
    public static IServiceCollection AddLabNetworkSeeding(this IServiceCollection services, IConfiguration configuration, bool onByDefault)
    {
        var options = new LabOptions { Enabled = onByDefault };
        configuration.GetSection(LabOptions.Section).Bind(options);
        if (!options.Enabled)
        {
            return services;
        }

        services.AddSingleton(provider => new LabRoutersStep(
            options,
            provider.GetRequiredService<Sample.SampleIsp>(),
            provider.GetRequiredService<Persistence.PortalContextSource>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<LabRoutersStep>());
        services.AddSingleton<IHostedService, LabHistoryStep>();
        return services;
    }
}
