using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Tests.Network.Addressing;

public sealed class FindingAddressConflictsTests
{
    private static readonly PoolUser Profile = new(PoolUserKind.PppProfile, "HOME-20");
    private static readonly PoolUser Dhcp = new(PoolUserKind.DhcpServer, "dhcp1");

    [Fact]
    public void Two_owned_lines_with_one_address_are_a_conflict_wherever_they_are()
    {
        var conflict = Single(new() { Assigned = [Owned("10.0.0.5", 1, "budi"), Owned("10.0.0.5", 2, "siti")] });
        Assert.Equal((AddressConflictKind.GivenTwice, "10.0.0.5"), (conflict.Kind, conflict.Subject));
        Assert.Equal(["budi", "siti"], conflict.Parties.Select(p => p.Name));
        Assert.Equal([Id(1), Id(2)], conflict.Parties.Select(p => p.RouterId));
    }

    [Fact]
    public void A_line_on_both_routers_of_a_pair_is_none() => Assert.Empty(Find(new() { Assigned = [Owned("10.0.0.5", 1, "budi"), Owned("10.0.0.5", 2, "budi")] }));

    [Fact]
    public void An_owned_line_and_an_account_that_nobody_took_over_are_one() =>
        Assert.Equal(AddressConflictKind.GivenTwice, Single(new() { Assigned = [Owned("10.0.0.5", 1, "budi"), Seen("10.0.0.5", 1, "lama")] }).Kind);

    [Fact]
    public void A_lease_or_a_loose_queue_beside_the_line_that_it_serves_is_none()
    {
        Assert.Empty(Find(new() { Assigned = [Owned("10.0.0.5", 1, "kantor", AccessService.Static), Seen("10.0.0.5", 1, "10.0.0.5", AccessService.Static, isLease: true)] }));
        Assert.Empty(Find(new() { Assigned = [Seen("10.0.0.5", 1, "budi"), Seen("10.0.0.5", 1, "queue-budi", AccessService.Static)] }));
        Assert.Single(Find(new() { Assigned = [Owned("10.0.0.5", 1, "kantor", AccessService.Static), Seen("10.0.0.5", 1, "lain", AccessService.Static)] }));
    }

    [Fact]
    public void A_fixed_address_inside_a_pool_that_is_handed_out_is_a_conflict()
    {
        var input = new AddressConflictInput { Assigned = [Owned("10.0.0.5", 1, "budi")], Pools = [Pool(1, "pppoe", "10.0.0.1-10.0.0.9", Profile)] };
        var conflict = Single(input);
        Assert.Equal(AddressConflictKind.InsidePool, conflict.Kind);
        Assert.Equal([(AddressPartyRole.Assigned, "budi"), (AddressPartyRole.Pool, "pppoe")], conflict.Parties.Select(p => (p.Role, p.Name)));
        Assert.Empty(Find(input with { Pools = [Pool(1, "pppoe", "10.0.0.1-10.0.0.9")] }));
        Assert.Empty(Find(input with { Pools = [Pool(2, "pppoe", "10.0.0.1-10.0.0.9", Profile)] }));
        Assert.Empty(Find(input with { Pools = [Pool(1, "pppoe", "10.0.0.6-10.0.0.9", Profile)] }));
    }

    [Fact]
    public void A_pool_that_another_continues_with_is_handed_out_too()
    {
        var input = new AddressConflictInput
        {
            Assigned = [Owned("10.0.1.5", 1, "budi")],
            Pools = [Pool(1, "a", "10.0.0.1-10.0.0.9", Profile, new PoolUser(PoolUserKind.Pool, "b")), Pool(1, "b", "10.0.1.1-10.0.1.9", new PoolUser(PoolUserKind.Pool, "a"))],
        };
        Assert.Equal(AddressConflictKind.InsidePool, Single(input).Kind);
    }

    [Fact]
    public void A_dhcp_server_endangers_only_lines_that_have_no_lease()
    {
        var pools = new[] { Pool(1, "lan", "10.0.0.1-10.0.0.9", Dhcp) };
        Assert.Empty(Find(new() { Assigned = [Owned("10.0.0.5", 1, "kantor", AccessService.Static)], Pools = pools }));
        Assert.Single(Find(new() { Assigned = [Owned("10.0.0.5", 1, "budi")], Pools = pools }));
    }

