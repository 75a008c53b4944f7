using IspPortal.Core.Alerts;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Users;
using IspPortal.Core.Lab;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Inventory;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Live;
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
        services.AddSingleton<IAlertDirectory>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<IAlertDesk>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddSingleton<IPortalSearch>(provider => provider.GetRequiredService<StagedNetwork>());
        services.AddScoped<ICurrentActor>(_ => StagedActor.Operator);
        services.AddSingleton(Mock.Of<ISessionDirectory>());
        services.AddSingleton(Mock.Of<IUserDirectory>()).AddSingleton(Mock.Of<IApiKeyDirectory>());
        services.AddSingleton(Mock.Of<IAuditDirectory>());
        services.AddSingleton(Mock.Of<IAccessPlans>());
        services.AddSingleton(Mock.Of<ILabControl>());
        services.AddSingleton(Mock.Of<IAccessEditor>());
        services.AddSingleton(Mock.Of<IAddressing>()).AddSingleton(Mock.Of<ICustomerDirectory>()).AddSingleton(Mock.Of<ICustomerDocumentDirectory>()).AddSingleton(Mock.Of<IPlanCatalog>()).AddSingleton(Mock.Of<ISubscriptionDirectory>()).AddSingleton(Mock.Of<IDeviceDirectory>()).AddSingleton(Mock.Of<IPlantTracer>());
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
