using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Tests.Network.Addressing;

public sealed class WorkingOutPoolsTests
{
    [Fact]
    public void A_pool_has_its_size_its_users_and_what_is_given_out()
    {
        var pool = Single(new PoolTables
        {
            Pools = [Row("name=pppoe", "ranges=10.0.0.10-10.0.0.19,10.0.1.0/30")],
            Used = [Row("pool=pppoe", "address=10.0.0.10"), Row("pool=pppoe", "address=10.0.0.11"), Row("pool=pppoe", "address=10.0.0.11"), Row("pool=lain", "address=10.9.9.9")],
            PppProfiles = [Row("name=HOME-20", "remote-address=pppoe"), Row("name=BISNIS", "remote-address=10.0.0.1"), Row("name=default")],
            HotspotProfiles = [Row("name=hs", "address-pool=none")],
            Hotspots = [Row("name=hotspot1", "address-pool=pppoe", "disabled=true")],
            DhcpServers = [Row("name=dhcp1", "address-pool=pppoe"), Row("name=dhcp2", "address-pool=static-only")],
            PppSecrets = [Row("name=budi", "remote-address=pppoe")],
        });
        Assert.Equal((14L, 2L), (pool.Size, pool.Used));
        Assert.Equal([new(PoolUserKind.PppProfile, "HOME-20"), new(PoolUserKind.DhcpServer, "dhcp1"), new(PoolUserKind.PppSecret, "budi")], pool.Users);
    }

    [Fact]
    public void What_the_router_does_not_say_is_unknown_and_not_zero()
    {
        var pool = Single(new PoolTables { Pools = [Row("name=a", "ranges=10.0.0.1-10.0.0.9")] });
        Assert.Equal((9L, null, null), (pool.Size, pool.Used, pool.ChainUsed));
        var odd = Single(new PoolTables { Pools = [Row("name=a", "ranges=?")], Used = [] });
        Assert.Equal((null, 0L), (odd.Size, odd.Used));
    }

    [Fact]
    public void Pools_that_follow_count_and_a_ring_of_them_ends()
    {
        var pools = PoolFigures.Of(new PoolTables
        {
            Pools = [Row("name=a", "ranges=10.0.0.1-10.0.0.10", "next-pool=b"), Row("name=b", "ranges=10.0.1.1-10.0.1.30", "next-pool=a"), Row("name=c", "ranges=10.0.2.1", "next-pool=none")],
            Used = [.. Enumerable.Range(1, 10).Select(i => Row("pool=a", $"address=10.0.0.{i}"))],
        });
        Assert.Equal((10L, 10L, 40L, 10L), (pools[0].Size, pools[0].Used, pools[0].ChainSize, pools[0].ChainUsed));
        Assert.Equal([new(PoolUserKind.Pool, "b")], pools[0].Users);
        Assert.Null(pools[2].NextPool);
    }

    [Fact]
    public void Prefixes_are_counted_by_their_length()
    {
        var pool = Single(new PoolTables { Ipv6Pools = [Row("name=v6", "prefix=2001:db8::/40", "prefix-length=56")], Ipv6Used = [Row("pool=v6", "prefix=2001:db8::/56")] });
        Assert.Equal((PoolFamily.Ipv6Prefix, 65536L, 1L), (pool.Family, pool.Size, pool.Used));
    }

    private static FoundPool Single(PoolTables tables) => Assert.Single(PoolFigures.Of(tables));

    private static RouterItem Row(params string[] fields) => new("*1", fields.Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal));
}
