using IspPortal.Infrastructure.Lab.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The lab's routers and their past in the portal. Needs AddLab before it, persistence and monitoring; does nothing while the lab is off.</summary>
internal static class LabNetworkSeeding
{
    public static IServiceCollection AddLabNetworkSeeding(this IServiceCollection services)
    {
        // AddLab adds the sample ISP only while the lab is on.
        if (services.All(service => service.ServiceType != typeof(SampleIsp)))
        {
            return services;
        }

        services.AddSingleton(new LabBooks(Months: 2));
        services.AddHostedService<LabSendersStep>();
        services.AddHostedService<LabBillingStep>();
        services.AddHostedService<LabLetterheadStep>();
        services.AddHostedService<LabRoutersStep>();
        services.AddHostedService<LabCustomersStep>();
        services.AddHostedService<LabDocumentsStep>();
        services.AddHostedService<LabPlansStep>();
        services.AddHostedService<LabSubscriptionsStep>();
        services.AddHostedService<LabQuotaStep>();
        services.AddHostedService<LabOffersStep>();
        services.AddHostedService<LabInventoryStep>();
        services.AddHostedService<LabPlantStep>();
        services.AddHostedService<LabLightStep>();
        services.AddHostedService<LabHistoryStep>();
        services.AddHostedService<LabMoneyStep>();
        services.AddHostedService<LabDashboardStep>();
        services.AddHostedService<LabWelcome>();
        return services;
    }
}
