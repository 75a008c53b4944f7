using System.Collections.Concurrent;
using IspPortal.Core.Lab;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Monitoring;

/// <summary>A line of the portal that a plan brings to a router is that line there, never somebody new.</summary>
public sealed class RecognisingOwnedLinesTests
{
    private static readonly Guid Line = new("019a0000-0000-7000-8000-00000000abcd");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_that_begins_while_its_router_is_polled_is_no_second_access()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 3);
        Assert.Null(await rig.PollAsync());
        await PlaceAsync(rig, "budi.baru", home: 0, placements: [(0, PlacementRole.Primary, null)]);

        // The router has it and its modem dials before the portal has noted that the step is done.
        await AddSecretAsync(rig, "budi.baru");
        await PollUntilOnlineAsync(rig, "budi.baru");

        Assert.Equal(Line, Assert.Single(await rig.AccessesAsync(), a => a.Username == "budi.baru").Id);
        Assert.Contains(await rig.RecordsAsync(), s => s.AccessId == Line && s.EndedAtUtc == null);
    }

    [Fact]
    public async Task A_twin_is_the_same_access_on_its_partner_also_after_a_restart()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 3, routers: 2);
        Assert.Null(await rig.PollAsync());
        await PlaceAsync(rig, "budi.kembar", home: 1, placements: [(1, PlacementRole.Primary, AccessState.Active), (0, PlacementRole.Twin, null)]);
        await AddSecretAsync(rig, "budi.kembar");
        await PollUntilOnlineAsync(rig, "budi.kembar");
        var session = Assert.Single(await rig.RecordsAsync(), s => s.AccessId == Line);

        await rig.RestartAsync();
        Assert.Null(await rig.PollAsync());

        var account = Assert.Single(await rig.AccessesAsync(), a => a.Username == "budi.kembar");
        Assert.Equal((Line, rig.RouterId(1)), (account.Id, account.RouterId));
        Assert.Equal(session.Id, Assert.Single(await rig.RecordsAsync(), s => s.AccessId == Line && s.EndedAtUtc == null).Id);
    }

    [Fact]
    public async Task A_discovered_account_that_a_plan_takes_over_hands_its_sessions_to_the_line()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 3, routers: 2);
        Assert.Null(await rig.PollAsync());
        var seen = (await rig.RecordsAsync())[0];
        var discovered = (await rig.AccessesAsync()).Single(a => a.Id == seen.AccessId);
        await PlaceAsync(rig, discovered.Username, home: 1, placements: [(1, PlacementRole.Former, AccessState.Active), (0, PlacementRole.Primary, null)]);

        await NoteAppliedAsync(rig, discovered.Username);
        await rig.PollAsync(1, 40);
        Assert.Null(await rig.PollAsync());

        var account = Assert.Single(await rig.AccessesAsync(), a => a.Username == discovered.Username);
        Assert.Equal((Line, rig.RouterId()), (account.Id, account.RouterId));
        var open = Assert.Single(await rig.RecordsAsync(), s => s.AccessId == Line && s.EndedAtUtc == null);
        Assert.Equal(seen.Id, open.Id);
        Assert.True(rig.View().IndexOfAccess.ContainsKey(Line));
        Assert.False(rig.View().IndexOfAccess.ContainsKey(discovered.Id));
        Assert.DoesNotContain(await rig.AccessesAsync(), a => a.Id == discovered.Id);
    }

    [Fact]
    public async Task A_line_on_two_routers_is_expected_online_once_also_when_one_of_them_dies()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 3, routers: 2);
        await PlaceAsync(rig, "budi.kembar", home: 1, placements: [(1, PlacementRole.Primary, AccessState.Active), (0, PlacementRole.Twin, AccessState.Active)]);
        await AddSecretAsync(rig, "budi.kembar");
        await AddSecretAsync(rig, "budi.kembar", 1);
        await rig.Services.Shared.RefreshAsync(Token);
        await PollUntilOnlineAsync(rig, "budi.kembar");
        await PollUntilOnlineAsync(rig, "budi.kembar", 1);
        await rig.PollAsync(2, 15);
        await rig.PollAsync(2, 15, 1);

        // Three of each router and the one that both hold.
        Assert.Equal(7, rig.Totals.ExpectedSessions);

        // Its router dies and the partner serves it from now on: the dead router's last word does not count it again.
        rig.Lab.Routers[1].Throw(new LabFault(LabFaultKind.Refused));
        await using (var context = rig.Database.Open())
        {
            foreach (var placement in await context.Set<AccessPlacement>().Where(p => p.AccessId == Line).ToListAsync(Token))
            {
                placement.Role = placement.RouterId == rig.RouterId() ? PlacementRole.Primary : PlacementRole.Twin;
            }

            await context.SaveChangesAsync(Token);
        }

        await rig.Services.Shared.RefreshAsync(Token);
        Assert.NotNull(await rig.PollAsync(1));
        Assert.Null(await rig.PollAsync());
        Assert.Equal(7, rig.Totals.ExpectedSessions);
        Assert.Equal((4, 3), (rig.View().ExpectedSessions, rig.Network.Find(rig.RouterId(1))!.ExpectedSessions));
    }

    [Fact]
    public async Task The_router_that_a_watched_line_is_not_on_does_not_say_that_it_is_gone()
    {
        await using var rig = await CollectorRig.StartAsync(sessions: 3, routers: 2);
        await PlaceAsync(rig, "budi.kembar", home: 1, placements: [(1, PlacementRole.Primary, AccessState.Active), (0, PlacementRole.Twin, AccessState.Active)]);
        await AddSecretAsync(rig, "budi.kembar");
        await rig.Services.Shared.RefreshAsync(Token);
        await PollUntilOnlineAsync(rig, "budi.kembar");
        var seen = new ConcurrentQueue<RateSource>();
        using var watch = rig.Feed.Subscribe(MonitoringTopics.Access(Line), () => seen.Enqueue(rig.Feed.Latest(MonitoringTopics.Access(Line))!.Source));
        Assert.Null(await rig.PollAsync());
        Assert.Null(await rig.PollAsync(1));
        Assert.NotEmpty(seen);
        Assert.DoesNotContain(RateSource.SessionEnded, seen);

        rig.Lab.Routers[1].Throw(new LabFault(LabFaultKind.Refused));
        Assert.NotNull(await rig.PollAsync(1));
        Assert.DoesNotContain(RateSource.RouterUnreadable, seen);
    }

    private static async Task PlaceAsync(CollectorRig rig, string username, int home, (int Router, PlacementRole Role, AccessState? Applied)[] placements)
    {
        await using var context = rig.Database.Open();
        context.Add(new AccessAccount
        {
            Id = Line,
            RouterId = rig.RouterId(home),
            Service = AccessService.Pppoe,
            Username = username,
            SearchKey = AccessAccount.SearchKeyOf(username, null),
            IsOwned = true,
            FirstSeenAtUtc = DateTime.UnixEpoch,
        });
        context.Add(new DesiredAccessRecord
        {
            AccessId = Line,
            Service = AccessService.Pppoe,
            Username = username,
            UsernameKey = DesiredAccessRecord.KeyOf(AccessService.Pppoe, username),
            Lifecycle = AccessLifecycle.Live,
            Profile = "HOME-20",
            CreatedAtUtc = DateTime.UnixEpoch,
        });
        await context.SaveChangesAsync(Token);
        foreach (var (router, role, applied) in placements)
        {
            context.Add(new AccessPlacement { AccessId = Line, RouterId = rig.RouterId(router), Role = role, AppliedState = applied, AppliedAtUtc = applied is null ? null : DateTime.UnixEpoch });
        }

        await context.SaveChangesAsync(Token);
    }

    // What the pump writes when the router has confirmed the step.
    private static async Task NoteAppliedAsync(CollectorRig rig, string username)
    {
        var step = new BatchStep(1, new PlanStep(PlanVerb.Set, RouterMenus.PppSecret, username, "access.adopt") { AccessId = Line }, false) { State = PlanStepState.Done };
        await using var context = rig.Database.Open();
        await new PlacementWriter(rig.Database.Source, rig.Clock).NoteAsync(context, rig.RouterId(), [step], Token);
    }

    private static async Task AddSecretAsync(CollectorRig rig, string username, int router = 0)
    {
        var client = rig.Services.Pool.Get(rig.Collector(router).Target.Endpoint);
        var added = await client.ExecuteAsync(
            new RouterOsCommand("/ppp/secret/add").With("name", username).With("password", "rahasia").With("profile", "HOME-20").With("service", "pppoe"), Token);
        Assert.Null(added.Error);
    }

    private static async Task PollUntilOnlineAsync(CollectorRig rig, string username, int router = 0)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (!rig.View(router).Sessions.Any(s => s.Row.Username == username))
        {
            Assert.False(deadline.IsCancellationRequested, $"{username} never dialled.");
            await rig.PollAsync(1, 15, router);
        }
    }
}
