using IspPortal.Core.Lab;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Tests.Network.Provisioning;

namespace IspPortal.Tests.Network.Addressing;

/// <summary>Pools and fixed addresses over real TCP, kept in a real database.</summary>
public sealed class ReadingAddressesOfRoutersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.12", "Postgres")]
    [InlineData("7.24", "Sqlite")]
    [InlineData("7.24", "Postgres")]
    public async Task Pools_are_read_with_their_usage_and_who_hands_them_out(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], sessions: 40, provider: provider, pumps: false);
        using var addressing = new AddressRig(rig);
        var inUse = InUse(rig, "pppoe-pool");
        Assert.True(inUse > 0);
        if (version != "6.49")
        {
            Add(rig, "/ipv6/pool", ("name", "v6"), ("prefix", "2001:db8::/40"), ("prefix-length", "56"));
        }

        Assert.Equal((1, 0), await addressing.Harvest.ReadDueAsync(false, Token));
        var pools = (await addressing.Desk.ListPoolsAsync(new(), new(Sort: "name"), Token)).Value;
        Assert.Equal(version == "6.49" ? ["hs-pool", "isolir-pool", "pppoe-pool"] : ["hs-pool", "isolir-pool", "pppoe-pool", "v6"], pools.Items.Select(p => p.Name));
        var pppoe = pools.Items.Single(p => p.Name == "pppoe-pool");
        Assert.Equal((8177L, (long)inUse, 8177L - inUse), (pppoe.Size, pppoe.Used, pppoe.Free));
        Assert.Contains(new PoolUser(PoolUserKind.PppProfile, "HOME-20"), pppoe.Users);
        Assert.False(pppoe.IsStale);
        var hotspot = pools.Items.Single(p => p.Name == "hs-pool");
        Assert.Contains(new PoolUser(PoolUserKind.Hotspot, "hotspot1"), hotspot.Users);
        Assert.Contains(new PoolUser(PoolUserKind.DhcpServer, "dhcp-hotspot"), hotspot.Users);
        Assert.Equal([new(PoolUserKind.PppProfile, "isolir")], pools.Items.Single(p => p.Name == "isolir-pool").Users);
        if (version != "6.49")
        {
            var prefixes = pools.Items.Single(p => p.Family == PoolFamily.Ipv6Prefix);
            Assert.Equal((65536L, 0L), (prefixes.Size, prefixes.Used));
        }

        Assert.Equal((0, 0), await addressing.Harvest.ReadDueAsync(false, Token));
        addressing.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal((1, 0), await addressing.Harvest.ReadDueAsync(false, Token));
    }

    [Fact]
    public async Task A_pool_that_runs_full_says_since_when_and_no_longer_once_there_is_room()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 40, pumps: false);
        using var addressing = new AddressRig(rig);
        var inUse = InUse(rig, "pppoe-pool");
        rig.Change(RouterMenus.Pool, "pppoe-pool", "ranges", $"10.1.0.10-10.1.0.{9 + inUse}");
        await ReadAsync(addressing);
        var since = addressing.Clock.NowUtc;
        Assert.Equal((100.0, since), await FullAsync(addressing));

        addressing.Clock.Advance(TimeSpan.FromHours(2));
        await ReadAsync(addressing);
        Assert.Equal((100.0, since), await FullAsync(addressing));
        Assert.Equal(1, (await addressing.Desk.ListPoolsAsync(new(NearlyFull: true), new(), Token)).Value.TotalCount);

        Add(rig, RouterMenus.Pool, ("name", "cadangan"), ("ranges", "10.1.40.0/22"));
        rig.Change(RouterMenus.Pool, "pppoe-pool", "next-pool", "cadangan");
        await ReadAsync(addressing);
        var pool = (await addressing.Desk.ListPoolsAsync(new(), new(Search: "pppoe-pool"), Token)).Value.Items.Single();
        Assert.Equal((100.0, null), (pool.UsedPercent, pool.AboveSinceUtc));
        Assert.True(pool.ChainUsedPercent < 10);
    }

    [Fact]
    public async Task A_router_that_fails_keeps_what_was_read_and_looks_old()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 20, pumps: false);
        using var addressing = new AddressRig(rig);
        Assert.Null(Assert.Single((await addressing.Desk.ListRoutersAsync(Token)).Value).ReadAtUtc);
        await ReadAsync(addressing);
        var before = (await addressing.Desk.ListPoolsAsync(new(), new(), Token)).Value;
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.Refused));
        await rig.RestartAsync();
        using var after = new AddressRig(rig);

        var failed = await after.Desk.ReadAsync(ProvisioningRig.RouterId(0), Token);
        Assert.StartsWith("routeros.", failed.Error!.Code, StringComparison.Ordinal);
        var router = Assert.Single((await after.Desk.ListRoutersAsync(Token)).Value);
        Assert.Equal((failed.Error.Code, addressing.Clock.NowUtc), (router.ErrorCode, router.ReadAtUtc));
        var pools = (await after.Desk.ListPoolsAsync(new(), new(), Token)).Value;
        Assert.Equal(before.Items.Select(p => (p.Id, p.Used)), pools.Items.Select(p => (p.Id, p.Used)));
        Assert.All(pools.Items, pool => Assert.True(pool.IsStale));
    }

    [Fact]
    public async Task A_pool_that_is_gone_goes_and_one_whose_ranges_change_keeps_its_id()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 20, pumps: false);
        using var addressing = new AddressRig(rig);
        Add(rig, RouterMenus.Pool, ("name", "lama"), ("ranges", "10.1.60.1-10.1.60.9,10.1.61.1-10.1.61.9"));
        await ReadAsync(addressing);
        var first = (await addressing.Desk.ListPoolsAsync(new(), new(Search: "10.1.61"), Token)).Value.Items.Single();
        rig.Change(RouterMenus.Pool, "lama", "ranges", "10.1.62.1-10.1.62.4");
        await ReadAsync(addressing);
        var second = (await addressing.Desk.ListPoolsAsync(new(), new(Search: "LAMA"), Token)).Value.Items.Single();
        Assert.Equal((first.Id, 18L, 4L), (second.Id, first.Size, second.Size));
        rig.Change(RouterMenus.Pool, "lama", "name", "baru");
        await ReadAsync(addressing);
        Assert.Equal(0, (await addressing.Desk.ListPoolsAsync(new(), new(Search: "lama"), Token)).Value.TotalCount);
    }

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.24", "Postgres")]
    public async Task Fixed_addresses_are_listed_once_owned_or_not(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version, version], sessions: 200, provider: provider, pumps: false);
        using var addressing = new AddressRig(rig);
        var names = Secrets(rig);
        rig.Change(RouterMenus.PppSecret, names[0], "remote-address", "10.1.0.77");
        rig.Change(RouterMenus.PppSecret, names[1], "remote-address", "pppoe-pool");
        var twin = await AddLineAsync(rig, "kembar", "103.200.0.9", twin: 1);
        await ReadAsync(addressing);
        await addressing.Desk.ReadAsync(ProvisioningRig.RouterId(1), Token);

        var all = (await addressing.Desk.ListAssignmentsAsync(new(), new(1, 100), Token)).Value;
        Assert.Equal(all.TotalCount, all.Items.Count);
        Assert.Equal([(0, PlacementRole.Primary), (1, PlacementRole.Twin)], all.Items.Where(a => a.AccessId == twin).Select(a => (Index(a.RouterId), a.Role!.Value)).Order());
        var seen = all.Items.Single(a => a.Username == names[0]);
        Assert.Equal(("10.1.0.77", false, "pppoe-pool", AccessService.Pppoe), (seen.Address, seen.IsOwned, seen.Pool, seen.Service));
        Assert.DoesNotContain(all.Items, a => a.Username == names[1]);
        Assert.Contains(all.Items, a => a is { Service: AccessService.Static, IsOwned: false });

        var filtered = await addressing.Desk.ListAssignmentsAsync(new(PoolId: seen.PoolId), new(), Token);
        Assert.Equal([seen.Username], filtered.Value.Items.Select(a => a.Username));
        Assert.Equal(["103.200.0.9", "103.200.0.9"], (await addressing.Desk.ListAssignmentsAsync(new(Owned: true), new(Search: "103.20"), Token)).Value.Items.Select(a => a.Address));
        Assert.Equal(["10.1.0.77"], (await addressing.Desk.ListAssignmentsAsync(new(), new(Search: "10.1.0.0/25"), Token)).Value.Items.Select(a => a.Address));
        Assert.Equal(1, (await addressing.Desk.ListAssignmentsAsync(new(ProvisioningRig.RouterId(1), Owned: true), new(Search: "KEMBAR"), Token)).Value.TotalCount);
        Assert.Equal(0, (await addressing.Desk.ListAssignmentsAsync(new(Live: true), new(), Token)).Value.TotalCount);

        // Taken over: it is the portal's and no longer only seen, before any other reading.
        await AddLineAsync(rig, names[0], "10.1.0.77", adopt: true);
        var owned = (await addressing.Desk.ListAssignmentsAsync(new(), new(Search: "10.1.0.77"), Token)).Value;
        Assert.True(Assert.Single(owned.Items).IsOwned);
        Assert.Equal(1, (await addressing.Desk.ListPoolsAsync(new(ProvisioningRig.RouterId(0)), new(Search: "pppoe-pool"), Token)).Value.Items.Single().FixedAddresses);
    }

    [Fact]
    public async Task Lists_are_cut_and_sorted_by_the_database()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 20, pumps: false);
        using var addressing = new AddressRig(rig);
        foreach (var (name, address) in ((string, string)[])[("a", "10.9.0.10"), ("b", "10.9.0.9"), ("c", "10.9.0.100")])
        {
            await AddLineAsync(rig, name, address);
        }

        var first = (await addressing.Desk.ListAssignmentsAsync(new(), new(1, 2), Token)).Value;
        Assert.Equal(["10.9.0.9", "10.9.0.10"], first.Items.Select(a => a.Address));
        Assert.Equal(3, first.TotalCount);
        Assert.Equal(["c", "b", "a"], (await addressing.Desk.ListAssignmentsAsync(new(), new(1, 3, Sort: "username", Descending: true), Token)).Value.Items.Select(a => a.Username));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_said_or_read()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5, pumps: false);
        using var addressing = new AddressRig(rig);
        var stranger = addressing.DeskAs(NetworkPermissions.SessionsRead);
        Assert.Equal("identity.forbidden", (await stranger.ListPoolsAsync(new(), new(), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await stranger.ListAssignmentsAsync(new(), new(), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await stranger.ListConflictsAsync(new(), new(), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await stranger.ListRoutersAsync(Token)).Error!.Code);
        var reader = addressing.DeskAs(NetworkPermissions.RoutersRead);
        Assert.Equal("identity.forbidden", (await reader.ReadAsync(ProvisioningRig.RouterId(0), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await reader.MarkIntendedAsync(Guid.Empty, "a", Token)).Error!.Code);
        Assert.Equal("network.router_not_found", (await addressing.Desk.ReadAsync(Guid.Empty, Token)).Error!.Code);
    }

    internal static async Task<Guid> AddLineAsync(ProvisioningRig rig, string name, string address, int router = 0, int? twin = null, bool adopt = false)
    {
        var added = await rig.Editor.AddAsync(
            new SaveAccessRequest(ProvisioningRig.RouterId(router), AccessService.Pppoe, name, "x", "HOME-20", FixedAddress: address, TwinRouterId: twin is { } t ? ProvisioningRig.RouterId(t) : null, MayAdopt: adopt), Token);
        Assert.Null(added.Error);
        return added.Value;
    }

    internal static async Task ReadAsync(AddressRig addressing) => Assert.Null((await addressing.Desk.ReadAsync(ProvisioningRig.RouterId(0), Token)).Error);

    /// <summary>Accounts of the router without a fixed address, by name.</summary>
    internal static List<string> Secrets(ProvisioningRig rig)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            var secrets = world.Menu(RouterMenus.PppSecret);
            return [.. secrets.Items.Where(i => secrets.Get(i, "remote-address") is null).Select(i => secrets.Get(i, "name")!).Where(n => n.All(char.IsAscii)).Order(StringComparer.Ordinal)];
        }
    }

    internal static void Add(ProvisioningRig rig, string menu, params (string, string?)[] values)
    {
        RouterWorld world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            world.Menu(menu).Seed(values);
        }
    }

    private static int InUse(ProvisioningRig rig, string pool)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            world.Advance();
            return world.Access.Pools.Used.Count(u => u.Pool == pool);
        }
    }

    private static async Task<(double? Percent, DateTime? SinceUtc)> FullAsync(AddressRig addressing)
    {
        var pool = (await addressing.Desk.ListPoolsAsync(new(), new(Search: "pppoe-pool"), Token)).Value.Items.Single();
        return (pool.UsedPercent, pool.AboveSinceUtc);
    }

    private static int Index(Guid routerId) => routerId == ProvisioningRig.RouterId(0) ? 0 : 1;
}
