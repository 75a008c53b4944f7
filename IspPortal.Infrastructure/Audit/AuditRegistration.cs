using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Audit.Jobs;
using IspPortal.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Audit;

/// <summary>Everything the audit registers.</summary>
internal static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddScoped<IAuditDirectory, AuditDirectory>();
        services.AddScoped<IAuditWriter, AuditWriter>();
        services.AddScoped<AuditRetention>();
        services.AddPortalJob<AuditRetentionJob>(JobSchedule.DailyAt(new TimeOnly(3, 20)));
        return services;
    }
}
