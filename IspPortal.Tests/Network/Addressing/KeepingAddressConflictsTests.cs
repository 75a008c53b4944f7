using IspPortal.Core.Audit;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Sessions;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Addressing;

/// <summary>Conflicts come, stand, are meant so and go.</summary>
public sealed class KeepingAddressConflictsTests
{
    private static readonly AddressConflictFilter Open = new(State: AddressConflictState.Open);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.12", "Sqlite")]
    [InlineData("7.24", "Postgres")]
    public async Task A_conflict_stands_since_it_was_found_and_is_over_once_it_is_gone(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], sessions: 20, provider: provider, pumps: false);
        using var addressing = new AddressRig(rig);
        await ReadingAddressesOfRoutersTests.ReadAsync(addressing);
        Assert.Empty((await addressing.Desk.ListConflictsAsync(new(), new(), Token)).Value.Items);

        var line = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "budi-tetap", "10.1.0.99");
        rig.Change(RouterMenus.PppSecret, ReadingAddressesOfRoutersTests.Secrets(rig)[0], "remote-address", "10.1.0.99");
        await ReadingAddressesOfRoutersTests.ReadAsync(addressing);
        var since = addressing.Clock.NowUtc;
        var found = (await addressing.Desk.ListConflictsAsync(new(AccessId: line), new(Sort: "kind"), Token)).Value;
        Assert.Equal([AddressConflictKind.GivenTwice, AddressConflictKind.InsidePool], found.Items.Select(c => c.Kind));
        Assert.All(found.Items, c => Assert.Equal(("10.1.0.99", since, AddressConflictState.Open), (c.Subject, c.FirstSeenAtUtc, c.State)));
        Assert.Equal(3, (await addressing.Desk.ListConflictsAsync(Open with { RouterId = ProvisioningRig.RouterId(0) }, new(Search: "10.1.0.99"), Token)).Value.TotalCount);
        Assert.Equal(3, Assert.Single((await addressing.Desk.ListRoutersAsync(Token)).Value).Conflicts);

        addressing.Clock.Advance(TimeSpan.FromHours(1));
        rig.Change(RouterMenus.PppSecret, ReadingAddressesOfRoutersTests.Secrets(rig)[0], "remote-address", "10.1.0.98");
        var taken = rig.Find(RouterMenus.PppSecret, ReadingAddressesOfRoutersTests.Secrets(rig)[0]);
        Assert.NotNull(taken);
        await ChangeAddressAsync(rig, line, "103.99.0.1");
        await ReadingAddressesOfRoutersTests.ReadAsync(addressing);
        var over = (await addressing.Desk.ListConflictsAsync(new(State: AddressConflictState.Resolved, AccessId: line), new(), Token)).Value;
        Assert.Equal(2, over.TotalCount);
        Assert.All(over.Items, c => Assert.Equal((since, addressing.Clock.NowUtc), (c.FirstSeenAtUtc, c.ResolvedAtUtc)));
        Assert.Equal(0, (await addressing.Desk.ListConflictsAsync(Open with { AccessId = line }, new(), Token)).Value.TotalCount);

        addressing.Clock.Advance(TimeSpan.FromDays(91));
        await addressing.FindAsync();
        Assert.Equal(0, (await addressing.Desk.ListConflictsAsync(new(AccessId: line), new(), Token)).Value.TotalCount);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task What_is_meant_so_is_said_with_a_reason_until_somebody_else_has_part_in_it(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18", "7.18"], sessions: 5, provider: provider, pumps: false);
        using var addressing = new AddressRig(rig);
        var line = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "budi-tetap", "10.200.0.1");
        await SeeAsync(rig, "lama", "10.200.0.1", 1);
        await addressing.FindAsync();
        var conflict = (await addressing.Desk.ListConflictsAsync(Open, new(), Token)).Value.Items.Single();

        Assert.Equal("common.required", (await addressing.Desk.MarkIntendedAsync(conflict.Id, " ", Token)).Error!.Fields[0].Code);
        Assert.Equal("common.too_long", (await addressing.Desk.MarkIntendedAsync(conflict.Id, new string('x', 501), Token)).Error!.Fields[0].Code);
        Assert.Equal("addressing.conflict_not_found", (await addressing.Desk.MarkIntendedAsync(Guid.Empty, "a", Token)).Error!.Code);
        Assert.Null((await addressing.Desk.MarkIntendedAsync(conflict.Id, " anycast ", Token)).Error);
        await addressing.FindAsync();
        var meant = (await addressing.Desk.ListConflictsAsync(new(State: AddressConflictState.Intended), new(), Token)).Value.Items.Single();
        Assert.Equal((conflict.Id, "noc@isp.test", "anycast"), (meant.Id, meant.IntendedBy, meant.IntendedReason));
        await using (var context = rig.Database.Open())
        {
            Assert.Equal("noc@isp.test", (await context.Set<AuditEntry>().SingleAsync(e => e.Action == "address_conflict_intended", Token)).ActorName);
        }

        Assert.Null((await addressing.Desk.MarkOpenAsync(conflict.Id, Token)).Error);
        Assert.Equal(AddressConflictState.Open, (await addressing.Desk.ListConflictsAsync(new(AccessId: line), new(), Token)).Value.Items.Single().State);
        Assert.Null((await addressing.Desk.MarkIntendedAsync(conflict.Id, "anycast", Token)).Error);

        await SeeAsync(rig, "ketiga", "10.200.0.1", 1);
        await addressing.FindAsync();
        var again = (await addressing.Desk.ListConflictsAsync(new(AccessId: line), new(), Token)).Value.Items.Single();
        Assert.Equal((conflict.Id, AddressConflictState.Open, 3), (again.Id, again.State, again.Parties.Count));

        await ChangeAddressAsync(rig, line, "10.200.0.2");
        await using (var context = rig.Database.Open())
        {
            await context.Set<FoundAddress>().ExecuteDeleteAsync(Token);
        }

        await addressing.FindAsync();
        Assert.Equal("addressing.conflict_is_over", (await addressing.Desk.MarkIntendedAsync(conflict.Id, "a", Token)).Error!.Code);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_address_that_is_live_for_somebody_else_is_found_and_can_be_filtered(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18", "7.18"], sessions: 5, provider: provider, pumps: false);
        using var addressing = new AddressRig(rig);
        var budi = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "budi", "103.50.0.1");
        var siti = await ReadingAddressesOfRoutersTests.AddLineAsync(rig, "siti", "103.50.0.2");
        await using (var context = rig.Database.Open())
        {
            context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = siti, RouterId = ProvisioningRig.RouterId(1), Mark = "1", Address = "103.50.0.1", StartedAtUtc = DateTime.UnixEpoch });
            context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = budi, RouterId = ProvisioningRig.RouterId(0), Mark = "2", Address = "103.50.0.77", StartedAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
        }

        await addressing.FindAsync();
        var conflict = (await addressing.Desk.ListConflictsAsync(new(AddressConflictKind.LiveElsewhere, AddressConflictState.Open, ProvisioningRig.RouterId(1)), new(), Token)).Value.Items.Single();
        Assert.Equal([(AddressPartyRole.Assigned, "budi", "RTR-TEST-1"), (AddressPartyRole.Live, "siti", "RTR-TEST-2")], conflict.Parties.Select(p => (p.Role, p.Name, p.RouterName)));
        Assert.Equal(["budi"], (await addressing.Desk.ListAssignmentsAsync(new(Live: true), new(), Token)).Value.Items.Select(a => a.Username));
        Assert.Equal(["siti"], (await addressing.Desk.ListAssignmentsAsync(new(Live: false), new(), Token)).Value.Items.Select(a => a.Username));
    }

    private static async Task SeeAsync(ProvisioningRig rig, string name, string address, int router)
    {
        await using var context = rig.Database.Open();
        context.Add(new FoundAddress { Id = Guid.CreateVersion7(), RouterId = ProvisioningRig.RouterId(router), Service = AccessService.Pppoe, Username = name, Address = Ipv4.ToNumber(address)!.Value, FirstSeenAtUtc = DateTime.UnixEpoch });
        await context.SaveChangesAsync(Token);
    }

    private static async Task ChangeAddressAsync(ProvisioningRig rig, Guid line, string address)
    {
        await using var context = rig.Database.Open();
        var wanted = await context.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == line, Token);
        var changed = await rig.Editor.UpdateAsync(
            line, wanted.Version, new SaveAccessRequest(ProvisioningRig.RouterId(0), AccessService.Pppoe, wanted.Username, null, wanted.Profile, FixedAddress: address), Token);
        Assert.Null(changed.Error);
    }
}
