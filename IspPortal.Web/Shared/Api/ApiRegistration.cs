using System.Text.Json;
using System.Text.Json.Serialization;
using IspPortal.Web.Features.Addressing.Api;
using IspPortal.Web.Features.Alerts.Api;
using IspPortal.Web.Features.Audit.Api;
using IspPortal.Web.Features.Billing.Api;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Features.CustomerImports;
using IspPortal.Web.Features.CustomerImports.Api;
using IspPortal.Web.Features.CustomerImports.Parts;
using IspPortal.Web.Features.Customers.Api;
using IspPortal.Web.Features.Dashboards.Api;
using IspPortal.Web.Features.Documents.Api;
using IspPortal.Web.Features.Drift.Api;
using IspPortal.Web.Features.Dunning.Api;
using IspPortal.Web.Features.Events.Api;
using IspPortal.Web.Features.Imports.Api;
using IspPortal.Web.Features.Inventory.Api;
using IspPortal.Web.Features.Jobs.Api;
using IspPortal.Web.Features.Messages.Api;
using IspPortal.Web.Features.Monitoring.Api;
using IspPortal.Web.Features.Monitoring.Api.Metrics;
using IspPortal.Web.Features.Network.Api;
using IspPortal.Web.Features.Outages.Api;
using IspPortal.Web.Features.Plans.Api;
using IspPortal.Web.Features.Plant.Api;
using IspPortal.Web.Features.Reports.Api;
using IspPortal.Web.Features.Settings.Api;
using IspPortal.Web.Features.Subscriptions.Api;

namespace IspPortal.Web.Shared.Api;

/// <summary>The REST API: how it reads and writes JSON, its door, its routes, its document.</summary>
internal static class ApiRegistration
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddPortalApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection(ApiOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CallerBudgets>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        services.AddScoped<CustomerImportWording>();
        services.AddScoped<OpeningWording>();
        services.AddScoped<CustomerImportProblemFile>();
        services.AddPortalOpenApi();
        services.AddPortalMetrics();
        return services;
    }

    /// <summary>After authentication, and after whoever fills the current actor.</summary>
    public static void UsePortalApi(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
            branch => branch.UseMiddleware<ApiProblems>().UseMiddleware<ApiGuard>().UseMiddleware<NulRefusal>().UseMiddleware<IdempotentRequests>());
        app.UsePortalOpenApiPage();
    }

    /// <summary>Maps the features' routes and the document. Features that map their own call <c>MapGroup(ApiRegistration.Root)</c>.</summary>
    public static void MapPortalApi(this WebApplication app)
    {
        var api = app.MapGroup(Root);
        api.MapRouters();
        api.MapPairs();
        api.MapRouterOperations();
        api.MapEvents();
        api.MapRouterBackups();
        api.MapIsolir();
        api.MapSessions();
        api.MapAccesses();
        api.MapOwnedAccesses();
        api.MapAccessPlans();
        api.MapPlans();
        api.MapPlanProfiles();
        api.MapPlanOffers();
        api.MapPlanCampaigns();
        api.MapImports();
        api.MapDrift();
        api.MapAddressing();
        api.MapCustomers();
        api.MapCustomerImports();
        api.MapBillingAccounts();
        api.MapBillingRuns();
        api.MapInvoices();
        api.MapRefunds();
        api.MapInvoiceBundles();
        api.MapCorrections();
        api.MapOpeningImports();
        api.MapReceipts();
        api.MapLedger();
        api.MapAgeing();
        api.MapTaxes();
        api.MapBillingTerms();
        api.MapRevenue();
        api.MapLeaks();
        api.MapDunning();
        api.MapIsolirRuns();
        api.MapSubscriptions();
        api.MapDocuments();
        api.MapInventory();
        api.MapStockCounts();
        api.MapOutages();
        api.MapPlant();
        api.MapPlantFiles();
        api.MapPlantPhotos();
        api.MapPorts();
        api.MapLevels();
        api.MapAlerts();
        api.MapAlertRules();
        api.MapAlertPolicies();
        api.MapOnCall();
        api.MapMaintenance();
        api.MapMessages();
        api.MapMessageTemplates();
        api.MapMessageSenders();
        api.MapSeries();
        api.MapDashboards();
        api.MapReports();
        api.MapSeriesAnalytics();
        api.MapAnalytics();
        api.MapSettings();
        api.MapAudit();
        api.MapJobs();
        app.MapMessageHooks();
        app.MapPortalOpenApi();
        app.MapPortalMetrics();
        app.MapPortalHealth();
    }
}
