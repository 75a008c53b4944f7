using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Mapping.Capacity;
using IspPortal.Infrastructure.Mapping.Catalog;
using IspPortal.Infrastructure.Mapping.Levels;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Ports;
using IspPortal.Infrastructure.Mapping.Tracing;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping;

/// <summary>The map's services over a real database with a small plant, customers and subscriptions.</summary>
internal sealed class MappingRig(SubscriptionScene scene) : IAsyncDisposable
{
    public static readonly string[] Technician = [MappingPermissions.MapRead, MappingPermissions.PortsWrite];

    private int _lines;

    public SubscriptionScene Scene => scene;

    public DrawnPlant Plant { get; } = new(ProvisioningRig.RouterId(0));

    public PresenceOf Live { get; } = new();

    /// <summary>What went into the history of lines.</summary>
    public SeriesNotebook History { get; } = new();

    public OpticalSettings Settings { get; set; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SubscriptionLinePrices Prices => new(scene.Database.Source, new PlanCalendar(new SettingsOf<CompanySettings>(() => new()), scene.Clock));

    private PlantAtlas Atlas { get; } = new(scene.Database.Source, scene.Clock);

    /// <summary>The plant is written by <see cref="DrawAsync"/>, once the test has put houses on it.</summary>
    public static async Task<MappingRig> CreateAsync(string provider = "Sqlite") => new(await SubscriptionScene.CreateAsync(provider));

    public async Task DrawAsync()
    {
        await using var context = scene.Database.Open();
        foreach (var row in Plant.Rows())
        {
            context.Add(row);
        }

        await context.SaveChangesAsync(Token);
    }

    /// <summary>A line that was only seen on the router.</summary>
    public async Task<Guid> LineAsync(string? username = null, int router = 0)
    {
        var name = username ?? $"line{++_lines}";
        var access = new AccessAccount { Id = Guid.CreateVersion7(), RouterId = ProvisioningRig.RouterId(router), Username = name, SearchKey = AccessAccount.SearchKeyOf(name, null), FirstSeenAtUtc = scene.Clock.NowUtc };
        await using var context = scene.Database.Open();
        context.Add(access);
        await context.SaveChangesAsync(Token);
        return access.Id;
    }

    public IPlantTracer Tracer(params string[] permissions) => new PlantTracer(scene.Database.Factory, Actor(permissions), Atlas, Live, Prices, new SettingsOf<OpticalSettings>(() => Settings));

    public IPlantCatalog Catalog(params string[] permissions) => new PlantCatalog(Actor(permissions), Atlas, scene.Clock);

    public IPlantCapacity Capacity(params string[] permissions) => new PlantCapacity(scene.Database.Factory, Actor(permissions), Atlas, new SettingsOf<OpticalSettings>(() => Settings), scene.Clock);

    public IOpticalLevels Levels(params string[] permissions) => new OpticalLevels(scene.Database.Factory, Actor(permissions), Atlas, Live, Prices, new SettingsOf<OpticalSettings>(() => Settings), scene.Clock);

    public IOpticalReadings Readings(params string[] permissions) => new OpticalReadings(scene.Database.FactoryAs(Actor(permissions).Actor), Actor(permissions), new SettingsOf<CompanySettings>(() => new()), new LightFigures(scene.Database.Source, History, scene.Clock), scene.Clock);

    public IPortDesk Desk(params string[] permissions)
    {
        var actor = Actor(permissions);
        var changes = new PortChanges(scene.Database.FactoryAs(actor.Actor), Atlas);
        return new PortDesk(scene.Database.Factory, actor, changes, new DropConnector(actor, changes, scene.Clock), Atlas, new SettingsOf<OpticalSettings>(() => Settings), scene.Clock);
    }

    public FollowSoldPorts SoldPorts() => new(scene.Database.Factory, new PortChanges(scene.Database.Factory, Atlas));

    public FreeGivenUpPorts GivenUpPorts() => new(scene.Database.Factory, new PortChanges(scene.Database.Factory, Atlas));

    public FollowSwappedOnts SwappedOnts() => new(scene.Database.Factory, new PortChanges(scene.Database.Factory, Atlas));

    public async Task<IReadOnlyList<PortRow>> PortsAsync(int odp) => (await Desk().ListAsync(Plant.Odps[odp].Id, Token)).Value;

    public async ValueTask DisposeAsync()
    {
        Atlas.Dispose();
        await scene.DisposeAsync();
    }

    private static TestActor Actor(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);
}
