using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Maintenance;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Alerts.Rules;
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
using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Plans.WhatIf;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Infrastructure.Live;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;
using IspPortal.Web.Shared.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace IspPortal.Tests.Api;

/// <summary>The API's own part of the pipeline over scripted services: the caller says in headers who he is.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string PermissionsHeader = "X-Test-Permissions";
    public const string CallerHeader = "X-Test-Caller";

    private const string AddressHeader = "X-Test-Address";

    private static readonly Guid DefaultCaller = new("01890a5d-ac96-774b-bcce-b302099a8057");

    private readonly WebApplication _app;

    private ApiHost(WebApplication app) => _app = app;

    public Mock<IRouterDirectory> Routers { get; private init; } = new(MockBehavior.Strict);

    public Mock<IRouterEditor> RouterEditor { get; private init; } = new(MockBehavior.Strict);

    public Mock<IAlertDesk> AlertDesk { get; private init; } = new(MockBehavior.Strict);

    public Mock<ISeriesReader> Series { get; private init; } = new(MockBehavior.Strict);

    public Mock<IIdempotencyLedger> Ledger { get; private init; } = new(MockBehavior.Strict);

    public Mock<IJobDirectory> Jobs { get; private init; } = new(MockBehavior.Strict);

    public Mock<ISettingsCatalog> Settings { get; private init; } = new(MockBehavior.Strict);

    public static async Task<ApiHost> StartAsync(
        TimeProvider? clock = null,
        IIdempotencyLedger? ledger = null,
        Action<IServiceCollection>? services = null,
        params IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddLocalization().AddScoped<ErrorText>().AddAntiforgery();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddScoped<HeaderActor>().AddScoped<ICurrentActor>(services => services.GetRequiredService<HeaderActor>());
        builder.Services.AddPortalApi(builder.Configuration);

        var (routers, editor, desk) = (new Mock<IRouterDirectory>(MockBehavior.Strict), new Mock<IRouterEditor>(MockBehavior.Strict), new Mock<IAlertDesk>(MockBehavior.Strict));
        var (series, mockLedger) = (new Mock<ISeriesReader>(MockBehavior.Strict), new Mock<IIdempotencyLedger>(MockBehavior.Strict));
        var (jobs, catalog) = (new Mock<IJobDirectory>(MockBehavior.Strict), new Mock<ISettingsCatalog>(MockBehavior.Strict));
        builder.Services.AddSingleton(routers.Object).AddSingleton(editor.Object).AddSingleton(desk.Object).AddSingleton(series.Object)
            .AddSingleton(ledger ?? mockLedger.Object).AddSingleton(jobs.Object).AddSingleton(catalog.Object)
            .AddSingleton(Mock.Of<ISessionDirectory>()).AddSingleton(Mock.Of<IAccessDirectory>()).AddSingleton(Mock.Of<IRouterBackups>()).AddSingleton(Mock.Of<IIsolirKit>())
            .AddSingleton(Mock.Of<IRouterEvents>()).AddSingleton(Mock.Of<IRouterTableReader>()).AddSingleton(Mock.Of<IRouterOperations>()).AddSingleton(Mock.Of<IRouterTools>())
            .AddSingleton(Mock.Of<IAccessEditor>()).AddSingleton(Mock.Of<IOwnedAccesses>()).AddSingleton(Mock.Of<IAccessPlans>()).AddSingleton(Mock.Of<IImports>())
            .AddSingleton(Mock.Of<IRouterPairs>()).AddSingleton(Mock.Of<IDrift>()).AddSingleton(Mock.Of<IObserveMode>()).AddSingleton(Mock.Of<IAddressing>())
            .AddSingleton(Mock.Of<IAddressAssigner>()).AddSingleton(Mock.Of<ICustomerImportDirectory>()).AddSingleton(Mock.Of<ICustomerImportDesk>()).AddSingleton(Mock.Of<ICustomerDirectory>())
            .AddSingleton(Mock.Of<ICustomerEditor>()).AddSingleton(Mock.Of<ICustomerIdentity>()).AddSingleton(Mock.Of<ICustomerMerge>()).AddSingleton(Mock.Of<ICustomerTransfer>())
            .AddSingleton(Mock.Of<ICustomerPrivacy>()).AddSingleton(Mock.Of<IBillingAccounts>()).AddSingleton(Mock.Of<ITimeline>()).AddSingleton(Mock.Of<ICustomerDocumentDirectory>())
            .AddSingleton(Mock.Of<ICustomerDocumentDesk>()).AddSingleton(Mock.Of<IPlanCatalog>()).AddSingleton(Mock.Of<IPlanEditor>()).AddSingleton(Mock.Of<IPlanProfiles>())
            .AddSingleton(Mock.Of<IPlanForecast>()).AddSingleton(Mock.Of<IPlanAddOns>()).AddSingleton(Mock.Of<IPlanPromotions>()).AddSingleton(Mock.Of<ISpeedCampaigns>())
            .AddSingleton(Mock.Of<IDeviceDirectory>()).AddSingleton(Mock.Of<IDeviceDesk>()).AddSingleton(Mock.Of<IInventoryCatalog>()).AddSingleton(Mock.Of<IStockCounts>())
            .AddSingleton(Mock.Of<IOutageDirectory>()).AddSingleton(Mock.Of<IMessageLog>()).AddSingleton(Mock.Of<IMessageTemplates>()).AddSingleton(Mock.Of<IMessageSenders>())
            .AddSingleton(Mock.Of<IMessageForecast>()).AddSingleton(Mock.Of<IMessageReports>()).AddSingleton(Mock.Of<IDashboardDirectory>()).AddSingleton(Mock.Of<IDashboardEditor>())
            .AddSingleton(Mock.Of<IDashboardLinks>()).AddSingleton(Mock.Of<IWidgetReader>()).AddSingleton(Mock.Of<IReportDirectory>()).AddSingleton(Mock.Of<IReportDesk>())
            .AddSingleton(Mock.Of<IReportSchedules>()).AddSingleton(Mock.Of<IPlantCatalog>()).AddSingleton(Mock.Of<IPlantTracer>()).AddSingleton(Mock.Of<IPlantCapacity>())
            .AddSingleton(Mock.Of<IPortDesk>()).AddSingleton(Mock.Of<IOpticalLevels>()).AddSingleton(Mock.Of<IOpticalReadings>()).AddSingleton(Mock.Of<IPlantExchange>())
            .AddSingleton(Mock.Of<IPlantPhotos>()).AddSingleton(Mock.Of<ISubscriptionDirectory>()).AddSingleton(Mock.Of<ISubscriptionSales>()).AddSingleton(Mock.Of<ISubscriptionLifecycle>())
            .AddSingleton(Mock.Of<ISubscriptionMoves>()).AddSingleton(Mock.Of<ISubscriptionOffers>()).AddSingleton(Mock.Of<IBulkChanges>()).AddSingleton(Mock.Of<IInstallationOrders>())
            .AddSingleton(Mock.Of<IApiKeyRefusals>()).AddSingleton(Mock.Of<IAlertDirectory>()).AddSingleton(Mock.Of<IAlertRules>()).AddSingleton(Mock.Of<IMaintenanceDesk>())
            .AddSingleton(Mock.Of<IAlertPolicies>()).AddSingleton(Mock.Of<IOnCallDesk>())
            .AddSingleton(Mock.Of<IAuditDirectory>()).AddSingleton(Mock.Of<ISeriesAnalytics>()).AddSingleton(Mock.Of<IUsageDirectory>()).AddSingleton(Mock.Of<IBusinessClock>())
            .AddSingleton(Mock.Of<IQuotaDirectory>()).AddSingleton(Mock.Of<IQuotaTopUps>()).AddSingleton(Mock.Of<ITopTalkers>()).AddSingleton(Mock.Of<ICapacityForecasts>())
            .AddSingleton(Mock.Of<IAvailabilityReports>()).AddSingleton(Mock.Of<IBusyHours>())
            .AddSingleton(Mock.Of<IReceiptBook>()).AddSingleton(Mock.Of<IReceiptDirectory>()).AddSingleton(Mock.Of<IInvoiceCorrections>()).AddSingleton(Mock.Of<ICreditNoteDirectory>())
            .AddSingleton(Mock.Of<IBillingRuns>()).AddSingleton(Mock.Of<IInvoiceDirectory>()).AddSingleton(Mock.Of<ILedgerDirectory>()).AddSingleton(Mock.Of<IDayClosing>())
            .AddSingleton(Mock.Of<IOpeningDirectory>()).AddSingleton(Mock.Of<IOpeningDesk>()).AddSingleton(Mock.Of<IInvoicePapers>()).AddSingleton(Mock.Of<IInvoiceSending>())
            .AddSingleton(Mock.Of<ICreditNotePapers>()).AddSingleton(Mock.Of<ICreditNoteSending>()).AddSingleton(Mock.Of<IInvoiceBundles>()).AddSingleton(Mock.Of<IBillingWhatIf>()).AddSingleton(Mock.Of<IRefunds>())
            .AddSingleton(Mock.Of<IAgeing>()).AddSingleton(Mock.Of<ITaxBooks>()).AddSingleton(Mock.Of<IBillingTerms>()).AddSingleton(Mock.Of<IWorkbooks>()).AddSingleton(Mock.Of<IRevenue>()).AddSingleton(Mock.Of<ILeaks>())
            .AddSingleton(Mock.Of<IDunningDesk>()).AddSingleton(Mock.Of<IIsolirRuns>())
            .AddScoped<DocumentDownload>();

        builder.Services.AddSingleton<ILiveFeed, LiveFeed>();
        builder.Services.AddHealthChecks();
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = context.Request.Headers.TryGetValue(AddressHeader, out var address) ? IPAddress.Parse(address.ToString()) : null;
            return next(context);
        });
        app.UseRequestLocalization("en", "id");
        app.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<HeaderActor>().Actor = ActorOf(context.Request.Headers);
            return next(context);
        });
        app.UsePortalApi();
        app.MapPortalApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiHost(app)
        {
            Routers = routers,
            RouterEditor = editor,
            AlertDesk = desk,
            Series = series,
            Ledger = mockLedger,
            Jobs = jobs,
            Settings = catalog,
        };
    }

    public IServiceProvider Services => _app.Services;

    public TestServer Server => (TestServer)_app.Services.GetRequiredService<IServer>();

    /// <summary>A client without a sign-in.</summary>
    public HttpClient Anonymous() => Server.CreateClient();

    /// <summary>A client without a sign-in at that address.</summary>
    public HttpClient From(string address)
    {
        var client = Server.CreateClient();
        client.DefaultRequestHeaders.Add(AddressHeader, address);
        return client;
    }

    /// <summary>A signed-in client by bearer token; it may do just that.</summary>
    public HttpClient SignedIn(params IReadOnlyList<string> permissions)
    {
        var client = ByCookie(permissions);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "scripted");
        return client;
    }

    /// <summary>A signed-in client that sends no Authorization header.</summary>
    public HttpClient ByCookie(params IReadOnlyList<string> permissions)
    {
        var client = Server.CreateClient();
        client.DefaultRequestHeaders.Add(PermissionsHeader, string.Join(',', permissions));
        return client;
    }

    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        return problem;
    }

    public static async Task<JsonElement> BodyAsync(HttpResponseMessage response, int status = 200)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Actor ActorOf(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(PermissionsHeader, out var permissions))
        {
            return Actor.Anonymous;
        }

        var caller = headers.TryGetValue(CallerHeader, out var id) ? Guid.Parse(id.ToString()) : DefaultCaller;
        return new Actor(ActorKind.User, caller, "tester", permissions.ToString().Split(',').ToFrozenSet(StringComparer.Ordinal), "127.0.0.1");
    }

    private sealed class HeaderActor : ICurrentActor
    {
        public Actor Actor { get; set; } = Actor.Anonymous;
    }
}
