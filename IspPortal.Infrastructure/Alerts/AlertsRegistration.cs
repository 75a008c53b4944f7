using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Maintenance;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Network.Isolir;
using IspPortal.Infrastructure.Alerts.Escalation;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Alerts.Maintenance;
using IspPortal.Infrastructure.Alerts.OnCall;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Series;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Alerts;

/// <summary>Everything alerts register. Needs AddMonitoring, and AddMessaging for telling people; AddMapping for its outages.</summary>
internal static class AlertsRegistration
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSettings<AlertSettings, AlertSettingsValidator>("alerts");
        services.AddSingleton<AlertBoard>();
        services.AddSingleton<AlertIncidents>();
        services.AddSingleton<AlertTide>();
        services.AddSingleton<RouterWatch>();
        services.AddSingleton<IRouterStateObserver>(provider => provider.GetRequiredService<RouterWatch>());
        services.AddScoped<IAlertDirectory, AlertDirectory>();
        services.AddScoped<IAlertDesk, AlertDesk>();
        services.AddScoped<IAuditNames, AlertAuditNames>();
        services.AddEventHandler<IsolirKitChecked, IsolirWatch>("alert-isolir-kit");
        services.AddEventHandler<PlantOutageChanged, OutageAlerts>("alert-outages");
        services.AddPortalJob<ForgetAlertsJob>(JobSchedule.DailyAt(new TimeOnly(4, 25)));
        return services.AddRules().AddTelling();
    }

    private static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.AddSingleton<RuleBook>();
        services.AddSingleton<SubjectNames>();
        services.AddSingleton<RuleEngine>();
        services.AddSingleton<ISampleObserver>(provider => provider.GetRequiredService<RuleEngine>());
        services.AddSingleton<IRouterStateObserver>(provider => provider.GetRequiredService<RuleEngine>());
        services.AddScoped<RulePreviewer>();
        services.AddScoped<IAlertRules, AlertRules>();
        services.AddScoped<IMaintenanceDesk, MaintenanceDesk>();
        services.AddHostedService<SeedAlertRules>();
        services.AddPortalJob<AlignAlertsJob>(JobSchedule.Every(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)).On(JobLane.Collection));
        return services;
    }

    private static IServiceCollection AddTelling(this IServiceCollection services)
    {
        services.AddSingleton<OnCallReading>();
        services.AddSingleton<AlertWords>();
        services.AddScoped<AlertEscalation>();
        services.AddScoped<IAlertPolicies, AlertPolicies>();
        services.AddScoped<IOnCallDesk, OnCallDesk>();
        services.AddPortalJob<EscalateAlertsJob>(JobSchedule.Every(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)));
        foreach (var definition in AlertMessages.All)
        {
            services.AddSingleton(definition);
        }

        return services;
    }
}
