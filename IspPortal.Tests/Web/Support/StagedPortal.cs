using IspPortal.Core.Alerts;
using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Users;
using IspPortal.Core.Inventory;
using IspPortal.Core.Lab;
using IspPortal.Core.Mapping.Geocoding;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tiles;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Live;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Layout;
using IspPortal.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace IspPortal.Tests.Web.Support;

/// <summary>The shell and its pages on a real port, with the real live feed over a <see cref="StagedNetwork"/>: what a browser shows for exactly these values.</summary>
internal sealed class StagedPortal : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StagedPortal(WebApplication app) => _app = app;

    public StagedNetwork Network => _app.Services.GetRequiredService<StagedNetwork>();

    public ILiveFeed Feed => _app.Services.GetRequiredService<ILiveFeed>();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<StagedPortal> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "IspPortal.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddShell();
        AddStage(builder.Services);
        var app = builder.Build();
        app.UseShell();
        app.MapStaticAssets("IspPortal.Web.staticwebassets.endpoints.json");
        app.MapShell();
        await app.StartAsync();
        return new StagedPortal(app);
    }

    public static void AddStage(IServiceCollection services)
    {
        services.AddSingleton(Mock.Of<IRouterEvents>()).AddSingleton(Mock.Of<IRouterTableReader>()).AddSingleton(Mock.Of<IRouterOperations>()).AddSingleton(Mock.Of<IRouterTools>());
        services.AddSingleton<ILiveFeed, LiveFeed>();
        services.AddSingleton<StagedNetwork>();
        services.AddSingleton<IRouterMonitor>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<ISeriesReader>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<IAccessDirectory>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<IRouterDirectory>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<IMapView, StagedMap>();
        services.AddSingleton(Mock.Of<IPlantPhotos>());
        services.AddSingleton<IAlertDirectory>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<IAlertDesk>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<IPortalSearch>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddScoped<ICurrentActor>(_ => StagedActor.Operator);
        services.AddSingleton(Mock.Of<ISessionDirectory>());
        services.AddSingleton(Mock.Of<IReportDirectory>()).AddSingleton(Mock.Of<IReportDesk>()).AddSingleton(Mock.Of<IReportSchedules>()).AddSingleton(Mock.Of<IDashboardDirectory>()).AddSingleton(Mock.Of<IDashboardEditor>()).AddSingleton(Mock.Of<IDashboardLinks>()).AddSingleton(Mock.Of<IWidgetReader>()).AddSingleton(Mock.Of<IPublicDashboards>()).AddSingleton(Mock.Of<ICompanyLogo>());
        services.AddSingleton(Mock.Of<IUserDirectory>()).AddSingleton(Mock.Of<IApiKeyDirectory>());
        services.AddSingleton(Mock.Of<IAuditDirectory>());
        services.AddSingleton(Mock.Of<IAccessPlans>());
        services.AddSingleton(Mock.Of<ILabControl>()).AddSingleton(Mock.Of<ILabPost>()).AddSingleton(Mock.Of<IPasswordResets>());
        services.AddSingleton(Mock.Of<IMessageLog>()).AddSingleton(Mock.Of<IMessageOptOuts>()).AddSingleton(Mock.Of<IMessageTemplates>()).AddSingleton(Mock.Of<IMessageSenders>()).AddSingleton(Mock.Of<IMessageForecast>());
        services.AddSingleton(Mock.Of<IAccessEditor>());

        // The addresses of billing's files are bound when the portal starts: what they ask must be there.
        services.AddSingleton(Mock.Of<IInvoiceDirectory>()).AddSingleton(Mock.Of<IInvoicePapers>()).AddSingleton(Mock.Of<IInvoiceBundles>()).AddSingleton(Mock.Of<ICreditNoteDirectory>()).AddSingleton(Mock.Of<ICreditNotePapers>());
        services.AddSingleton(Mock.Of<IBillingRuns>()).AddSingleton(Mock.Of<IReceiptDirectory>()).AddSingleton(Mock.Of<IReceiptSlips>()).AddSingleton(Mock.Of<IRefunds>()).AddSingleton(Mock.Of<ILedgerDirectory>()).AddSingleton(Mock.Of<IDayClosing>());
        services.AddSingleton(Mock.Of<IAgeing>()).AddSingleton(Mock.Of<ITaxBooks>()).AddSingleton(Mock.Of<IRevenue>()).AddSingleton(Mock.Of<ILeaks>()).AddSingleton(Mock.Of<IDunningDesk>()).AddSingleton(Mock.Of<IIsolirRuns>());
        services.AddSingleton(Mock.Of<IOpeningDirectory>()).AddScoped<OpeningWording>();
        services.AddSingleton(Mock.Of<IAddressing>()).AddSingleton(Mock.Of<ICustomerDirectory>()).AddSingleton(Mock.Of<ICustomerDocumentDirectory>()).AddSingleton(Mock.Of<IPlanCatalog>()).AddSingleton(Mock.Of<ISubscriptionDirectory>()).AddSingleton(Mock.Of<IDeviceDirectory>()).AddSingleton(Mock.Of<IPlantTracer>()).AddSingleton(Mock.Of<IMapTiles>()).AddSingleton(Mock.Of<IGeocoder>()).AddSingleton(Mock.Of<IPortDesk>());
        services.AddSingleton(Mock.Of<IQuotaDirectory>()).AddSingleton(Mock.Of<ITopTalkers>()).AddSingleton(Mock.Of<ICapacityForecasts>()).AddSingleton(Mock.Of<IAvailabilityReports>()).AddSingleton(Mock.Of<IBusyHours>());
        var (analytics, usage, business) = (new Mock<ISeriesAnalytics>(), new Mock<IUsageDirectory>(), new Mock<IBusinessClock>());
        analytics.Setup(a => a.StatisticsAsync(It.IsAny<SeriesSubject>(), It.IsAny<Metric>(), It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<SeriesStatistics>)new SeriesStatistics(1_250_000, 3_750_000, 2_500_000, 108_000_000_000, TimeSpan.FromHours(23), TimeSpan.FromHours(1)));
        usage.Setup(u => u.DaysAsync(It.IsAny<Guid>(), It.IsAny<DateOnly>(), It.IsAny<DateOnly>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid _, DateOnly from, DateOnly _, CancellationToken _) => (Result<IReadOnlyList<UsageDay>>)new[] { new UsageDay(from, 9_000_000_000, 1_000_000_000, TimeSpan.FromHours(23), TimeSpan.FromHours(1)) });
        business.Setup(b => b.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new DateOnly(2026, 11, 22));
        services.AddSingleton(analytics.Object).AddSingleton(usage.Object).AddSingleton(business.Object);
        var lines = new Mock<IOwnedAccesses>();
        lines.Setup(l => l.GetAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid id, CancellationToken _) => LineOf(id));
        services.AddSingleton(lines.Object);

        // The stage has no accounts: the guard of the layout listens to a session that never ends.
        services.AddSingleton(Mock.Of<IAccountSessions>());
        services.AddScoped(_ => Mock.Of<IActorScope>());
        services.AddScoped<CircuitSession>();
    }

    private static Result<OwnedAccess> LineOf(Guid id) => new OwnedAccess(
        id, AccessService.Pppoe, "budi.santoso", true, AccessLifecycle.Live, AccessHolds.Dunning, AccessState.Isolated, "HOME-30", null, null, null, "", "Rumah Pak Budi", null, 3,
        [new OwnedPlacement(id, "RTR-BEKASI", PlacementRole.Primary, false, AccessState.Active, new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc), true)]);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
