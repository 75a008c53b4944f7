using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Messaging;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Reporting.Dashboards;
using IspPortal.Infrastructure.Reporting.Jobs;
using IspPortal.Infrastructure.Reporting.Leaks;
using IspPortal.Infrastructure.Reporting.Reports;
using IspPortal.Infrastructure.Reporting.Reports.Sources;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Reporting;

/// <summary>Everything dashboards and reports register. Needs all features that it reads, printing and printed documents.</summary>
internal static class ReportingRegistration
{
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.AddScoped<SeriesNames>();
        services.AddScoped<ILeaks, LeakFinder>();
        AddDashboards(services);
        AddReports(services);
        return services;
    }

    private static void AddDashboards(IServiceCollection services)
    {
        services.AddScoped<WidgetSeries>();
        services.AddScoped<WidgetSituation>();
        services.AddScoped<IWidgetReader, WidgetReader>();
        services.AddScoped<IDashboardDirectory, DashboardDirectory>();
        services.AddScoped<IDashboardEditor, DashboardEditor>();
        services.AddScoped<IDashboardLinks, DashboardLinks>();
        services.AddSingleton<IPublicDashboards, PublicDashboards>();
        services.AddScoped<IAuditNames, DashboardAuditNames>();
    }

    private static void AddReports(IServiceCollection services)
    {
        services.AddSettings<ReportSettings, ReportSettingsValidator>("reports");
        services.AddSingleton<ReportFiles>();
        services.AddScoped<ReportSeriesReader>();
        services.AddScoped<IReportSource, PerformanceSource>();
        services.AddScoped<IReportSource, AvailabilitySource>();
        services.AddScoped<IReportSource, UsageSource>();
        services.AddScoped<IReportSource, CapacitySource>();
        services.AddScoped<IReportSource, GrowthSource>();
        services.AddScoped<ReportTurn>();
        services.AddScoped<ReportMaker>();
        services.AddScoped<ReportSender>();
        services.AddScoped<ReportRunner>();
        services.AddScoped<ReportScheduler>();
        services.AddScoped<ReportSweeper>();
        services.AddScoped<IReportDirectory, ReportDirectory>();
        services.AddScoped<IReportDesk, ReportDesk>();
        services.AddScoped<IReportSchedules, ReportSchedules>();
        services.AddScoped<IAuditNames, ReportAuditNames>();
        services.AddSingleton(ReportMessages.Ready);
        services.AddSingleton<IMessageAttachmentSource, PdfReportAttachments>();
        services.AddSingleton<IMessageAttachmentSource, XlsxReportAttachments>();
        services.AddSingleton<IMessageAttachmentSource, CsvReportAttachments>();
        services.AddPortalJob<RunReportsJob>(JobSchedule.Every(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15)));
        services.AddPortalJob<ScheduleReportsJob>(JobSchedule.Every(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30)));
        services.AddPortalJob<SweepReportsJob>(JobSchedule.DailyAt(new TimeOnly(4, 10)));
    }
}
