using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Network.Backups;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Network.Backups;

/// <summary>Everything that backups of routers register.</summary>
internal static class BackupsRegistration
{
    public static IServiceCollection AddRouterBackups(this IServiceCollection services)
    {
        services.AddSettings<BackupSettings, BackupSettingsValidator>("backups");
        services.AddSingleton<BackupFiles>();
        services.AddSingleton<RouterTextReader>();
        services.AddSingleton<RouterBackupTaker>();
        services.AddScoped<IRouterBackups, RouterBackups>();
        services.AddPortalJob<BackUpRoutersJob>(JobSchedule.DailyAt(new TimeOnly(2, 30)));
        return services;
    }
}
