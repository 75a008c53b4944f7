using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Network.Drift;
using IspPortal.Infrastructure.Network.Imports;
using IspPortal.Infrastructure.Network.Pairs;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Everything that planning and applying register.</summary>
internal static class ProvisioningRegistration
{
    public static IServiceCollection AddProvisioning(this IServiceCollection services)
    {
        services.AddSettings<ProvisioningSettings, ProvisioningSettingsValidator>("provisioning");
        services.AddSingleton<RouterClients>();
        services.AddSingleton<IRouterContentsReader, RouterContentsReader>();
        services.AddSingleton<DesiredAccesses>();
        services.AddSingleton<RouterPlanMaker>();
        services.AddSingleton<UnreadParts>();
        services.AddSingleton<BatchSender>();
        services.AddSingleton<IsolirStepGuard>();
        services.AddSingleton<StaleStepGuard>();
        services.AddSingleton<PlacementWriter>();
        services.AddSingleton<IRouterWriteGuard, ObserveModeGuard>();
        services.AddSingleton<PlanPartRunner>();
        services.AddSingleton<PlanPump>();
        services.AddHostedService(provider => provider.GetRequiredService<PlanPump>());
        services.AddSingleton<PlanRetention>();
        services.AddPortalJob<PlanRetentionJob>(JobSchedule.DailyAt(new TimeOnly(3, 30)));
        services.AddScoped<PlanDrafts>();
        services.AddScoped<IPlanDrafts>(provider => provider.GetRequiredService<PlanDrafts>());
        services.AddScoped<PlanUndo>();
        services.AddScoped<AccessPlanDirectory>();
        services.AddScoped<IAccessPlans, AccessPlans>();
        services.AddScoped<IAccessEditor, AccessEditor>();
        services.AddScoped<IOwnedAccesses, OwnedAccesses>();
        services.AddImports();
        services.AddDrift();
        services.AddPairs();
        return services;
    }
}
