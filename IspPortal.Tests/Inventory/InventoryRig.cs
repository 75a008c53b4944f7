using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Infrastructure.Timeline;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Inventory;

/// <summary>The inventory's services over a real database with customers and subscriptions, and where the scene has them over emulated routers.</summary>
internal sealed class InventoryRig(SubscriptionScene scene) : IAsyncDisposable
{
    public static readonly Guid Dimas = new("019b0000-0000-7000-8000-0000000000d1");
    public static readonly Guid Eko = new("019b0000-0000-7000-8000-0000000000d2");
    public static readonly string[] Technician = [InventoryPermissions.InventoryRead, InventoryPermissions.InventoryMove, InventoryPermissions.InventorySwap];

    public SubscriptionScene Scene => scene;

    public Guid Model { get; private set; }

    public Guid Bekasi { get; private set; }

    public Guid Cikarang { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<InventoryRig> CreateAsync(string provider = "Sqlite") => await FurnishAsync(await SubscriptionScene.CreateAsync(provider));

    public static async Task<InventoryRig> StartAsync(IReadOnlyList<string> versions, string provider) => await FurnishAsync(await SubscriptionScene.StartAsync(versions, provider, sessions: 1));

    public IDeviceDirectory Directory(Guid? who = null, params string[] permissions) => new DeviceDirectory(scene.Database.Factory, Actor(who, permissions));

    public IDeviceDesk Desk(Guid? who = null, params string[] permissions)
    {
        var (actor, factory) = Both(who, permissions);
        return new DeviceDesk(factory, actor, new DeviceSwapper(factory, actor, new SubscriptionWriting(factory, new Day(scene.Clock), new SettingsOf<SubscriptionSettings>(() => scene.Settings), scene.Clock)), scene.Clock);
    }

    public IInventoryCatalog Catalog(params string[] permissions) => new InventoryCatalog(scene.Database.FactoryAs(Actor(null, permissions).Actor), Actor(null, permissions));

    public IStockCounts Counts(params string[] permissions) => new StockCounts(scene.Database.FactoryAs(Actor(null, permissions).Actor), Actor(null, permissions), scene.Clock);

    public PortalTimeline Timeline() => new([new DeviceTimeline(scene.Database.Factory, Actor(null, []))]);

    public ICustomerMerge Merge() => new CustomerMerger(scene.Database.Factory, Actor(null, []), [new OwnMergeParts(), new DeviceMergePart()], scene.Clock);

    public async Task<DeviceRow> ReceiveAsync(string line, DeviceSpot? to = null)
    {
        var received = await Desk().ReceiveAsync(new ReceiveDevicesRequest(Model, to ?? DeviceSpot.InWarehouse(Bekasi), [line]), Token);
        Assert.True(received.Succeeded, CustomersRig.Told(received.Error));
        return await GetAsync(received.Value.Single().Id);
    }

    /// <summary>Received and brought to a customer.</summary>
    public async Task<DeviceRow> InstallAsync(string line, Guid customer, Guid? subscription = null)
    {
        var device = await ReceiveAsync(line);
        await MoveAsync(device, DeviceSpot.AtCustomer(customer, subscription));
        return await GetAsync(device.Id);
    }

    public async Task MoveAsync(DeviceRow device, DeviceSpot to, string? reason = null)
    {
        var moved = await Desk().MoveAsync(device.Id, (await GetAsync(device.Id)).Version, new MoveDeviceRequest(to, reason), Token);
        Assert.True(moved.Succeeded, CustomersRig.Told(moved.Error));
    }

    public async Task<DeviceRow> GetAsync(Guid id) => (await Directory().GetAsync(id, Token)).Value;

    public async Task<IReadOnlyList<DeviceMovementRow>> MovementsAsync(Guid id) => (await Directory().ListMovementsAsync(id, new(), Token)).Value.Items;

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    private static async Task<InventoryRig> FurnishAsync(SubscriptionScene scene)
    {
        var rig = new InventoryRig(scene);
        await using (var context = scene.Database.Open())
        {
            context.AddRange(NewUser.Of(Dimas, "dimas@lab.test", "Dimas", [PortalRoles.Technician], null, scene.Clock), NewUser.Of(Eko, "eko@lab.test", "Eko", [PortalRoles.Technician], null, scene.Clock));
            await context.SaveChangesAsync(Token);
        }

        (rig.Model, rig.Bekasi, rig.Cikarang) = (Ids.New(scene.Clock), Ids.New(scene.Clock), Ids.New(scene.Clock));
        foreach (var saved in new[]
        {
            await rig.Catalog().SaveModelAsync(rig.Model, 0, new SaveDeviceModelRequest(DeviceKind.Ont, "ZTE", "F609"), Token),
            await rig.Catalog().SaveWarehouseAsync(rig.Bekasi, 0, new SaveWarehouseRequest("Bekasi"), Token),
            await rig.Catalog().SaveWarehouseAsync(rig.Cikarang, 0, new SaveWarehouseRequest("Cikarang", "Jababeka"), Token),
        })
        {
            Assert.True(saved.Succeeded, CustomersRig.Told(saved.Error));
        }

        return rig;
    }

    private static TestActor Actor(Guid? who, string[] permissions) => new(who, permissions.Length == 0 ? CustomersRig.Everything : permissions);

    private (TestActor Actor, IDbContextFactory<PortalDbContext> Factory) Both(Guid? who, string[] permissions)
    {
        var actor = Actor(who, permissions);
        return (actor, scene.Database.FactoryAs(actor.Actor));
    }

    private sealed class Day(TimeProvider clock) : IBusinessClock
    {
        public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7)));
    }
}
