using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Monitoring.Analytics;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Monitoring.Relay;
using IspPortal.Infrastructure.Monitoring.Sessions;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Series;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>Everything monitoring registers, the live feed and the series store with it.</summary>
internal static class MonitoringRegistration
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.TryAddSingleton<ILiveFeed, LiveFeed>();
        services.AddSeries();
        services.AddSettings<MonitoringSettings, MonitoringSettingsValidator>("monitoring");

        services.AddSingleton<BusinessZone>();
        services.AddSingleton<SeriesCheck>();
        services.AddSingleton<LiveNetwork>();
        services.AddSingleton<ILiveRouters, LiveRouters>();
        services.AddSingleton<TotalsPublisher>();
        services.AddSingleton<CollectionWriter>();
        services.AddSingleton<SharedLines>();
        services.AddSingleton<RouterRelay>();
        services.AddSingleton<CollectorServices>();
        services.AddSingleton<RouterLeases>();
        services.AddSingleton<CollectorFleet>();
        services.AddSingleton<IRouterChangeListener>(provider => provider.GetRequiredService<CollectorFleet>());
        services.AddHostedService(provider => provider.GetRequiredService<CollectorFleet>());

        services.AddScoped<IRouterMonitor, RouterMonitor>();
        services.AddScoped<ISeriesReader, SeriesReader>();
        services.AddScoped<ISeriesAnalytics, SeriesAnalytics>();
        services.AddScoped<IUsageDirectory, UsageDirectory>();
        services.AddScoped<ISessionDirectory, SessionDirectory>();
        services.AddAnalytics();
        services.AddScoped<ISearchSource, SessionSearch>();

        services.AddPortalJob<AssignRoutersJob>(JobSchedule.Every(TimeSpan.FromSeconds(5)).On(JobLane.Collection));
        services.AddPortalJob<ReadSharedLinesJob>(JobSchedule.Every(TimeSpan.FromSeconds(30)).On(JobLane.Collection));
        services.AddPortalJob<MirrorRoutersJob>(JobSchedule.Every(TimeSpan.FromSeconds(2)).On(JobLane.Collection));
        services.AddPortalJob<CollectTrafficJob>(JobSchedule.ForSubjects().On(JobLane.Collection));
        services.AddPortalJob<CompactSeriesJob>(JobSchedule.Every(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(2)));
        return services;
    }

    private static void AddAnalytics(this IServiceCollection services)
    {
        services.AddSettings<AnalyticsSettings, AnalyticsSettingsValidator>("analytics");
        services.AddScoped<InterfaceDays>();
        services.AddScoped<InterfaceSpeeds>();
        services.AddPortalJob<ReadInterfaceSpeedsJob>(JobSchedule.Every(TimeSpan.FromHours(1), TimeSpan.FromSeconds(70)));
        services.AddScoped<ITopTalkers, TopTalkers>();
        services.AddScoped<ICapacityForecasts, CapacityForecasts>();
        services.AddScoped<IAvailabilityReports, AvailabilityReports>();
        services.AddScoped<IBusyHours, BusyHours>();
    }
}
