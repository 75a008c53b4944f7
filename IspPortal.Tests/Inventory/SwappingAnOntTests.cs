using IspPortal.Core.Common.Events;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Inventory;

/// <summary>An ONT is replaced in one action: both movements, the line's binding, and what its router is told.</summary>
public sealed class SwappingAnOntTests
{
    private const string OldMac = "C8:3A:35:00:00:01";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_new_ONT_of_a_bound_line_gets_through_and_the_old_one_is_among_the_faulty_returns(string provider)
    {
        await using var rig = await InventoryRig.StartAsync(["7.18"], provider);
        var scene = rig.Scene;
        var (customer, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "budi" });
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, null, Token));
        await scene.SettleAsync(sold.Id);

        // What dials is the new ONT; the line is bound to the old one, so the router refuses it.
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(Dialling(scene.Rig)), mac => mac is not null);
        var newMac = Dialling(scene.Rig)!;
        var old = await rig.InstallAsync($"ZTEGC8000001 {OldMac}", customer, sold.Id);
        var fresh = await rig.ReceiveAsync("ZTEGC8000002", DeviceSpot.InVan(InventoryRig.Dimas));
        await scene.DoAsync(sold.Id, v => scene.Moves.BindLineAsync(sold.Id, v, new BindLineRequest(OldMac, null), Token));
        await scene.SettleAsync(sold.Id);
        HangUp(scene.Rig);
        Assert.Null(Dialling(scene.Rig));
        Assert.Equal(OldMac, scene.Rig.Find(RouterMenus.PppSecret, "budi")!["caller-id"]);

        var technician = rig.Desk(InventoryRig.Dimas, InventoryRig.Technician);
        var unknown = await technician.SwapAsync(new(customer, "ZTEGC8000002", "LOS merah") { OldDeviceId = old.Id }, Token);
        Assert.Equal([("newMac", "inventory.mac_needed")], unknown.Error!.Fields.Select(f => (f.Field, f.Code)));
        var swapped = await technician.SwapAsync(new(customer, " ztegc8000002 ", "LOS merah") { OldDeviceId = old.Id, NewMac = newMac.Replace(":", "-", StringComparison.Ordinal).ToLowerInvariant() }, Token);

        Assert.True(swapped.Succeeded, CustomersRig.Told(swapped.Error));
        Assert.Equal(new SwappedDevices(fresh.Id, old.Id, sold.Id, newMac), swapped.Value);
        await scene.SettleAsync(sold.Id);
        Assert.Equal(newMac, scene.Rig.Find(RouterMenus.PppSecret, "budi")!["caller-id"]);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(scene.Rig.Session("budi")), session => session is not null);

        var (went, came) = ((await rig.MovementsAsync(old.Id))[0], (await rig.MovementsAsync(fresh.Id))[0]);
        Assert.Equal((DeviceMovementKind.SwappedOut, DevicePlace.FaultyReturns, "LOS merah"), (went.Kind, went.To.Place, went.Reason));
        Assert.Equal((DeviceMovementKind.SwappedIn, "Dimas", "Budi Santoso", sold.Number), (came.Kind, came.From!.HolderName, came.To.CustomerName, came.To.SubscriptionNumber));
        var history = (await scene.Directory.ListHistoryAsync(sold.Id, new(), Token)).Value.Items;
        Assert.Contains((SubscriptionHistoryKind.BindingChanged, OldMac, newMac, "LOS merah"), history.Select(h => (h.Kind, h.Before, h.After, h.Reason)));
        await using var context = scene.Database.Open();
        Assert.Equal(1, await context.Set<OutboxEvent>().CountAsync(e => e.Name == DevicesSwapped.EventName, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_two_technicians_who_want_one_device_exactly_one_gets_it(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var (budi, _) = await rig.Scene.CustomerAsync();
        var (siti, _) = await rig.Scene.CustomerAsync("Siti Aminah", "081299998888");
        for (var round = 0; round < 5; round++)
        {
            var wanted = await rig.ReceiveAsync($"WANTED-{round}");

            var tries = await Task.WhenAll(
                Task.Run(() => rig.Desk(InventoryRig.Dimas, InventoryRig.Technician).SwapAsync(new(budi, wanted.Serial, "Rusak"), Token)),
                Task.Run(() => rig.Desk(InventoryRig.Eko, InventoryRig.Technician).SwapAsync(new(siti, wanted.Serial, "Rusak"), Token)));

            Assert.Single(tries, t => t.Succeeded);
            Assert.Contains(Assert.Single(tries, t => !t.Succeeded).Error!.Code, new[] { "common.version_conflict", "inventory.not_available" });
            Assert.Equal(2, (await rig.MovementsAsync(wanted.Id)).Count);
            Assert.Equal(tries[0].Succeeded ? budi : siti, (await rig.GetAsync(wanted.Id)).At.CustomerId);
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_does_not_fit_changes_nothing(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var scene = rig.Scene;
        var (customer, account) = await scene.CustomerAsync();
        var (other, otherAccount) = await scene.CustomerAsync("Siti Aminah", "081299998888");
        var plan = await scene.PlanAsync();
        var line = await scene.SellAsync(scene.Wish(account, plan) with { Username = "budi" });
        var othersLine = await scene.SellAsync(scene.Wish(otherAccount, plan) with { Username = "siti" });
        var old = await rig.InstallAsync($"OLD-1 {OldMac}", customer, line.Id);
        var others = await rig.InstallAsync("OTHERS-1", other);
        await rig.ReceiveAsync("EKOS-1", DeviceSpot.InVan(InventoryRig.Eko));
        var fresh = await rig.ReceiveAsync("NEW-1 C83A35000002");
        await scene.DoAsync(line.Id, v => scene.Moves.BindLineAsync(line.Id, v, new BindLineRequest(OldMac, null), Token));
        var desk = rig.Desk(InventoryRig.Dimas, InventoryRig.Technician);

        Assert.Equal(["newDevice", "reason"], (await desk.SwapAsync(new(customer, "", " "), Token)).Error!.Fields.Select(f => f.Field));
        Assert.Equal("inventory.device_not_found", (await desk.SwapAsync(new(customer, "NOBODY-1", "x"), Token)).Error!.Fields[0].Code);
        Assert.Equal("inventory.not_available", (await desk.SwapAsync(new(customer, "EKOS-1", "x") { OldDeviceId = old.Id }, Token)).Error!.Code);
        Assert.Equal("inventory.not_available", (await desk.SwapAsync(new(customer, "OLD-1", "x") { OldDeviceId = old.Id }, Token)).Error!.Code);
        Assert.Equal("inventory.not_at_customer", (await desk.SwapAsync(new(customer, "NEW-1", "x") { OldDeviceId = others.Id }, Token)).Error!.Code);
        Assert.Equal(InventoryErrors.OtherCustomersLine, (await desk.SwapAsync(new(customer, "NEW-1", "x") { SubscriptionId = othersLine.Id }, Token)).Error);
        Assert.Equal("newMac", (await desk.SwapAsync(new(customer, "NEW-1", "x") { NewMac = OldMac }, Token)).Error!.Fields[0].Field);
        Assert.Equal("identity.forbidden", (await rig.Desk(null, InventoryPermissions.InventoryMove).SwapAsync(new(customer, "NEW-1", "x"), Token)).Error!.Code);
        Assert.Equal((1, OldMac), ((await rig.MovementsAsync(fresh.Id)).Count, (await scene.GetAsync(line.Id)).CallerId));
        Assert.Equal(old with { PlacedAtUtc = default }, await rig.GetAsync(old.Id) with { PlacedAtUtc = default });

        // A bridge goes in: the line stays bound to what dials behind it.
        var kept = await desk.SwapAsync(new(customer, "NEW-1", "Ganti bridge") { OldDeviceId = old.Id, KeepBinding = true }, Token);
        Assert.Equal((line.Id, null), (kept.Value.SubscriptionId, kept.Value.BoundTo));
        Assert.Equal(OldMac, (await scene.GetAsync(line.Id)).CallerId);
        Assert.Equal("inventory.not_at_customer", (await desk.SwapAsync(new(customer, "NEW-1", "Ganti bridge") { OldDeviceId = old.Id }, Token)).Error!.Code);

        // A line that is bound to no device stays so.
        var next = await rig.ReceiveAsync("NEXT-1");
        await scene.DoAsync(line.Id, v => scene.Moves.BindLineAsync(line.Id, v, new BindLineRequest("", null), Token));
        Assert.Null((await desk.SwapAsync(new(customer, next.Serial, "Rusak lagi") { OldDeviceId = fresh.Id }, Token)).Value.BoundTo);
        Assert.Equal("", (await scene.GetAsync(line.Id)).CallerId);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_line_is_found_by_its_binding_when_nobody_said_which_one_the_device_serves(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var scene = rig.Scene;
        var (customer, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var line = await scene.SellAsync(scene.Wish(account, plan) with { Username = "budi" });
        Assert.Equal((line.Id, "budi", null), Seen((await rig.Directory().LookAsync(customer, null, Token)).Value));
        var second = await scene.SellAsync(scene.Wish(account, plan) with { Username = "budi-2" });
        Assert.Equal((null, null, null), Seen((await rig.Directory().LookAsync(customer, null, Token)).Value));
        await scene.DoAsync(second.Id, v => scene.Moves.BindLineAsync(second.Id, v, new BindLineRequest(OldMac, null), Token));
        var old = await rig.InstallAsync($"OLD-1 {OldMac}", customer);
        await rig.ReceiveAsync("NEW-1 C83A35000002");

        var swapped = await rig.Desk().SwapAsync(new(customer, "NEW-1", "Rusak") { OldDeviceId = old.Id }, Token);

        Assert.Equal((second.Id, "C8:3A:35:00:00:02"), (swapped.Value.SubscriptionId, swapped.Value.BoundTo));
        Assert.Equal((second.Id, "budi-2", "C8:3A:35:00:00:02"), Seen((await rig.Directory().LookAsync(null, second.Id, Token)).Value));
        Assert.Equal(("subscriptions.not_found", "customers.not_found"), ((await rig.Directory().LookAsync(null, Guid.Empty, Token)).Error!.Code, (await rig.Directory().LookAsync(Guid.Empty, null, Token)).Error!.Code));

        static (Guid?, string?, string?) Seen(SwapSituation situation) => (situation.SubscriptionId, situation.Username, situation.BoundTo);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_that_another_device_dials_stays_bound_unless_it_is_said_otherwise(string provider)
    {
        const string dialling = "C8:3A:35:00:00:09";
        await using var rig = await InventoryRig.CreateAsync(provider);
        var scene = rig.Scene;
        var (customer, account) = await scene.CustomerAsync();
        var line = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "budi" });
        await scene.DoAsync(line.Id, v => scene.Moves.BindLineAsync(line.Id, v, new BindLineRequest(dialling, null), Token));
        var old = await rig.InstallAsync($"OLD-1 {OldMac}", customer);
        var fresh = await rig.ReceiveAsync("NEW-1 C83A35000002");
        var next = await rig.ReceiveAsync("NEXT-1 C83A35000003");

        var swapped = await rig.Desk().SwapAsync(new(customer, fresh.Serial, "Rusak") { SubscriptionId = line.Id, OldDeviceId = old.Id }, Token);
        Assert.Null(swapped.Value.BoundTo);
        Assert.Equal(dialling, (await scene.GetAsync(line.Id)).CallerId);

        Assert.Equal("C8:3A:35:00:00:03", (await rig.Desk().SwapAsync(new(customer, next.Serial, "Rusak") { SubscriptionId = line.Id, OldDeviceId = fresh.Id, KeepBinding = false }, Token)).Value.BoundTo);
        Assert.Equal("C8:3A:35:00:00:03", (await scene.GetAsync(line.Id)).CallerId);
    }

    private static void HangUp(ProvisioningRig rig)
    {
        var world = rig.Lab.Routers[0].World;
        lock (world.Gate)
        {
            world.Access.Ppp.Where(session => session.User == "budi").ToList().ForEach(world.Access.Kick);
        }
    }

    /// <summary>The MAC address that the customer's device dials with, or null while nothing does.</summary>
    private static string? Dialling(ProvisioningRig rig)
    {
        var world = rig.Lab.Routers[0].World;
        lock (world.Gate)
        {
            world.Advance();
            return world.Access.Ppp.FirstOrDefault(session => session.User == "budi")?.Modem.CallerId;
        }
    }
}
