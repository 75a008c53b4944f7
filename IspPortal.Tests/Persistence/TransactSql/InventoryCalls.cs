using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of the inventory.</summary>
internal sealed class InventoryCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["DeviceDirectory"] = async services =>
        {
            var devices = services.GetRequiredService<IDeviceDirectory>();
            foreach (var sort in (string?[])[null, "serial", "placed"])
            {
                await devices.ListAsync(new(DeviceKind.Ont, Id, DevicePlace.Warehouse, Id, Id, Id, Id, DeviceOwner.Provider), new(2, 10, "a%_[ budi", sort), Token);
                await devices.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await devices.GetAsync(Id, Token);
            await devices.FindAsync("C83A35000001", Token);
            await devices.ListMovementsAsync(Id, new(2, 10), Token);
            await devices.ListHoldersAsync(Token);
            await devices.LookAsync(Id, null, Token);
            await devices.LookAsync(null, Id, Token);
        },
        ["DeviceDesk"] = async services =>
        {
            var desk = services.GetRequiredService<IDeviceDesk>();
            await desk.ReceiveAsync(new(Id, DeviceSpot.InWarehouse(Id), ["SERIAL-1 C83A35000001"]), Token);
            await desk.ChangeAsync(Id, 1, new(Id, "SERIAL-1", "C83A35000001", DeviceOwner.Provider, null), Token);
            await desk.MoveAsync(Id, 1, new(DeviceSpot.AtCustomer(Id, Id)), Token);
        },
        ["DeviceSwapper"] = services => services.GetRequiredService<IDeviceDesk>().SwapAsync(new(Id, "SERIAL-1", "a") { OldDeviceId = Id, SubscriptionId = Id, NewMac = "C83A35000001" }, Token),
        ["InventoryCatalog"] = async services =>
        {
            var catalog = services.GetRequiredService<IInventoryCatalog>();
            await catalog.ListModelsAsync(DeviceKind.Ont, false, new(2, 10, "a%_["), Token);
            await catalog.SaveModelAsync(Id, 0, new(DeviceKind.Ont, "a", "b"), Token);
            await catalog.ListWarehousesAsync(false, new(2, 10, "a%_["), Token);
            await catalog.SaveWarehouseAsync(Id, 0, new("a", null, true), Token);
        },
        ["StockCounts"] = async services =>
        {
            var counts = services.GetRequiredService<IStockCounts>();
            await counts.ListAsync(Id, new(2, 10), Token);
            await counts.GetAsync(Id, Token);
            await counts.ListLinesAsync(Id, StockCountOutcome.Missing, new(2, 10, "a"), Token);
            await counts.StartAsync(Id, Token);
            await counts.FindAsync(Id, ["SERIAL-1"], Token);
            await counts.UnfindAsync(Id, "SERIAL-1", Token);
            await counts.CloseAsync(Id, 1, Token);
        },
        ["DeviceTimeline"] = ReadTimelineAsync,
        ["DeviceSearch"] = FindAsync,
        ["InventoryAuditNames"] = NamesAsync,
    };
}
