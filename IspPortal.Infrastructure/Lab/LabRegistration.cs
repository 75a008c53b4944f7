using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab.Messages;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Messaging.Gateways;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab;

/// <summary>Everything the lab registers.</summary>
internal static class LabRegistration
{
    /// <summary>
    /// Adds the lab: its settings and switches always, the sample ISP when it is on, the routers when they run in this process.
    /// <paramref name="onByDefault"/> decides where <c>Lab:Enabled</c> says nothing.
    /// </summary>
    public static IServiceCollection AddLab(this IServiceCollection services, IConfiguration configuration, bool onByDefault = false)
    {
        var options = new LabOptions { Enabled = onByDefault };
        configuration.GetSection(LabOptions.Section).Bind(options);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LabControl>();
        services.AddSingleton<ILabControl>(provider => provider.GetRequiredService<LabControl>());
        services.AddSingleton<LabCuts>();
        services.AddScoped<ILabFibre, LabFibre>();
        services.AddSingleton<LabPostRoom>();
        services.AddSingleton<LabPostServers>();
        services.AddScoped<ILabPost, LabPost>();
        if (!options.Enabled)
        {
            return services;
        }

        services.AddSingleton(new SampleIsp(options));
        services.AddSingleton<ILocalPorts>(provider => provider.GetRequiredService<LabPostServers>());
        services.AddHostedService<LabPostService>();
        if (!options.External)
        {
            var profile = SampleProfile.Find(options.Profile).Name;
            var data = configuration["Storage:DataDirectory"] ?? "data";
            services.AddSingleton(new LabDirectory(Path.Combine(Path.GetFullPath(data), "lab", profile)));
            services.AddSingleton<IHostedService, LabNetworkService>();
        }

        return services;
    }
}
