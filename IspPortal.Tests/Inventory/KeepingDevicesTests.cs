using IspPortal.Core.Audit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Inventory;

/// <summary>Devices come in, go round and are counted, on real databases.</summary>
public sealed class KeepingDevicesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_come_in_at_once_or_none_does(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var to = DeviceSpot.InWarehouse(rig.Bekasi);
        await rig.ReceiveAsync("ZTEGC8000001 C83A35000001");

        var refused = await rig.Desk().ReceiveAsync(new(rig.Model, to, ["ZTEGC8000002", "ztegc8000001", "ZTEGC8000003 C83A35000001"]), Token);
        Assert.Equal([("lines[2]", "inventory.serial_taken"), ("lines[3]", "inventory.mac_taken")], refused.Error!.Fields.Select(f => (f.Field, f.Code)));
        var unreadable = await rig.Desk().ReceiveAsync(new(rig.Model, to, ["ZTEGC8000002", "?"]), Token);
        Assert.Equal([("lines[2]", "inventory.not_a_serial")], unreadable.Error!.Fields.Select(f => (f.Field, f.Code)));
        Assert.Equal(["lines"], (await rig.Desk().ReceiveAsync(new(rig.Model, to, [" "]), Token)).Error!.Fields.Select(f => f.Field));
        Assert.Equal("inventory.too_many_lines", (await rig.Desk().ReceiveAsync(new(rig.Model, to, [.. Enumerable.Range(0, 501).Select(n => $"SERIAL{n:0000}")]), Token)).Error!.Fields[0].Code);
        Assert.Equal("place", (await rig.Desk().ReceiveAsync(new(rig.Model, DeviceSpot.Faulty, ["ZTEGC8000002"]), Token)).Error!.Fields[0].Field);
        Assert.Equal(InventoryErrors.ModelNotFound, (await rig.Desk().ReceiveAsync(new(Guid.Empty, to, ["ZTEGC8000002"]), Token)).Error);
        Assert.Equal(InventoryErrors.WarehouseNotFound, (await rig.Desk().ReceiveAsync(new(rig.Model, DeviceSpot.InWarehouse(Guid.Empty), ["ZTEGC8000002"]), Token)).Error);
        Assert.Equal(InventoryErrors.HolderNotFound, (await rig.Desk().ReceiveAsync(new(rig.Model, DeviceSpot.InVan(Guid.Empty), ["ZTEGC8000002"]), Token)).Error);
        Assert.Equal("identity.forbidden", (await rig.Desk(InventoryRig.Dimas, InventoryRig.Technician).ReceiveAsync(new(rig.Model, to, ["ZTEGC8000002"]), Token)).Error!.Code);
        Assert.Equal(1, (await rig.Directory().ListAsync(new(), new(), Token)).Value.TotalCount);

        var received = await rig.Desk().ReceiveAsync(new(rig.Model, to, ["ztegc8000002;c83a.3500.0002", "", "ZTEGC8000003"], Reason: "Kiriman November"), Token);

        Assert.Equal([("ZTEGC8000002", "C8:3A:35:00:00:02"), ("ZTEGC8000003", null)], received.Value.Select(d => (d.Serial, d.Mac)));
        var movement = Assert.Single(await rig.MovementsAsync(received.Value[0].Id));
        Assert.Equal((DeviceMovementKind.Received, null, "Bekasi", "Kiriman November", "admin@lab.test"), (movement.Kind, movement.From, movement.To.WarehouseName, movement.Reason, movement.ActorName));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_device_is_where_its_last_movement_says(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var (customer, _) = await rig.Scene.CustomerAsync();
        var device = await rig.ReceiveAsync("ZTEGC8000001 C83A35000001");
        var technician = rig.Desk(InventoryRig.Dimas, InventoryRig.Technician);

        Assert.Null((await technician.MoveAsync(device.Id, device.Version, new(DeviceSpot.InVan(InventoryRig.Dimas)), Token)).Error);
        Assert.Equal("common.version_conflict", (await technician.MoveAsync(device.Id, device.Version, new(DeviceSpot.InWarehouse(rig.Cikarang)), Token)).Error!.Code);
        var inVan = await rig.GetAsync(device.Id);
        Assert.Equal(("Dimas", DevicePlace.Van), (inVan.At.HolderName, inVan.At.Place));
        Assert.Equal(InventoryErrors.OthersVan, (await rig.Desk(InventoryRig.Eko, InventoryRig.Technician).MoveAsync(device.Id, inVan.Version, new(DeviceSpot.InVan(InventoryRig.Eko)), Token)).Error);
        Assert.Equal("reason", (await technician.MoveAsync(device.Id, inVan.Version, new(DeviceSpot.Faulty), Token)).Error!.Fields[0].Field);
        Assert.Equal(CustomersErrors.NotFound, (await technician.MoveAsync(device.Id, inVan.Version, new(DeviceSpot.AtCustomer(Guid.Empty)), Token)).Error);
        Assert.Null((await technician.MoveAsync(device.Id, inVan.Version, new(DeviceSpot.AtCustomer(customer), "Pasang baru"), Token)).Error);

        var there = await rig.GetAsync(device.Id);
        Assert.Equal((DevicePlace.Customer, "Budi Santoso", null), (there.At.Place, there.At.CustomerName, there.At.HolderName));
        Assert.Equal([DevicePlace.Customer, DevicePlace.Van, DevicePlace.Warehouse], (await rig.MovementsAsync(device.Id)).Select(m => m.To.Place));
        var timeline = (await rig.Timeline().ReadAsync(new(TimelineSubject.OfCustomer(customer), 10), Token)).Items;
        Assert.Equal(("device", "installed", "Pasang baru"), (timeline[0].Kind, timeline[0].Action, timeline[0].Text));
        await using var context = rig.Scene.Database.Open();
        Assert.Equal(3, await context.Set<AuditEntry>().CountAsync(a => a.Entity == "device", Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Devices_are_found_by_parts_of_serial_and_MAC_and_by_their_customer(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var (customer, _) = await rig.Scene.CustomerAsync();
        await rig.ReceiveAsync("ZTEGC8AAAA01 C83A35000001");
        await rig.InstallAsync("HWTC0BBBB02 C83A35000002", customer);
        var gone = await rig.ReceiveAsync("OLD-0001");
        await rig.MoveAsync(gone, DeviceSpot.Gone, "Dijual kiloan");

        Assert.Equal(["HWTC0BBBB02", "ZTEGC8AAAA01"], await FindAsync(null));
        Assert.Equal(["ZTEGC8AAAA01"], await FindAsync("c8aaaa"));
        Assert.Equal(["HWTC0BBBB02"], await FindAsync("35:00:00:02"));
        Assert.Equal(["HWTC0BBBB02"], await FindAsync("35000002"));
        Assert.Equal(["HWTC0BBBB02"], await FindAsync("santoso"));
        Assert.Equal(["ZTEGC8AAAA01"], await FindAsync(null, new(Place: DevicePlace.Warehouse, WarehouseId: rig.Bekasi, Kind: DeviceKind.Ont, ModelId: rig.Model)));
        Assert.Equal(["OLD-0001"], await FindAsync(null, new(Place: DevicePlace.Retired)));
        Assert.Equal("HWTC0BBBB02", (await rig.Directory().FindAsync("c8-3a-35-00-00-02", Token)).Value!.Serial);
        Assert.Null((await rig.Directory().FindAsync("nothing", Token)).Value);
        Assert.Equal([("Dimas", 0), ("Eko", 0)], (await rig.Directory().ListHoldersAsync(Token)).Value.Select(h => (h.Name, h.Devices)));

        async Task<IEnumerable<string>> FindAsync(string? search, DeviceFilter? filter = null) =>
            (await rig.Directory().ListAsync(filter ?? new(), new(1, 10, search), Token)).Value.Items.Select(d => d.Serial);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_count_corrects_the_stock_when_it_is_closed(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        foreach (var serial in new[] { "HERE-1", "LOST-1" })
        {
            await rig.ReceiveAsync(serial);
        }

        var elsewhere = await rig.ReceiveAsync("ELSEWHERE-1", DeviceSpot.InWarehouse(rig.Cikarang));
        var swapped = await rig.ReceiveAsync("SWAPPED-1");
        rig.Scene.Clock.Advance(TimeSpan.FromHours(1));
        var counts = rig.Counts();
        var id = (await counts.StartAsync(rig.Bekasi, Token)).Value;
        Assert.Equal(InventoryErrors.CountOpen, (await counts.StartAsync(rig.Bekasi, Token)).Error);
        rig.Scene.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(4, (await counts.FindAsync(id, ["here-1", "ELSEWHERE-1", "swapped-1", "STRANGER-1", "here-1"], Token)).Value);
        Assert.Equal(0, (await counts.FindAsync(id, ["HERE-1"], Token)).Value);
        Assert.Equal("lines[1]", (await counts.FindAsync(id, ["?"], Token)).Error!.Fields[0].Field);
        rig.Scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.MoveAsync(swapped, DeviceSpot.InVan(InventoryRig.Dimas));

        var open = (await counts.GetAsync(id, Token)).Value;
        Assert.Equal((StockCountState.Open, 4, 1, 1, 1, 1), (open.State, open.Found, open.Matched, open.Missing, open.Misplaced, open.Unknown));
        Assert.Null((await counts.CloseAsync(id, open.Version, Token)).Error);
        Assert.Equal(InventoryErrors.CountClosed, (await counts.CloseAsync(id, open.Version + 1, Token)).Error);

        Assert.Equal(DevicePlace.Retired, (await rig.Directory().FindAsync("LOST-1", Token)).Value!.At.Place);
        Assert.Equal("Bekasi", (await rig.GetAsync(elsewhere.Id)).At.WarehouseName);
        Assert.Equal(DeviceMovementKind.CountedIn, (await rig.MovementsAsync(elsewhere.Id))[0].Kind);
        Assert.Equal(DevicePlace.Van, (await rig.GetAsync(swapped.Id)).At.Place);
        Assert.Equal(
            [("STRANGER-1", StockCountOutcome.Unknown), ("ELSEWHERE-1", StockCountOutcome.Misplaced), ("LOST-1", StockCountOutcome.Missing), ("SWAPPED-1", StockCountOutcome.MovedMeanwhile), ("HERE-1", StockCountOutcome.Matched)],
            (await counts.ListLinesAsync(id, null, new(), Token)).Value.Items.Select(l => (l.Serial, l.Outcome)));
        Assert.Equal(1, Assert.Single((await counts.ListAsync(rig.Bekasi, new(), Token)).Value.Items).Missing);

        var next = (await counts.StartAsync(rig.Bekasi, Token)).Value;
        await counts.FindAsync(next, ["WRONG-1"], Token);
        Assert.Null((await counts.UnfindAsync(next, "WRONG-1", Token)).Error);
        Assert.Null((await counts.CancelAsync(next, (await counts.GetAsync(next, Token)).Value.Version, Token)).Error);
        Assert.Equal("Bekasi", (await rig.GetAsync(elsewhere.Id)).At.WarehouseName);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_count_is_closed_only_by_who_has_seen_all_that_was_found(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        await rig.ReceiveAsync("HERE-1");
        var counts = rig.Counts();
        var id = (await counts.StartAsync(rig.Bekasi, Token)).Value;
        var seen = (await counts.GetAsync(id, Token)).Value.Version;

        Assert.Equal([1, 1, 1, 1], (await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Task.Run(() => counts.FindAsync(id, [$"SCANNED-{i}"], Token))))).Select(found => found.Value));
        Assert.Equal("common.version_conflict", (await counts.CloseAsync(id, seen, Token)).Error?.Code);
        seen = (await counts.GetAsync(id, Token)).Value.Version;
        Assert.Null((await counts.UnfindAsync(id, "SCANNED-1", Token)).Error);
        Assert.Equal("common.version_conflict", (await counts.CloseAsync(id, seen, Token)).Error?.Code);
        Assert.Null((await counts.CloseAsync(id, (await counts.GetAsync(id, Token)).Value.Version, Token)).Error);

        Assert.Equal(InventoryErrors.CountClosed, (await counts.FindAsync(id, ["HERE-1"], Token)).Error);
        Assert.Equal(InventoryErrors.CountClosed, (await counts.UnfindAsync(id, "SCANNED-2", Token)).Error);
    }

    [Fact]
    public async Task Models_and_warehouses_are_kept_apart_by_name_and_a_full_warehouse_stays_open()
    {
        await using var rig = await InventoryRig.CreateAsync();
        await rig.ReceiveAsync("ZTEGC8000001");

        Assert.Equal(InventoryErrors.ModelTaken, (await rig.Catalog().SaveModelAsync(Guid.CreateVersion7(), 0, new(DeviceKind.Router, " zte ", "f609"), Token)).Error);
        Assert.Equal(["maker", "name"], (await rig.Catalog().SaveModelAsync(Guid.CreateVersion7(), 0, new(DeviceKind.Router, "", new string('x', 61)), Token)).Error!.Fields.Select(f => f.Field));
        Assert.Equal("common.version_conflict", (await rig.Catalog().SaveModelAsync(rig.Model, 7, new(DeviceKind.Ont, "ZTE", "F670"), Token)).Error!.Code);
        Assert.Equal(InventoryErrors.WarehouseTaken, (await rig.Catalog().SaveWarehouseAsync(Guid.CreateVersion7(), 0, new("BEKASI"), Token)).Error);
        Assert.Equal("inventory.warehouse_not_empty", (await rig.Catalog().SaveWarehouseAsync(rig.Bekasi, 1, new("Bekasi", null, true), Token)).Error!.Code);
        Assert.Null((await rig.Catalog().SaveWarehouseAsync(rig.Cikarang, 1, new("Cikarang", null, true), Token)).Error);
        Assert.Equal(InventoryErrors.WarehouseClosed, (await rig.Desk().ReceiveAsync(new(rig.Model, DeviceSpot.InWarehouse(rig.Cikarang), ["NEW-1"]), Token)).Error);
        Assert.Null((await rig.Catalog().SaveModelAsync(rig.Model, 1, new(DeviceKind.Ont, "ZTE", "F609", true), Token)).Error);
        Assert.Equal(InventoryErrors.ModelRetired, (await rig.Desk().ReceiveAsync(new(rig.Model, DeviceSpot.InWarehouse(rig.Bekasi), ["NEW-1"]), Token)).Error);
        Assert.Equal([("ZTE F609", 1, 1)], (await rig.Catalog().ListModelsAsync(DeviceKind.Ont, null, new(1, 10, "f60"), Token)).Value.Items.Select(m => (m.FullName, m.Devices, m.InStock)));
        Assert.Equal([("Bekasi", 1), ("Cikarang", 0)], (await rig.Catalog().ListWarehousesAsync(null, new(), Token)).Value.Items.Select(w => (w.Name, w.Devices)));
        Assert.Equal("identity.forbidden", (await rig.Catalog(InventoryRig.Technician).SaveWarehouseAsync(Guid.CreateVersion7(), 0, new("X"), Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_warehouse_is_closed_or_something_comes_in_but_never_both(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        for (var round = 0; round < 20; round++)
        {
            var (name, warehouse, moved) = ($"Gudang {round}", Guid.CreateVersion7(), await rig.ReceiveAsync($"MOVED-{round}"));
            Assert.Null((await rig.Catalog().SaveWarehouseAsync(warehouse, 0, new(name), Token)).Error);
            Func<Task<Error?>> comesIn = round % 2 == 0
                ? async () => (await rig.Desk().ReceiveAsync(new(rig.Model, DeviceSpot.InWarehouse(warehouse), [.. Enumerable.Range(0, 100).Select(n => $"NEW-{round}-{n}")]), Token)).Error
                : async () => (await rig.Desk().MoveAsync(moved.Id, moved.Version, new(DeviceSpot.InWarehouse(warehouse)), Token)).Error;

            var outcomes = await Task.WhenAll(Task.Run(comesIn), Task.Run(async () => (await rig.Catalog().SaveWarehouseAsync(warehouse, 1, new(name, null, true), Token)).Error));

            var row = Assert.Single((await rig.Catalog().ListWarehousesAsync(null, new(Search: name), Token)).Value.Items, w => w.Id == warehouse);
            Assert.Equal((row.IsClosed ? "inventory.warehouse_closed" : null, row.IsClosed ? null : "inventory.warehouse_not_empty"), (outcomes[0]?.Code, outcomes[1]?.Code));
            Assert.Equal(row.IsClosed, row.Devices == 0);
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_count_brings_nothing_into_a_warehouse_that_was_closed_meanwhile(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var elsewhere = await rig.ReceiveAsync("ELSEWHERE-1");
        rig.Scene.Clock.Advance(TimeSpan.FromHours(1));
        var id = (await rig.Counts().StartAsync(rig.Cikarang, Token)).Value;
        await rig.Counts().FindAsync(id, ["ELSEWHERE-1"], Token);
        Assert.Null((await rig.Catalog().SaveWarehouseAsync(rig.Cikarang, 1, new("Cikarang", null, true), Token)).Error);

        Assert.Equal(InventoryErrors.WarehouseClosed, (await rig.Counts().CloseAsync(id, (await rig.Counts().GetAsync(id, Token)).Value.Version, Token)).Error);
        Assert.Equal((StockCountState.Open, "Bekasi"), ((await rig.Counts().GetAsync(id, Token)).Value.State, (await rig.GetAsync(elsewhere.Id)).At.WarehouseName));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Devices_follow_a_merge_and_stay_without_words_after_an_erasure(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var (first, _) = await rig.Scene.CustomerAsync();
        var (second, _) = await rig.Scene.CustomerAsync("Budi S.", "081299998888");
        var device = await rig.InstallAsync("ZTEGC8000001", first);
        await rig.MoveAsync(device, DeviceSpot.Faulty, "Digigit tikus Pak Budi");
        await using (var noting = rig.Scene.Database.Open())
        {
            (await noting.Set<Device>().SingleAsync(d => d.Id == device.Id, Token)).Note = "Milik Pak Budi";
            await noting.SaveChangesAsync(Token);
        }

        var merged = await rig.Merge().MergeAsync(first, second, "Satu orang", Token);
        Assert.Null(merged.Error);
        Assert.Equal(second, (await rig.MovementsAsync(device.Id))[0].From!.CustomerId);

        await using (var context = rig.Scene.Database.Open())
        {
            Assert.NotNull(await new DeviceDataPart().ReadAsync(context, second, Token));
            await new DeviceDataPart().EraseAsync(context, second, Token);
            await context.SaveChangesAsync(Token);
        }

        Assert.Null((await rig.MovementsAsync(device.Id))[0].Reason);
        Assert.Null((await rig.GetAsync(device.Id)).Note);
        await using var after = rig.Scene.Database.Open();
        Assert.DoesNotContain(
            await after.Set<AuditEntry>().Where(e => e.Entity == "device").Select(e => e.BeforeJson + e.AfterJson).ToListAsync(Token), told => told!.Contains("Budi", StringComparison.Ordinal));
    }
}