    [Fact]
    public void An_address_that_is_live_for_another_line_or_elsewhere_is_a_conflict()
    {
        var assigned = new[] { Owned("103.0.0.5", 1, "budi") };
        var other = Single(new() { Assigned = assigned, Live = [Live("103.0.0.5", 1, "siti")] });
        Assert.Equal(AddressConflictKind.LiveElsewhere, other.Kind);
        Assert.Equal([(AddressPartyRole.Assigned, "budi"), (AddressPartyRole.Live, "siti")], other.Parties.Select(p => (p.Role, p.Name)));
        Assert.Equal(AddressConflictKind.LiveElsewhere, Single(new() { Assigned = assigned, Live = [Live("103.0.0.5", 2, "budi")] }).Kind);
        Assert.Empty(Find(new() { Assigned = assigned, Live = [Live("103.0.0.5", 1, "budi"), Live("103.0.0.6", 1, "siti")] }));
        Assert.Empty(Find(new() { Assigned = [.. assigned, Owned("103.0.0.5", 2, "budi")], Live = [Live("103.0.0.5", 2, "budi")] }));
    }

    [Fact]
    public void Private_addresses_that_another_routers_pool_hands_out_are_how_nat_works()
    {
        var pool = new[] { Pool(2, "pppoe", "10.0.0.1-10.0.0.9", Profile) };
        Assert.Empty(Find(new() { Assigned = [Owned("10.0.0.5", 1, "budi")], Live = [Live("10.0.0.5", 2, "siti")], Pools = pool }));
        Assert.Single(Find(new() { Assigned = [Owned("10.0.0.5", 1, "budi")], Live = [Live("10.0.0.5", 2, "siti")] }));
        Assert.Single(Find(new() { Assigned = [Owned("10.0.0.5", 1, "budi")], Live = [Live("10.0.0.5", 2, "budi")], Pools = pool }));
        Assert.Single(Find(new() { Assigned = [Owned("103.0.0.5", 1, "budi")], Live = [Live("103.0.0.5", 2, "siti")], Pools = [Pool(2, "publik", "103.0.0.0/24", Profile)] }));
    }

    [Fact]
    public void Pools_overlap_within_one_router_only()
    {
        var conflict = Single(new() { Pools = [Pool(1, "b", "10.0.0.1-10.0.0.20"), Pool(1, "a", "10.0.1.1,10.0.0.15-10.0.0.30"), Pool(2, "a", "10.0.0.0/16")] });
        Assert.Equal((AddressConflictKind.PoolsOverlap, "10.0.0.15-10.0.0.20"), (conflict.Kind, conflict.Subject));
        Assert.Equal(["a", "b"], conflict.Parties.Select(p => p.Name));
    }

    [Fact]
    public void A_static_line_outside_every_net_of_a_router_that_told_them_is_a_conflict()
    {
        var input = new AddressConflictInput
        {
            Assigned = [Owned("103.9.9.9", 1, "kantor", AccessService.Static), Owned("103.9.9.8", 1, "budi"), Owned("103.9.9.7", 2, "ruko", AccessService.Static)],
            Networks = new Dictionary<Guid, IReadOnlyList<AddressRange>> { [Id(1)] = [new(Number("103.0.0.0"), Number("103.0.3.255"))] },
        };
        var conflict = Single(input);
        Assert.Equal((AddressConflictKind.OutsideNetworks, "kantor"), (conflict.Kind, conflict.Parties[0].Name));
        Assert.Empty(Find(input with { Pools = [Pool(1, "khusus", "103.9.9.0/24")] }));
        Assert.Empty(Find(input with { Networks = new Dictionary<Guid, IReadOnlyList<AddressRange>>() }));
    }

