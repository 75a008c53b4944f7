using IspPortal.Core.Audit;
using IspPortal.Core.Alerts;
using IspPortal.Core.Network.Isolir;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Alerts;

/// <summary>Everything alerts register.</summary>
internal static class AlertsRegistration
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<AlertBoard>();
        services.AddSingleton<AlertIncidents>();
        services.AddSingleton<RouterWatch>();
        services.AddSingleton<IRouterStateObserver>(provider => provider.GetRequiredService<RouterWatch>());
        services.AddScoped<IAlertDirectory, AlertDirectory>();
        services.AddScoped<IAlertDesk, AlertDesk>();
        services.AddScoped<IAuditNames, AlertAuditNames>();
        services.AddEventHandler<IsolirKitChecked, IsolirWatch>("alert-isolir-kit");
        return services;
    }
}
