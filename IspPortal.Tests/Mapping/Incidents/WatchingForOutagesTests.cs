using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Mapping.Outages;
using IspPortal.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Mapping.Incidents;

public sealed class WatchingForOutagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Lines_of_an_ODP_that_are_lost_together_are_one_outage_that_names_it_and_ends_by_itself(string provider)
    {
        await using var rig = await OutageRig.CreateAsync(provider);
        await rig.PassAsync(20);
        Assert.Empty(await rig.ListAsync());

        await rig.LoseAsync(OutageRig.LinesAt(1).Take(4));
        await rig.PassAsync(10);
        Assert.Empty(await rig.ListAsync());
        await rig.PassAsync(10);
        var suspected = Assert.Single(await rig.ListAsync());
        Assert.Equal((OutageState.Suspected, "ODP-1", 4, 6), (suspected.State, suspected.ElementName, suspected.LinesNow, suspected.WereOnline));
        Assert.Empty(await rig.Cover.NowAsync([.. OutageRig.LinesAt(1)], Token));

        // It grows and is sure after 90 s.
        await rig.LoseAsync([OutageRig.LineId(1, 5)]);
        await rig.PassAsync(80);
        var sure = Assert.Single(await rig.ListAsync());
        Assert.Equal((suspected.Id, OutageState.Confirmed, 5), (sure.Id, sure.State, sure.LinesNow));
        Assert.NotNull(sure.Box);
        Assert.Equal(Money.Idr(5 * 250_000), sure.MonthlyAmount);
        Assert.Equal(5, (await rig.Cover.NowAsync([.. OutageRig.LinesAt(1), .. OutageRig.LinesAt(2)], Token)).Count);
        Assert.Equal(sure.Id, Assert.Single(rig.Feed.Latest(OutageTopics.Board)!.Open).Id);

        // It shrinks, and is over when they are back.
        rig.Dial(OutageRig.LinesAt(1).Take(2));
        await rig.PassAsync(10);
        Assert.Equal((3, 5), (Assert.Single(await rig.ListAsync()).LinesNow, (await rig.ListAsync())[0].LinesMost));
        rig.Dial(OutageRig.LinesAt(1));
        await rig.PassAsync(10);
        Assert.Empty(await rig.ListAsync());
        var over = Assert.Single(await rig.ListAsync(null));
        Assert.Equal((OutageState.Ended, 0), (over.State, over.LinesNow));
        Assert.Empty(await rig.Cover.NowAsync([.. OutageRig.LinesAt(1)], Token));
        var spans = await rig.Cover.BetweenAsync([.. OutageRig.LinesAt(1)], rig.Clock.NowUtc.AddHours(-1), rig.Clock.NowUtc, Token);
        Assert.Equal(5, spans.Count);
        Assert.All(spans, span => Assert.True(span is { ToUtc: not null, WasOnline: true, IsPlanned: false }));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Both_ODPs_lost_are_one_outage_of_what_they_share(string provider)
    {
        await using var rig = await OutageRig.CreateAsync(provider);
        await rig.LoseAsync([.. OutageRig.LinesAt(1), .. OutageRig.LinesAt(2)]);
        await rig.PassAsync(100);

        var outage = Assert.Single(await rig.ListAsync());
        Assert.Equal((OutageState.Confirmed, PlantElementKind.Splitter, 12), (outage.State, outage.Element.Kind, outage.LinesNow));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_silent_router_is_an_outage_of_its_own_and_none_of_an_ODP(string provider)
    {
        await using var rig = await OutageRig.CreateAsync(provider);
        await rig.PassAsync(10);
        await rig.PassAsync(120, RouterState.Offline);

        var outage = Assert.Single(await rig.ListAsync());
        Assert.Equal((OutageKind.Router, "RTR-1", OutageState.Confirmed, 12), (outage.Kind, outage.ElementName, outage.State, outage.LinesNow));

        await rig.PassAsync(10);
        Assert.Empty(await rig.ListAsync());
    }

    [Fact]
    public async Task Sessions_that_somebody_ended_by_hand_on_the_routers_page_do_not_count()
    {
        await using var rig = await OutageRig.CreateAsync("Sqlite");
        await using (var context = rig.Database.Open())
        {
            // The last one is written down a moment after a poll has seen it go; what was kicked long ago is no reason.
            foreach (var (line, at) in OutageRig.LinesAt(1).Take(4).Zip([-2, -2, -60, 3]).Concat(OutageRig.LinesAt(2).Take(4).Zip([-200, -200, -150, -150])))
            {
                context.Add(new AuditEntry { Id = Guid.CreateVersion7(), AtUtc = rig.Clock.NowUtc.AddSeconds(at), ActorKind = ActorKind.User, ActorName = "Dimas", Action = KickAudit.Action, Entity = KickAudit.Entity, EntityId = line.ToString() });
            }

            await context.SaveChangesAsync(Token);
        }

        await rig.LoseAsync(OutageRig.LinesAt(1).Take(4));
        await rig.PassAsync(120);
        Assert.Empty(await rig.ListAsync(null));

        await rig.LoseAsync(OutageRig.LinesAt(2).Take(4));
        await rig.PassAsync(120);
        Assert.Equal(("ODP-2", 4), (Assert.Single(await rig.ListAsync()).ElementName, (await rig.ListAsync())[0].LinesNow));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Another_node_shows_what_this_one_found_as_long_as_somebody_looks_there(string provider)
    {
        await using var rig = await OutageRig.CreateAsync(provider);
        var feed = new LiveFeed(NullLogger<LiveFeed>.Instance);
        var there = new OutageBoards(rig.Database.Source, feed, rig.Clock);
        await rig.LoseAsync(OutageRig.LinesAt(1));
        await rig.PassAsync(100);
        Assert.Null(await there.MirrorAsync(Token));
        Assert.Null(feed.Latest(OutageTopics.Board));

        using (feed.Subscribe(OutageTopics.Board))
        {
            Assert.Equal(1, await there.MirrorAsync(Token));
            Assert.Equal("ODP-1", Assert.Single(feed.Latest(OutageTopics.Board)!.Open).ElementName);
            Assert.Null(await there.MirrorAsync(Token));

            rig.Dial(OutageRig.LinesAt(1));
            await rig.PassAsync(10);
            Assert.Equal(0, await there.MirrorAsync(Token));
            Assert.Empty(feed.Latest(OutageTopics.Board)!.Open);
        }

        // The node that watches has just published it: nothing is asked twice.
        using var here = rig.Feed.Subscribe(OutageTopics.Board);
        Assert.Null(await rig.Boards.MirrorAsync(Token));
        rig.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, await rig.Boards.MirrorAsync(Token));
    }

    [Fact]
    public async Task Our_own_kicks_isolated_lines_and_what_ended_with_the_router_do_not_count()
    {
        await using var rig = await OutageRig.CreateAsync("Sqlite");
        await using (var context = rig.Database.Open())
        {
            var plan = Guid.CreateVersion7();
            context.Add(new AccessPlanRecord { Id = plan, Origin = "accesses", CreatedBy = "test", CreatedAtUtc = rig.Clock.NowUtc });
            context.Add(new AccessPlanRouter { PlanId = plan, RouterId = OutageRig.Router });
            foreach (var (line, number) in OutageRig.LinesAt(1).Take(4).Select((line, place) => (line, place + 1)))
            {
                context.Add(new AccessPlanStepRecord { PlanId = plan, RouterId = OutageRig.Router, Number = number, Verb = PlanVerb.Kick, Menu = "/ppp/active", Key = "x", Reason = "speed", AccessId = line, State = PlanStepState.Done, SentAtUtc = rig.Clock.NowUtc.AddSeconds(-2) });
            }

            foreach (var line in OutageRig.LinesAt(2).Take(4))
            {
                context.Add(new DesiredAccessRecord { AccessId = line, Username = line.ToString(), UsernameKey = line.ToString(), Service = AccessService.Pppoe, Lifecycle = AccessLifecycle.Live, Holds = AccessHolds.Dunning, CreatedAtUtc = rig.Clock.NowUtc });
            }

            await context.SaveChangesAsync(Token);
        }

        await rig.LoseAsync(OutageRig.LinesAt(1).Take(4));
        await rig.LoseAsync(OutageRig.LinesAt(2).Take(4));
        await rig.PassAsync(120);
        Assert.Empty(await rig.ListAsync(null));

        rig.Dial([.. OutageRig.LinesAt(1), .. OutageRig.LinesAt(2)]);
        await rig.LoseAsync(OutageRig.LinesAt(1), SessionEndReason.RouterRebooted);
        await rig.PassAsync(120);
        Assert.Empty(await rig.ListAsync(null));
    }

    [Fact]
    public async Task Those_who_redial_were_none()
    {
        await using var rig = await OutageRig.CreateAsync("Sqlite");
        await rig.LoseAsync(OutageRig.LinesAt(1));
        await rig.PassAsync(40);
        Assert.Equal(OutageState.Suspected, Assert.Single(await rig.ListAsync()).State);

        rig.Dial(OutageRig.LinesAt(1));
        await rig.PassAsync(20);

        Assert.Empty(await rig.ListAsync(null));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Planned_works_cover_their_lines_while_they_last_and_no_outage_is_seen_there(string provider)
    {
        await using var rig = await OutageRig.CreateAsync(provider);
        var (works, directory) = (Guid.CreateVersion7(), rig.Directory());
        var request = new AnnounceWorksRequest(new(PlantElementKind.Odp, rig.Drawn.Odp), rig.Clock.NowUtc.AddMinutes(1), rig.Clock.NowUtc.AddMinutes(10), "Ganti splitter");
        Assert.Null((await directory.AnnounceAsync(works, request, Token)).Error);
        Assert.Equal("common.version_conflict", (await directory.AnnounceAsync(works, request, Token)).Error?.Code);

        await rig.PassAsync(70);
        await rig.LoseAsync(OutageRig.LinesAt(1));
        await rig.PassAsync(120);
        var open = Assert.Single(await rig.ListAsync());
        Assert.Equal((works, OutageKind.Planned, OutageState.Confirmed, 6), (open.Id, open.Kind, open.State, open.LinesNow));
        Assert.All((await rig.Cover.NowAsync([.. OutageRig.LinesAt(1)], Token)).Values, span => Assert.True(span.IsPlanned));

        Assert.Equal("outages.not_found", (await directory.CallOffAsync(Guid.CreateVersion7(), 1, null, Token)).Error?.Code);
        await rig.PassAsync(480);
        Assert.DoesNotContain(await rig.ListAsync(), o => o.Kind == OutageKind.Planned);
        Assert.Equal("outages.over", (await directory.CallOffAsync(works, (await directory.GetAsync(works, Token)).Value.Version, null, Token)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Works_that_are_called_off_say_why_and_cover_nobody(string provider)
    {
        await using var rig = await OutageRig.CreateAsync(provider);
        var (works, directory) = (Guid.CreateVersion7(), rig.Directory());
        Assert.Null((await directory.AnnounceAsync(works, new(new(PlantElementKind.Router, OutageRig.Router), rig.Clock.NowUtc.AddMinutes(1), rig.Clock.NowUtc.AddMinutes(10), "Ganti router"), Token)).Error);

        // A router's works are all its lines', drawn or not.
        var undrawn = await rig.LineAsync("belum-digambar");
        await rig.PassAsync(70);
        Assert.Equal(13, (await directory.ListLinesAsync(works, new(), Token)).Value.TotalCount);
        Assert.True((await rig.Cover.NowAsync([undrawn], Token))[undrawn].IsPlanned);

        var begun = (await directory.GetAsync(works, Token)).Value;
        Assert.Equal("reason", (await directory.CallOffAsync(works, begun.Version, new string('x', 301), Token)).Error!.Fields[0].Field);
        Assert.Equal("reason", (await directory.CallOffAsync(works, begun.Version, "a\0", Token)).Error!.Fields[0].Field);
        Assert.Null((await directory.CallOffAsync(works, begun.Version, " Hujan deras ", Token)).Error);

        var over = (await directory.GetAsync(works, Token)).Value;
        Assert.Equal((OutageState.Ended, "Ganti router", "Hujan deras"), (over.State, over.Note, over.CalledOffBecause));
        Assert.Empty(await rig.Cover.NowAsync([undrawn], Token));
    }

    [Fact]
    public async Task Bad_works_and_notes_are_refused()
    {
        await using var rig = await OutageRig.CreateAsync("Sqlite");
        var directory = rig.Directory();
        var good = new AnnounceWorksRequest(new(PlantElementKind.Odp, rig.Drawn.Odp), rig.Clock.NowUtc.AddMinutes(1), rig.Clock.NowUtc.AddMinutes(10), "Ganti splitter");
        foreach (var (bad, code) in new[]
        {
            (good with { Note = " " }, "common.invalid"),
            (good with { Note = "a\0" }, "common.invalid"),
            (good with { FromUtc = rig.Clock.NowUtc.AddHours(-1) }, "common.invalid"),
            (good with { ToUtc = good.FromUtc }, "common.invalid"),
            (good with { ToUtc = good.FromUtc.AddDays(15) }, "common.invalid"),
            (good with { Element = new(PlantElementKind.Odp, Guid.CreateVersion7()) }, "outages.element_not_found"),
        })
        {
            Assert.Equal(code, (await directory.AnnounceAsync(Guid.CreateVersion7(), bad, Token)).Error?.Code);
        }

        Assert.Equal("identity.forbidden", (await rig.Directory(MappingPermissions.MapRead).AnnounceAsync(Guid.CreateVersion7(), good, Token)).Error?.Code);
        Assert.Empty(await rig.ListAsync(null));
    }
}
