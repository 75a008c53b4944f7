using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Subscriptions.SignUps;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Mapping.Ports;

/// <summary>Ports are kept, used, corrected and fought for, on real databases.</summary>
public sealed class KeepingPortsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_house_comes_to_a_port_moves_and_goes(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (ani, budi) = (await rig.LineAsync("ani"), await rig.LineAsync("budi"));
        await rig.DrawAsync();
        var (desk, odp, dropId) = (rig.Desk(MappingRig.Technician), rig.Plant.Odps[0].Id, Ids.New(rig.Scene.Clock));
        var request = new ConnectDropRequest(odp, 3, [ani, budi], -6.2501, 107.0001, "zteg00000001", 45);

        Assert.Equal(new ConnectedDrop(dropId, odp, 3), (await desk.ConnectAsync(dropId, request, Token)).Value);
        Assert.Equal(new ConnectedDrop(dropId, odp, 3), (await desk.ConnectAsync(dropId, request, Token)).Value);
        var used = (await rig.PortsAsync(0))[2];
        Assert.Equal((OdpPortState.Used, "ZTEG00000001", 45.0, "ani,budi"), (used.State, used.Drop!.OntSerial, used.Drop.MeasuredMetres, string.Join(',', used.Drop.Lines.Select(l => l.Username))));
        Assert.Equal((8, 7), ((await rig.PortsAsync(0)).Count, (await rig.Catalog().GetOdpAsync(odp, Token)).Value.Stock.Free));
        Assert.Equal(14, (await rig.Tracer().TraceAsync(budi, Token)).Value.Steps.Count);

        Assert.Equal("mapping.port_taken", (await desk.ConnectAsync(Ids.New(rig.Scene.Clock), request with { Accesses = [await rig.LineAsync()], OntSerial = null }, Token)).Error!.Code);
        Assert.Equal("mapping.line_connected", (await desk.ConnectAsync(Ids.New(rig.Scene.Clock), request with { Number = 4, OntSerial = null }, Token)).Error!.Code);
        Assert.Equal("mapping.ont_taken", (await desk.ConnectAsync(Ids.New(rig.Scene.Clock), request with { Number = 4, Accesses = [await rig.LineAsync()] }, Token)).Error!.Code);
        Assert.Equal("mapping.port_not_found", (await desk.ConnectAsync(Ids.New(rig.Scene.Clock), request with { Number = 9, Accesses = [await rig.LineAsync()], OntSerial = null }, Token)).Error!.Code);
        Assert.Equal("mapping.port_in_use", (await desk.CorrectAsync(odp, 3, used.Version, new(OdpPortState.Free), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await rig.Desk(MappingPermissions.MapRead).DisconnectAsync(dropId, 1, Token)).Error!.Code);

        Assert.Equal(new ConnectedDrop(dropId, rig.Plant.Odps[1].Id, 1), (await desk.MoveAsync(dropId, used.Drop.Version, new(rig.Plant.Odps[1].Id), Token)).Value);
        Assert.Equal("common.version_conflict", (await desk.MoveAsync(dropId, used.Drop.Version, new(odp), Token)).Error!.Code);
        Assert.All(await rig.PortsAsync(0), port => Assert.Equal(OdpPortState.Free, port.State));
        var moved = (await rig.PortsAsync(1))[0];
        Assert.Null((await desk.DisconnectAsync(dropId, moved.Drop!.Version, Token)).Error);
        Assert.All(await rig.PortsAsync(1), port => Assert.Equal(OdpPortState.Free, port.State));
        Assert.Empty((await rig.Tracer().TraceAsync(budi, Token)).Value.Steps);
        await using var context = rig.Scene.Database.Open();
        Assert.Equal(3, await context.Set<AuditEntry>().CountAsync(a => a.Entity == "drop" && a.EntityId == dropId.ToString(), Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_a_drop_is_changes_with_its_port_or_without(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (ani, budi) = (await rig.LineAsync("ani"), await rig.LineAsync("budi"));
        var (mine, _) = (rig.Plant.Connect(0, 3, "ZTEG00000001", ani), rig.Plant.Connect(0, 4, "ZTEG00000002", budi));
        await rig.DrawAsync();
        var (desk, odp) = (rig.Desk(MappingRig.Technician), rig.Plant.Odps[0].Id);
        var here = new DropDetails(-6.2504, 107.0002, "zteg00000003", 62.5);

        Assert.Equal(new ConnectedDrop(mine.Id, odp, 3), (await desk.MoveAsync(mine.Id, await VersionAsync(rig), new(odp, 3, here), Token)).Value);
        var changed = (await rig.PortsAsync(0))[2].Drop!;
        Assert.Equal(("ZTEG00000003", 62.5, -6.2504, 107.0002), (changed.OntSerial, changed.MeasuredMetres, changed.Latitude, changed.Longitude));

        // Nothing of it is kept where the move itself is refused.
        Assert.Equal("mapping.port_taken", (await desk.MoveAsync(mine.Id, changed.Version, new(odp, 4, here with { MeasuredMetres = 10 }), Token)).Error!.Code);
        Assert.Equal("mapping.ont_taken", (await desk.MoveAsync(mine.Id, changed.Version, new(odp, 5, here with { OntSerial = "ZTEG00000002" }), Token)).Error!.Code);
        Assert.Equal(["latitude", "ontSerial", "measuredMetres"], (await desk.MoveAsync(mine.Id, changed.Version, new(odp, 5, new(double.NaN, 0, "?", -1)), Token)).Error!.Fields.Select(f => f.Field));
        Assert.Equal((62.5, changed.Version), ((await rig.PortsAsync(0))[2].Drop!.MeasuredMetres, (await rig.PortsAsync(0))[2].Drop!.Version));

        Assert.Equal(new ConnectedDrop(mine.Id, rig.Plant.Odps[1].Id, 2), (await desk.MoveAsync(mine.Id, changed.Version, new(rig.Plant.Odps[1].Id, 2, here with { OntSerial = null, MeasuredMetres = null }), Token)).Value);
        var moved = (await rig.PortsAsync(1))[1].Drop!;
        Assert.Equal((null, null), (moved.OntSerial, moved.MeasuredMetres));
        Assert.Equal(OdpPortState.Free, (await rig.PortsAsync(0))[2].State);

        static async Task<long> VersionAsync(MappingRig rig) => (await rig.PortsAsync(0))[2].Drop!.Version;
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_technician_says_what_is_there(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        await rig.DrawAsync();
        var (desk, odp) = (rig.Desk(MappingRig.Technician), rig.Plant.Odps[0].Id);

        Assert.Null((await desk.CorrectAsync(odp, 2, 0, new(OdpPortState.Broken, "Adaptor pecah"), Token)).Error);
        Assert.Null((await desk.CorrectAsync(odp, 3, 0, new(OdpPortState.Unknown), Token)).Error);
        var broken = (await rig.PortsAsync(0))[1];
        Assert.Equal((OdpPortState.Broken, "Adaptor pecah", "admin@lab.test", rig.Scene.Clock.NowUtc), (broken.State, broken.Note, broken.ChangedBy, broken.ChangedAtUtc));
        Assert.Equal("common.version_conflict", (await desk.CorrectAsync(odp, 2, 0, new(OdpPortState.Free), Token)).Error!.Code);
        Assert.Equal("state", (await desk.CorrectAsync(odp, 2, broken.Version, new(OdpPortState.Used), Token)).Error!.Fields[0].Field);
        Assert.Equal("mapping.port_broken", (await desk.ReserveAsync(odp, new(Guid.CreateVersion7(), 2), Token)).Error!.Code);
        Assert.Equal("mapping.port_taken", (await desk.ReserveAsync(odp, new(Guid.CreateVersion7(), 3), Token)).Error!.Code);
        Assert.Null((await desk.CorrectAsync(odp, 2, broken.Version, new(OdpPortState.Free), Token)).Error);
        Assert.Equal((OdpPortState.Free, 0), ((await rig.PortsAsync(0))[1].State, (await rig.PortsAsync(0))[1].Version));

        // Whose the unknown drop is comes out.
        Assert.True((await desk.ConnectAsync(Ids.New(rig.Scene.Clock), new(odp, 3, [await rig.LineAsync()], -6.25, 107), Token)).Succeeded);
        Assert.Equal(OdpPortState.Used, (await rig.PortsAsync(0))[2].State);
        Assert.Equal(["accesses", "latitude", "ontSerial", "measuredMetres"], (await desk.ConnectAsync(Guid.CreateVersion7(), new(odp, 4, [], double.NaN, 0, "?", -1), Token)).Error!.Fields.Select(f => f.Field));
        Assert.Equal(MappingErrors.OdpNotFound, (await desk.ListAsync(rig.Plant.Olt.Id, Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_port_is_kept_for_a_sign_up_until_it_is_used_or_forgotten(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (_, account) = await rig.Scene.CustomerAsync();
        var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, await rig.Scene.PlanAsync()));
        await rig.DrawAsync();
        var (desk, odp, other) = (rig.Desk(MappingRig.Technician), rig.Plant.Odps[0].Id, Guid.CreateVersion7());

        Assert.Equal(1, (await desk.ReserveAsync(odp, new(sold.Id), Token)).Value);
        Assert.Equal(1, (await desk.ReserveAsync(odp, new(sold.Id), Token)).Value);
        var kept = (await rig.PortsAsync(0))[0];
        Assert.Equal((OdpPortState.Reserved, "Budi Santoso", rig.Scene.Clock.NowUtc.AddDays(14)), (kept.State, kept.ReservedForName, kept.ReservedUntilUtc));
        Assert.Equal("mapping.port_reserved", (await desk.CorrectAsync(odp, 1, kept.Version, new(OdpPortState.Broken), Token)).Error!.Code);
        Assert.Equal(2, (await desk.ReserveAsync(odp, new(other), Token)).Value);

        // Wishing for another one gives up the first.
        Assert.Equal(5, (await desk.ReserveAsync(rig.Plant.Odps[1].Id, new(sold.Id, 5), Token)).Value);
        Assert.Equal(OdpPortState.Free, (await rig.PortsAsync(0))[0].State);
        Assert.Null((await desk.ReleaseAsync(odp, 2, Token)).Error);
        Assert.Equal("mapping.port_not_reserved", (await desk.ReleaseAsync(odp, 2, Token)).Error!.Code);

        // It is for nobody else, but for its own line it is found by itself; forgotten it is free.
        var stranger = await rig.LineAsync();
        Assert.Equal("mapping.port_taken", (await desk.ConnectAsync(Guid.CreateVersion7(), new(rig.Plant.Odps[1].Id, 5, [stranger], -6.25, 107), Token)).Error!.Code);
        Assert.Equal(5, (await desk.ConnectAsync(Guid.CreateVersion7(), new(rig.Plant.Odps[1].Id, null, [sold.AccessId], -6.25, 107), Token)).Value.Number);
        await desk.ReserveAsync(odp, new(other, 8), Token);
        rig.Scene.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(OdpPortState.Free, (await rig.PortsAsync(0))[7].State);
        Assert.Equal(8, (await desk.ConnectAsync(Guid.CreateVersion7(), new(odp, 8, [stranger], -6.25, 107), Token)).Value.Number);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_was_sold_keeps_its_port_until_it_is_installed(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        await rig.DrawAsync();
        var (desk, odp, signUp) = (rig.Desk(MappingRig.Technician), rig.Plant.Odps[0].Id, Guid.CreateVersion7());
        Assert.Null((await desk.FindKeptAsync(signUp, Token)).Value);
        await desk.ReserveAsync(odp, new(signUp, 6), Token);
        Assert.Equal(new KeptPort(odp, "ODP-1", 6, rig.Scene.Clock.NowUtc.AddDays(14)), (await desk.FindKeptAsync(signUp, Token)).Value);

        await rig.SoldPorts().HandleAsync(new SubscriptionSold(signUp), Token);
        await rig.SoldPorts().HandleAsync(new SubscriptionSold(Guid.CreateVersion7()), Token);

        rig.Scene.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(new KeptPort(odp, "ODP-1", 6, null), (await desk.FindKeptAsync(signUp, Token)).Value);
        Assert.Equal(OdpPortState.Reserved, (await rig.PortsAsync(0))[5].State);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_sign_up_that_is_thrown_away_frees_its_port_at_once(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        await rig.DrawAsync();
        var actor = new TestActor([.. RolePermissions.All]);
        var signUps = new SignUps(rig.Scene.Database.FactoryAs(actor.Actor), actor, rig.Scene.Sales, rig.Scene.Clock);
        var (desk, odp, signUp) = (rig.Desk(MappingRig.Technician), rig.Plant.Odps[0].Id, Guid.CreateVersion7());
        await signUps.BeginAsync(signUp, null, Token);
        await desk.ReserveAsync(odp, new(signUp, 6), Token);

        // Told too early, or of one that was begun anew: it is wanted still.
        await rig.GivenUpPorts().HandleAsync(new SignUpDiscarded(signUp), Token);
        Assert.Equal(OdpPortState.Reserved, (await rig.PortsAsync(0))[5].State);

        Assert.True((await signUps.DiscardAsync(signUp, Token)).Succeeded);
        await using (var context = rig.Scene.Database.Open())
        {
            Assert.Equal(signUp, (await context.Set<OutboxEvent>().SingleAsync(e => e.Name == SignUpDiscarded.EventName, Token)).AggregateId);
        }

        await rig.GivenUpPorts().HandleAsync(new SignUpDiscarded(signUp), Token);
        Assert.Equal(OdpPortState.Free, (await rig.PortsAsync(0))[5].State);
        await rig.GivenUpPorts().HandleAsync(new SignUpDiscarded(signUp), Token);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_that_ends_before_it_is_installed_frees_its_port_and_no_other(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (_, account) = await rig.Scene.CustomerAsync();
        var plan = await rig.Scene.PlanAsync();
        var (sold, other) = (await rig.Scene.SellAsync(rig.Scene.Wish(account, plan)), await rig.Scene.SellAsync(rig.Scene.Wish(account, plan)));
        await rig.DrawAsync();
        var (desk, odp) = (rig.Desk(MappingRig.Technician), rig.Plant.Odps[0].Id);
        await desk.ReserveAsync(odp, new(sold.Id, 2), Token);
        await desk.ReserveAsync(odp, new(other.Id, 3), Token);

        await rig.GivenUpPorts().HandleAsync(new SubscriptionStatusChanged(sold.Id), Token);
        Assert.Equal(OdpPortState.Reserved, (await rig.PortsAsync(0))[1].State);

        await rig.Scene.DoAsync(sold.Id, version => rig.Scene.Lifecycle.TerminateAsync(sold.Id, version, null, "Batal", Token));
        await rig.GivenUpPorts().HandleAsync(new SubscriptionStatusChanged(sold.Id), Token);
        Assert.Equal([OdpPortState.Free, OdpPortState.Reserved], (await rig.PortsAsync(0)).Skip(1).Take(2).Select(p => p.State));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_many_who_want_one_port_exactly_one_gets_it(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        await rig.DrawAsync();
        var odp = rig.Plant.Odps[0].Id;

        for (var port = 1; port <= 3; port++)
        {
            var number = port;
            var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => rig.Desk().ReserveAsync(odp, new(Guid.CreateVersion7(), number), Token), Token)));

            Assert.Single(tries, t => t.Succeeded);
            Assert.All(tries.Where(t => !t.Succeeded), t => Assert.Equal("mapping.port_taken", t.Error!.Code));
        }

        // Twelve want any of the five that are left.
        var any = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => rig.Desk().ReserveAsync(odp, new(Guid.CreateVersion7()), Token), Token)));
        Assert.Equal([4, 5, 6, 7, 8], any.Where(t => t.Succeeded).Select(t => t.Value).Order());
        Assert.All(any.Where(t => !t.Succeeded), t => Assert.Equal("mapping.no_free_port", t.Error!.Code));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_first_change_of_all_counts_too(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        await rig.DrawAsync();
        await using (var context = rig.Scene.Database.Open())
        {
            await context.Set<PlantRevision>().ExecuteDeleteAsync(Token);
        }

        Assert.True((await rig.Desk().ReserveAsync(rig.Plant.Odps[0].Id, new(Guid.CreateVersion7()), Token)).Succeeded);
        Assert.Equal(7, (await rig.Desk().NearestAsync(rig.Plant.Odps[0].Point, 1, Token)).Value.Single().Free);
        Assert.Equal("common.invalid", (await rig.Desk().NearestAsync(new GeoPoint(91, 0), 1, Token)).Error!.Code);
    }
}
