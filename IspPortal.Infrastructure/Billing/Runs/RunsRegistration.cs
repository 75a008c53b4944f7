using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Everything billing runs register.</summary>
internal static class RunsRegistration
{
    public static IServiceCollection AddBillingRuns(this IServiceCollection services)
    {
        services.AddSingleton<BillingRunner>();
        services.AddSingleton<BillingSchedule>();
        services.AddScoped<IBillingRuns, BillingRuns>();
        services.AddScoped<IBillingWhatIf, BillingWhatIf>();
        services.AddScoped<IAuditNames, BillingAuditNames>();
        services.AddPortalJob<RunBillingJob>(JobSchedule.Every(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15)));
        services.AddPortalJob<PrepareBillingRunJob>(JobSchedule.Every(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(50)));
        return services;
    }
}
