using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Everything dunning registers.</summary>
internal static class DunningRegistration
{
    public static IServiceCollection AddDunning(this IServiceCollection services)
    {
        services.AddSettings<DunningSettings, DunningSettingsValidator>("dunning");
        foreach (var definition in DunningEvents.All)
        {
            services.AddSingleton(definition);
        }

        services.AddSingleton<DunningClock>();
        services.AddSingleton<DunningReading>();
        services.AddSingleton<DunningNotices>();
        services.AddSingleton<LateFees>();
        services.AddScoped<DunningWalk>();
        services.AddScoped<DunningBoard>();
        services.AddScoped<IDunningDesk, DunningDesk>();
        services.AddSingleton<IsolirPreparation>();
        services.AddScoped<IsolirSchedule>();
        services.AddScoped<IsolirRunner>();
        services.AddScoped<IIsolirRuns, IsolirRuns>();
        services.AddScoped<Reconnections>();
        services.AddScoped<IAuditNames, DunningAuditNames>();
        services.AddPortalJob<RunDunningJob>(JobSchedule.Every(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(55)));
        services.AddPortalJob<FollowLateAccountsJob>(JobSchedule.Every(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)));
        services.AddPortalJob<RunIsolirJob>(JobSchedule.Every(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20)));
        services.AddPortalJob<RestoreLinesJob>(JobSchedule.Every(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15)));
        return services;
    }
}
