using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Plans.WhatIf;
using IspPortal.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Everything service plans register. Needs the network features. Whoever knows better who is on a plan registers its <see cref="IPlanUsage"/> first.</summary>
internal static class PlansRegistration
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddSingleton<PlanCalendar>();
        services.AddSingleton<RouterProfiles>();
        services.TryAddScoped<IPlanUsage, OwnedPlanUsage>();
        services.AddScoped<IPlanCatalog, PlanCatalog>();
        services.AddScoped<IPlanEditor, PlanEditor>();
        services.AddScoped<IPlanForecast, PlanForecast>();
        services.AddScoped<IPlanProfiles, PlanProfiles>();
        services.AddScoped<IPlanAddOns, PlanAddOns>();
        services.AddScoped<IPlanPromotions, PlanPromotions>();
        services.AddScoped<ISpeedCampaigns, SpeedCampaigns>();
        services.AddScoped<SpeedCampaignRunner>();
        services.AddScoped<ISearchSource, PlanSearch>();
        services.AddScoped<IAuditNames, PlanAuditNames>();
        services.AddPortalJob<RunSpeedCampaignsJob>(JobSchedule.Every(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(50)));
        return services;
    }
}
