using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Sessions;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Addressing;

/// <summary>An address belongs to one line, however many ask for it at once.</summary>
public sealed class GivingAddressesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_address_that_a_line_has_is_refused_to_another(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18", "7.18"], sessions: 5, provider: provider, pumps: false);
        var budi = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "budi", "10.50.0.1", twin: 1);
        var siti = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "siti", "10.50.0.2");
        var refused = await rig.Editor.AddAsync(Line("joko", "10.50.0.1"), Token);
        Assert.Equal(("common.invalid", "fixedAddress", AddressingErrors.AddressGivenCode), (refused.Error!.Code, refused.Error.Fields[0].Field, refused.Error.Fields[0].Code));
        Assert.Equal(["10.50.0.1", "budi"], refused.Error.Fields[0].Arguments);
        Assert.Equal("common.invalid", (await rig.Editor.UpdateAsync(siti, await VersionAsync(rig, siti), Line("siti", "10.50.0.1"), Token)).Error!.Code);
        Assert.Null((await rig.Editor.UpdateAsync(siti, await VersionAsync(rig, siti), Line("siti", "10.50.0.2", profile: "HOME-50"), Token)).Error);
        Assert.Equal("10.50.0.2", (await LineOfAsync(rig, siti)).FixedAddress);

        Assert.Null((await rig.Editor.TerminateAsync(budi, TimeSpan.FromDays(30), "pindah", Token)).Error);
        Assert.Null((await rig.Editor.UpdateAsync(siti, await VersionAsync(rig, siti), Line("siti", "10.50.0.1"), Token)).Error);
        Assert.Equal(Ipv4.ToNumber("10.50.0.1"), (await LineOfAsync(rig, siti)).ClaimedAddress);
    }

    [Fact]
    public async Task Two_that_were_taken_over_with_one_address_can_still_be_edited_and_the_first_claims_it()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5, pumps: false);
        using var addressing = new AddressRig(rig);
        var (a, b) = (await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "a", ""), await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "b", ""));
        await using (var context = rig.Database.Open())
        {
            foreach (var wanted in await context.Set<DesiredAccessRecord>().ToListAsync(Token))
            {
                wanted.FixedAddress = "10.50.0.9";
            }

            await context.SaveChangesAsync(Token);
        }

        Assert.Null((await rig.Editor.UpdateAsync(b, await VersionAsync(rig, b), Line("b", "10.50.0.9", profile: "HOME-50"), Token)).Error);
        await addressing.FindAsync();
        Assert.Equal((Ipv4.ToNumber("10.50.0.9"), null), ((await LineOfAsync(rig, a)).ClaimedAddress, (await LineOfAsync(rig, b)).ClaimedAddress));
        Assert.Equal(AddressConflictKind.GivenTwice, (await addressing.Desk.ListConflictsAsync(new(AccessId: b), new(), Token)).Value.Items.Single().Kind);
        Assert.Equal("common.invalid", (await rig.Editor.AddAsync(Line("c", "10.50.0.9"), Token)).Error!.Code);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Twenty_who_assign_at_once_get_twenty_addresses(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5, provider: provider, pumps: false);
        using var addressing = new AddressRig(rig);
        var lines = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            lines.Add(await ReadingAddressesOfRoutersTests.AddLineAsync(rig, $"line-{i}", ""));
        }

        var given = await Task.WhenAll(lines.Select(line => Task.Run(() => addressing.Assigner.AssignAsync(line, "10.60.0.0/27", Token), Token)));
        Assert.All(given, g => Assert.Null(g.Error));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"10.60.0.{i}"), given.Select(g => g.Value.Address).OrderBy(a => Ipv4.ToNumber(a)));
    }

    [Fact]
    public async Task The_database_itself_refuses_the_second_claim()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5, pumps: false);
        await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "a", "10.50.0.9");
        await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "b", "10.50.0.8");
        await using var context = rig.Database.Open();
        var wanted = await context.Set<DesiredAccessRecord>().SingleAsync(w => w.Username == "b", Token);
        wanted.FixedAddress = "10.50.0.9";
        wanted.ClaimedAddress = wanted.FixedAddressNumber;
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task The_next_free_address_is_none_that_anybody_is_known_to_have(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 20, provider: provider, pumps: false);
        using var addressing = new AddressRig(rig);
        rig.Change("/ppp/secret", ReadingAddressesOfRoutersTests.Secrets(rig)[0], "remote-address", "10.1.0.11");
        await ReadingAddressesOfRoutersTests.ReadAsync(addressing);
        var line = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "budi", "10.1.0.10");
        await using (var context = rig.Database.Open())
        {
            context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = line, RouterId = ProvisioningRig.RouterId(0), Mark = "1", Address = "10.1.0.12", StartedAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
        }

        var pool = (await addressing.Desk.ListPoolsAsync(new(), new(Search: "pppoe-pool"), Token)).Value.Items.Single();
        Assert.Equal("10.1.0.13", (await addressing.Assigner.FindFreeInPoolAsync(pool.Id, Token)).Value.Address);
        var router = ProvisioningRig.RouterId(0);
        Assert.Equal("103.120.0.50", (await addressing.Assigner.FindFreeAsync(router, "103.120.0.1-103.120.0.1,103.120.0.50", Token)).Value.Address);
        Assert.Equal("addressing.nothing_free", (await addressing.Assigner.FindFreeAsync(router, "10.1.0.10-10.1.0.12", Token)).Error!.Code);
        Assert.Equal("addressing.not_a_range", (await addressing.Assigner.FindFreeAsync(router, "kantor", Token)).Error!.Fields[0].Code);
        Assert.Equal("network.router_not_found", (await addressing.Assigner.FindFreeAsync(Guid.Empty, "10.0.0.0/24", Token)).Error!.Code);
        Assert.Equal("addressing.pool_not_found", (await addressing.Assigner.FindFreeInPoolAsync(Guid.Empty, Token)).Error!.Code);
        Assert.Equal("addressing.nothing_free", (await addressing.Assigner.AssignAsync(line, "10.1.0.11", Token)).Error!.Code);
        Assert.Equal("network.access_not_found", (await addressing.Assigner.AssignAsync(Guid.Empty, "10.1.0.0/24", Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await addressing.AssignerAs(NetworkPermissions.RoutersRead).AssignAsync(line, "10.1.0.0/24", Token)).Error!.Code);
        Assert.Equal("10.1.0.10", (await LineOfAsync(rig, line)).FixedAddress);
    }

    [Fact]
    public async Task A_check_says_who_has_an_address_and_which_pool_hands_it_out()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 20, pumps: false);
        using var addressing = new AddressRig(rig);
        var seen = ReadingAddressesOfRoutersTests.Secrets(rig)[0];
        rig.Change("/ppp/secret", seen, "remote-address", "10.1.0.11");
        await ReadingAddressesOfRoutersTests.ReadAsync(addressing);
        var budi = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "budi", "103.50.0.1");
        var router = ProvisioningRig.RouterId(0);
        var inside = (await addressing.Assigner.CheckAsync(router, "10.1.0.11", null, Token)).Value;
        Assert.Equal((null, $"{seen} (RTR-TEST-1)", "pppoe-pool"), (inside.GivenTo, inside.OnRouters.Single(), inside.Pools.Single()));
        Assert.Equal("budi", (await addressing.Assigner.CheckAsync(router, "103.50.0.1", null, Token)).Value.GivenTo);
        Assert.Null((await addressing.Assigner.CheckAsync(router, "103.50.0.1", budi, Token)).Value.GivenTo);
        Assert.Empty((await addressing.Assigner.CheckAsync(router, "2001:db8::1", null, Token)).Value.Pools);
    }

    private static SaveAccessRequest Line(string name, string address, string profile = "HOME-20") =>
        new(ProvisioningRig.RouterId(0), AccessService.Pppoe, name, null, profile, FixedAddress: address);

    private static async Task<DesiredAccessRecord> LineOfAsync(ProvisioningRig rig, Guid id)
    {
        await using var context = rig.Database.Open();
        return await context.Set<DesiredAccessRecord>().AsNoTracking().SingleAsync(w => w.AccessId == id, Token);
    }

    private static async Task<long> VersionAsync(ProvisioningRig rig, Guid id) => (await LineOfAsync(rig, id)).Version;
}