    [Fact]
    public void Finding_is_the_same_as_comparing_each_with_each()
    {
        var line =
            from address in Gen.Choose(0, 15)
            from router in Gen.Choose(1, 3)
            from name in Gen.Choose(0, 6)
            from owned in Gen.Elements(true, false)
            select owned ? Owned(Ipv4.ToText(address), router, $"line-{name}") : Seen(Ipv4.ToText(address), router, $"line-{name}");
        var pool =
            from router in Gen.Choose(1, 3)
            from name in Gen.Choose(0, 9)
            from first in Gen.Choose(0, 15)
            from size in Gen.Choose(0, 6)
            from used in Gen.Elements(true, false)
            select new PoolOnRouter(Id(router), $"pool-{name}", [new(first, first + size)], used ? [Profile] : []);
        var inputs =
            from lines in line.ListOf()
            from pools in pool.ListOf()
            select new AddressConflictInput { Assigned = [.. lines.Distinct()], Pools = [.. pools.DistinctBy(p => (p.RouterId, p.Name))] };
        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var found = Find(input);
            var twice = (from a in input.Assigned from b in input.Assigned where a.Address == b.Address && a.Holder != b.Holder select Ipv4.ToText(a.Address)).ToHashSet();
            var inside = (
                from a in input.Assigned
                from p in input.Pools
                where p.RouterId == a.RouterId && p.Users.Count > 0 && p.Ranges[0].Contains(a.Address)
                select (a.Holder, a.RouterId, a.Address, p.Name)).ToHashSet();
            var overlapping = (
                from p in input.Pools
                from q in input.Pools
                where p.RouterId == q.RouterId && p.Name != q.Name && p.Ranges[0].From <= q.Ranges[0].To && q.Ranges[0].From <= p.Ranges[0].To
                select (p.RouterId, p.Name)).ToHashSet();
            return found.Where(f => f.Kind == AddressConflictKind.GivenTwice).Select(f => f.Subject).ToHashSet().SetEquals(twice)
                && found.Count(f => f.Kind == AddressConflictKind.InsidePool) == inside.Count
                && found.Where(f => f.Kind == AddressConflictKind.PoolsOverlap).SelectMany(f => f.Parties.Select(p => (p.RouterId, p.Name))).ToHashSet().SetEquals(overlapping)
                && found.Select(f => (f.Kind, f.Key)).Distinct().Count() == found.Count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void The_order_of_what_is_known_changes_nothing()
    {
        AssignedAddress[] lines = [Owned("10.0.0.5", 1, "budi"), Owned("10.0.0.5", 2, "siti"), Seen("10.0.0.5", 3, "joko"), Owned("10.0.0.6", 1, "rina"), Seen("10.0.0.6", 1, "dewi")];
        static IEnumerable<string> Said(AddressConflictInput input) => Find(input).Select(c => $"{c.Kind} {c.Key} {string.Join(',', c.Parties)}").Order(StringComparer.Ordinal);
        Assert.Equal(Said(new() { Assigned = lines }), Said(new() { Assigned = [.. lines.Reverse()] }));
    }

    [Fact]
    public void A_hundred_thousand_addresses_are_looked_through_in_a_moment()
    {
        static AddressConflictInput Network(int lines) => new()
        {
            Assigned = [.. Enumerable.Range(0, lines).Select(i => Owned(Ipv4.ToText((10L << 24) + (i % 5 == 0 ? i - (i % 10) : i)), 1 + (i % 100), $"line-{i}"))],
            Live = [.. Enumerable.Range(0, lines).Select(i => Live(Ipv4.ToText((10L << 24) + i), 1 + (i % 100), $"line-{i}"))],
            Pools = [.. from r in Enumerable.Range(1, 100) from p in Enumerable.Range(0, 20) select Pool(r, $"pool-{p}", $"10.{p}.0.0-10.{p}.3.255", Profile)],
        };
        var large = Network(100_000);
        Find(Network(1000));
        var watch = Stopwatch.StartNew();
        var found = Find(large);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(10_000, found.Count(f => f.Kind == AddressConflictKind.GivenTwice));
    }

    private static IReadOnlyList<FoundConflict> Find(AddressConflictInput input) => AddressConflictFinder.Find(input);

    private static FoundConflict Single(AddressConflictInput input) => Assert.Single(Find(input));

    private static AssignedAddress Owned(string address, int router, string name, AccessService service = AccessService.Pppoe) =>
        new(Number(address), Id(router), service, name) { AccessId = LineOf(name), IsOwned = true };

    private static AssignedAddress Seen(string address, int router, string name, AccessService service = AccessService.Pppoe, bool isLease = false) =>
        new(Number(address), Id(router), service, name) { IsLease = isLease };

    private static LiveAddress Live(string address, int router, string name) => new(Number(address), Id(router), LineOf(name), name);

    private static PoolOnRouter Pool(int router, string name, string ranges, params PoolUser[] users) => new(Id(router), name, AddressRange.ParseAll(ranges)!, users);

    private static long Number(string address) => Ipv4.ToNumber(address)!.Value;

    private static Guid Id(int number) => new(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    private static Guid LineOf(string name) => new([.. System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).Take(16)]);
}
