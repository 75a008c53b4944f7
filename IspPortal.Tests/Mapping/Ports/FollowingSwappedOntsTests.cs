using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Mapping.Ports;

/// <summary>An ONT was swapped: the drop of the house learns the new serial number, and nobody else's does.</summary>
public sealed class FollowingSwappedOntsTests
{
    private static readonly Guid Onts = new("019b0000-0000-7000-8000-0000000000a2");
    private static readonly Guid Routers = new("019b0000-0000-7000-8000-0000000000a3");

    private Guid _customer;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_drop_of_the_line_learns_the_new_serial_number_once(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var line = await FurnishAsync(rig, "ZTEG00000001");
        var (old, fresh) = (await DeviceAsync(rig, "ZTEG00000001", null), await DeviceAsync(rig, "ZTEG00000002", line));

        await TellAsync(rig, new(fresh, old, _customer, line));
        await TellAsync(rig, new(fresh, old, _customer, line));

        Assert.Equal(["ZTEG00000002", null], await SerialsAsync(rig));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_serial_number_that_stood_at_another_house_moves_with_the_ONT(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var line = await FurnishAsync(rig, "ZTEG00000001", "ZTEG00000002");
        var (old, fresh) = (await DeviceAsync(rig, "ZTEG00000001", null), await DeviceAsync(rig, "ZTEG00000002", line));

        await TellAsync(rig, new(fresh, old, _customer, line));

        Assert.Equal(["ZTEG00000002", null], await SerialsAsync(rig));
    }

    [Fact]
    public async Task A_drop_whose_ONT_nobody_knew_learns_it()
    {
        await using var rig = await MappingRig.CreateAsync();
        var line = await FurnishAsync(rig, null);
        await TellAsync(rig, new(await DeviceAsync(rig, "ZTEG00000002", line), null, _customer, line));
        Assert.Equal(["ZTEG00000002", null], await SerialsAsync(rig));
    }

    [Fact]
    public async Task Without_a_line_the_drop_is_found_by_the_ONT_that_went_out()
    {
        await using var rig = await MappingRig.CreateAsync();
        await FurnishAsync(rig, "ZTEG00000001");
        await TellAsync(rig, new(await DeviceAsync(rig, "ZTEG00000002", null, DevicePlace.Customer), await DeviceAsync(rig, "ZTEG00000001", null), _customer, null));
        Assert.Equal(["ZTEG00000002", null], await SerialsAsync(rig));
    }

    [Fact]
    public async Task What_says_nothing_about_the_drop_changes_nothing()
    {
        await using var rig = await MappingRig.CreateAsync();
        var line = await FurnishAsync(rig, "ZTEG00000001");
        var old = await DeviceAsync(rig, "ZTEG00000001", null);

        // Another device than the one at the drop went out; a router went in; the new one has left again; a device that nobody knows.
        await TellAsync(rig, new(await DeviceAsync(rig, "ZTEG00000003", line), await DeviceAsync(rig, "ZTEG00000009", null), _customer, line));
        await TellAsync(rig, new(await DeviceAsync(rig, "RB750-1", line, model: Routers), old, _customer, line));
        await TellAsync(rig, new(await DeviceAsync(rig, "ZTEG00000004", null, DevicePlace.FaultyReturns), old, _customer, line));
        await TellAsync(rig, new(Guid.CreateVersion7(), old, _customer, line));

        Assert.Equal(["ZTEG00000001", null], await SerialsAsync(rig));
    }

    private static Task TellAsync(MappingRig rig, DevicesSwapped swap) => rig.SwappedOnts().HandleAsync(swap, Token);

    /// <summary>Two houses; the first one's line is sold, and its id given.</summary>
    private async Task<Guid> FurnishAsync(MappingRig rig, string? first, string? second = null)
    {
        (_customer, var account) = await rig.Scene.CustomerAsync();
        var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, await rig.Scene.PlanAsync()));
        rig.Plant.Connect(0, 1, first, sold.AccessId);
        rig.Plant.Connect(0, 2, second, await rig.LineAsync());
        await rig.DrawAsync();
        await using var context = rig.Scene.Database.Open();
        context.Add(new DeviceModel { Id = Onts, Kind = DeviceKind.Ont, Maker = "ZTE", Name = "F609", SearchKey = "zte f609" });
        context.Add(new DeviceModel { Id = Routers, Kind = DeviceKind.Router, Maker = "MikroTik", Name = "hEX", SearchKey = "mikrotik hex" });
        await context.SaveChangesAsync(Token);
        return sold.Id;
    }

    private async Task<Guid> DeviceAsync(MappingRig rig, string serial, Guid? line, DevicePlace? place = null, Guid? model = null)
    {
        var where = place ?? (line is null ? DevicePlace.FaultyReturns : DevicePlace.Customer);
        var device = new Device
        {
            Id = Guid.CreateVersion7(), ModelId = model ?? Onts, Serial = serial, SearchKey = serial, Place = where, CustomerId = where == DevicePlace.Customer ? _customer : null, SubscriptionId = line, PlacedAtUtc = DateTime.UnixEpoch, CreatedAtUtc = DateTime.UnixEpoch,
        };
        await using var context = rig.Scene.Database.Open();
        context.Add(device);
        await context.SaveChangesAsync(Token);
        return device.Id;
    }

    private static async Task<IReadOnlyList<string?>> SerialsAsync(MappingRig rig)
    {
        await using var context = rig.Scene.Database.Open();
        return await context.Set<Drop>().OrderBy(d => d.Port).Select(d => d.OntSerial).ToListAsync(Token);
    }
}
