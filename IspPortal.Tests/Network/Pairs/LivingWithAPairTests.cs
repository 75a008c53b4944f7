using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Lab;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Pairs;

/// <summary>A pair over its life on real routers: twins are made, one router dies, its lines go to the partner, it comes back and is cleaned up, lines go home.</summary>
public sealed class LivingWithAPairTests
{
    private const int A = 0;
    private const int B = 1;

    private static readonly PairLineFilter All = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "7.24", "Sqlite")]
    [InlineData("7.18", "7.12", "Postgres")]
    public async Task The_lines_of_a_dead_router_go_to_its_partner_and_come_home(string first, string second, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([first, second], provider: provider);
        var (budi, siti) = (await rig.AddLineAsync("budi"), await rig.AddLineAsync("siti"));
        await rig.PairAsync(PairMode.Standby);
        var andi = await rig.AddLineAsync("andi");
        await rig.AddLineAsync("tanpa", password: null);
        await rig.ApplyAsync(budi, siti, andi);

        // A line that is new on a pair is put on both; the partner keeps it disabled.
        Assert.Equal("true", rig.Find(RouterMenus.PppSecret, "andi", B)!["disabled"]);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", B));
        Assert.Equal(["budi", "siti"], (await LinesAsync(rig, new(PairLineState.NoTwin))).Select(l => l.Username));

        var preview = (await rig.Pairs.PreviewAsync(Router(A), new(PairAction.DeclareTwins, All), Token)).Value;
        Assert.Equal((2, 2, 2, 0), (preview.Lines, preview.Able, preview.New, preview.Kicks));
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", B));
        await DoAsync(rig, A, PairAction.DeclareTwins);
        Assert.Equal(("true", "rahasia"), (rig.Find(RouterMenus.PppSecret, "budi", B)!["disabled"], rig.Find(RouterMenus.PppSecret, "budi", B)!["password"]));
        Assert.Equal(["andi", "budi", "siti"], (await LinesAsync(rig, new(PairLineState.Alike))).Select(l => l.Username));
        await OnlineAsync(rig, A, "budi", "siti", "andi");
        Assert.Null(rig.Session("budi", B));

        // The router dies. Nothing can be written there, and nothing of the partner's part waits for it.
        rig.Lab.Routers[A].Throw(new LabFault(LabFaultKind.Refused));
        rig.Live.States[Router(A)] = RouterState.Offline;
        preview = (await rig.Pairs.PreviewAsync(Router(A), new(PairAction.MoveToPartner, All), Token)).Value;
        Assert.Equal((4, 3, "RTR-TEST-1"), (preview.Lines, preview.Able, preview.UnreadRouter));
        Assert.Equal((PlanFindingKind.PasswordUnknown, 1, "tanpa"), (preview.Obstacles[0].Kind, preview.Obstacles[0].Lines, preview.Obstacles[0].Examples[0]));
        var moved = await DoAsync(rig, A, PairAction.MoveToPartner);
        Assert.Equal((3, 1), (moved.Lines, moved.Skipped));
        Assert.Equal("tanpa", Assert.Single((await rig.Plans.ListFindingsAsync(moved.PlanId!.Value, null, new(), Token)).Value.Items).Key);
        await OnlineAsync(rig, B, "budi", "siti", "andi");
        Assert.Equal(Router(B), (await AccountAsync(rig, budi)).RouterId);
        var pair = (await rig.Pairs.GetAsync(Router(A), Token)).Value;
        Assert.Equal((1, 3, 3, RouterState.Offline), (pair.Lines, pair.PartnerLines, pair.AwayFromRouter, pair.State));
        Assert.Equal((moved.CleanUpPlanId, true), (pair.OpenPlans[0].PlanId, pair.OpenPlans[0].WaitsForRouter));

        // A debt that comes up meanwhile is isolated where the line is served.
        Assert.Null((await rig.Editor.ChangeHoldsAsync(siti, AccessHolds.Dunning, AccessHolds.None, "overdue", Token)).Error);
        await rig.BeginAsync(await rig.PlanAsync(siti));
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Find(RouterMenus.PppSecret, "siti", B)!["profile"]), profile => profile == "isolir");

        // It is back with everything as it was: the clean-up is worked out for a person to look at, and not applied.
        rig.Lab.Routers[A].ClearFaults();
        Assert.Equal(0, await rig.CleanUps.PrepareAsync(Token));
        rig.Live.States[Router(A)] = RouterState.Online;
        await PreparedAsync(rig);
        var cleanUp = (await rig.Plans.GetAsync(moved.CleanUpPlanId!.Value, Token)).Value;
        Assert.Equal(AccessPlanState.Draft, cleanUp.Row.State);
        Assert.True(cleanUp.Row.Kicks >= 2, $"{cleanUp.Row.Kicks} kicks");
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);

        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(cleanUp.Row.Id)).Row.State);
        Assert.Equal("true", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("budi")), session => session is null);
        Assert.Equal(3, (await LinesAsync(rig, new(Away: true))).Count);
        Assert.Equal("provisioning.nothing_to_do", await DifferenceAsync(rig, budi, siti, andi));

        // Home again: the partner lets go of a line only when its own router serves it.
        var back = await DoAsync(rig, A, PairAction.MoveBack);
        Assert.Equal((3, (Guid?)null), (back.Lines, back.CleanUpPlanId));
        Assert.Equal(("false", "true"), (rig.Find(RouterMenus.PppSecret, "budi")!["disabled"], rig.Find(RouterMenus.PppSecret, "budi", B)!["disabled"]));
        Assert.Equal("isolir", rig.Find(RouterMenus.PppSecret, "siti")!["profile"]);
        Assert.Equal(Router(A), (await AccountAsync(rig, budi)).RouterId);
        Assert.Empty(await LinesAsync(rig, new(Away: true)));
        Assert.Equal("provisioning.nothing_to_do", await DifferenceAsync(rig, budi, siti, andi));
        await OnlineAsync(rig, A, "budi", "andi");
        Assert.Null(rig.Session("andi", B));
    }

    [Fact]
    public async Task In_an_active_pair_a_move_needs_no_step_where_the_twins_are_alike()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Active);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi", B)!["disabled"]);

        rig.Lab.Routers[A].Throw(new LabFault(LabFaultKind.Refused));
        rig.Live.States[Router(A)] = RouterState.Offline;
        var moved = (await rig.Pairs.PlanAsync(Router(A), new(PairAction.MoveToPartner, All, "power cut"), Token)).Value;
        Assert.Equal((1, (Guid?)null), (moved.Lines, moved.PlanId));

        // Found in order where it is served now: it lives there without a step.
        Assert.Equal(Router(B), (await AccountAsync(rig, budi)).RouterId);
        Assert.NotNull(moved.CleanUpPlanId);
        rig.Lab.Routers[A].ClearFaults();
        rig.Live.States[Router(A)] = RouterState.Online;
        await PreparedAsync(rig);

        // Both hold it as they should: there is nothing to clean up and nothing left to look at.
        Assert.Empty((await rig.Pairs.GetAsync(Router(A), Token)).Value.OpenPlans);
    }

    [Fact]
    public async Task A_router_lets_go_of_a_line_only_when_the_other_one_serves_it()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Standby);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);

        // Both answer when it is planned; the partner dies before it is applied.
        var moved = (await rig.Pairs.PlanAsync(Router(A), new(PairAction.MoveToPartner, All, "maintenance"), Token)).Value;
        Assert.Null(moved.CleanUpPlanId);
        rig.Lab.Routers[B].Throw(new LabFault(LabFaultKind.Refused));
        await rig.BeginAsync(moved.PlanId!.Value);
        await ProvisioningRig.WaitForAsync(
            async () => (await rig.Plans.GetAsync(moved.PlanId!.Value, Token)).Value.Parts, parts => parts.Single(p => p.RouterId == Router(B)).ErrorCode is not null && parts.Single(p => p.RouterId == Router(A)).NextTryAtUtc is not null);
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);

        rig.Lab.Routers[B].ClearFaults();
        Assert.Equal(AccessPlanState.Applied, (await rig.EndOfAsync(moved.PlanId!.Value)).Row.State);
        Assert.Equal(("true", "false"), (rig.Find(RouterMenus.PppSecret, "budi")!["disabled"], rig.Find(RouterMenus.PppSecret, "budi", B)!["disabled"]));
    }

    [Fact]
    public async Task A_clean_up_without_the_move_leaves_the_line_where_it_works()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Standby);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        rig.Lab.Routers[A].Throw(new LabFault(LabFaultKind.Refused));
        var moved = (await rig.Pairs.PlanAsync(Router(A), new(PairAction.MoveToPartner, All, "power cut"), Token)).Value;
        await rig.Plans.DiscardAsync(moved.PlanId!.Value, Token);

        rig.Lab.Routers[A].ClearFaults();
        var ended = await rig.ApplyPlanAsync(moved.CleanUpPlanId!.Value);
        Assert.Equal(AccessPlanState.Failed, ended.Row.State);
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);
        Assert.Contains((await rig.Plans.ListStepsAsync(ended.Row.Id, new(), new(), Token)).Value.Items, s => s.OutcomeCode == "provisioning.not_arrived");

        // Brought back on paper it is alike again without a step.
        Assert.Equal(1, (await rig.Pairs.PlanAsync(Router(A), new(PairAction.MoveBack, All, "was a false alarm"), Token)).Value.Lines);
        Assert.Equal("provisioning.nothing_to_do", await DifferenceAsync(rig, budi));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_move_that_is_taken_back_leaves_the_lines_declared_where_they_were(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"], provider: provider);
        var budi = await rig.AddLineAsync("budi");
        await rig.PairAsync(PairMode.Standby);
        var andi = await rig.AddLineAsync("andi");
        await rig.ApplyAsync(budi, andi);
        var moved = await DoAsync(rig, A, PairAction.MoveToPartner);
        Assert.Equal(Router(B), (await LinesAsync(rig, new(AccessIds: [budi])))[0].ServedBy);

        var undo = await rig.Plans.UndoAsync(moved.PlanId!.Value, Token);
        Assert.Null(undo.Error);
        var ended = await rig.ApplyPlanAsync(undo.Value);
        Assert.Equal(AccessPlanState.Applied, ended.Row.State);
        Assert.Equal(AccessPlanState.Undone, (await rig.Plans.GetAsync(moved.PlanId!.Value, Token)).Value.Row.State);

        // Andi was on both before, Budi on his own router only; both belong where they are served.
        Assert.All(await LinesAsync(rig, All), line => Assert.Equal((Router(A), (Guid?)null), (line.ServedBy, line.HomeRouterId)));
        Assert.Equal(("false", "false"), (rig.Find(RouterMenus.PppSecret, "budi")!["disabled"], rig.Find(RouterMenus.PppSecret, "andi")!["disabled"]));
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", B));
        Assert.Equal("true", rig.Find(RouterMenus.PppSecret, "andi", B)!["disabled"]);
        Assert.Equal(Router(A), (await AccountAsync(rig, budi)).RouterId);
        Assert.Equal("provisioning.nothing_to_do", await DifferenceAsync(rig, budi, andi));

        // Taking that back moves them again.
        var again = await rig.Plans.UndoAsync(undo.Value, Token);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(again.Value)).Row.State);
        Assert.All(await LinesAsync(rig, All), line => Assert.Equal((Router(B), (Guid?)Router(A)), (line.ServedBy, line.HomeRouterId)));
        Assert.Equal(("false", "true"), (rig.Find(RouterMenus.PppSecret, "andi", B)!["disabled"], rig.Find(RouterMenus.PppSecret, "andi")!["disabled"]));
    }

    [Fact]
    public async Task A_move_is_taken_back_only_where_its_lines_still_are_and_their_router_answers()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Standby);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        rig.Lab.Routers[A].Throw(new LabFault(LabFaultKind.Refused));
        rig.Live.States[Router(A)] = RouterState.Offline;
        var moved = await DoAsync(rig, A, PairAction.MoveToPartner);

        // Nobody is declared back on a router that is dead.
        Assert.StartsWith("routeros.", (await rig.Plans.UndoAsync(moved.PlanId!.Value, Token)).Error!.Code, StringComparison.Ordinal);
        Assert.Equal(Router(B), (await LinesAsync(rig, All))[0].ServedBy);

        rig.Lab.Routers[A].ClearFaults();
        rig.Live.States[Router(A)] = RouterState.Online;
        await PreparedAsync(rig);
        await DoAsync(rig, A, PairAction.MoveBack);
        Assert.Equal("provisioning.nothing_to_do", (await rig.Plans.UndoAsync(moved.PlanId!.Value, Token)).Error!.Code);
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Twins_that_are_taken_back_are_no_twins_any_more_and_the_other_way_round(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"], provider: provider);
        var (budi, siti) = (await rig.AddLineAsync("budi"), await rig.AddLineAsync("siti"));
        await rig.PairAsync(PairMode.Standby);
        await rig.ApplyAsync(budi, siti);
        var declared = await DoAsync(rig, A, PairAction.DeclareTwins);
        Assert.Empty(await LinesAsync(rig, new(PairLineState.NoTwin)));

        var undo = await rig.Plans.UndoAsync(declared.PlanId!.Value, Token);
        Assert.Null(undo.Error);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(undo.Value)).Row.State);
        Assert.Equal(AccessPlanState.Undone, (await rig.Plans.GetAsync(declared.PlanId!.Value, Token)).Value.Row.State);
        Assert.Equal(2, (await LinesAsync(rig, new(PairLineState.NoTwin))).Count);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", B));
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);
        Assert.Equal("provisioning.nothing_to_do", await DifferenceAsync(rig, budi, siti));

        // Withdrawn and taken back: they are twins again.
        await DoAsync(rig, A, PairAction.DeclareTwins);
        var withdrawn = await DoAsync(rig, A, PairAction.WithdrawTwins);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", B));
        var again = await rig.Plans.UndoAsync(withdrawn.PlanId!.Value, Token);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(again.Value)).Row.State);
        Assert.Equal([PairLineState.Alike, PairLineState.Alike], (await LinesAsync(rig, All)).Select(l => l.State));
        Assert.Equal(("true", "true"), (rig.Find(RouterMenus.PppSecret, "budi", B)!["disabled"], rig.Find(RouterMenus.PppSecret, "siti", B)!["disabled"]));
        Assert.Equal("provisioning.nothing_to_do", await DifferenceAsync(rig, budi, siti));

        // Lines that are twins by now are not declared twice.
        await DoAsync(rig, A, PairAction.WithdrawTwins);
        var stale = await DoAsync(rig, A, PairAction.DeclareTwins);
        await DoAsync(rig, A, PairAction.WithdrawTwins);
        Assert.Equal("provisioning.nothing_to_do", (await rig.Plans.UndoAsync(stale.PlanId!.Value, Token)).Error!.Code);
    }

    [Fact]
    public async Task A_clean_up_that_was_worked_out_before_the_lines_came_home_disables_none_of_them()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Standby);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        rig.Lab.Routers[A].Throw(new LabFault(LabFaultKind.Refused));
        rig.Live.States[Router(A)] = RouterState.Offline;
        var moved = await DoAsync(rig, A, PairAction.MoveToPartner);
        rig.Lab.Routers[A].ClearFaults();
        rig.Live.States[Router(A)] = RouterState.Online;
        await PreparedAsync(rig);

        // Somebody brings the line home in its own form, which knows of no clean-up.
        var version = 0L;
        await using (var context = rig.Database.Open())
        {
            version = (await context.Set<DesiredAccessRecord>().FindAsync([budi], Token))!.Version;
        }

        Assert.Null((await rig.Editor.UpdateAsync(budi, version, new SaveAccessRequest(Router(A), AccessService.Pppoe, "budi", null, "HOME-20", Note: "Pelanggan budi", TwinRouterId: Router(B)), Token)).Error);
        await rig.ApplyPlanAsync(moved.CleanUpPlanId!.Value);
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);
        Assert.All((await rig.Plans.ListStepsAsync(moved.CleanUpPlanId!.Value, new(), new(), Token)).Value.Items, s => Assert.Equal((PlanStepState.Skipped, "provisioning.wanted_again"), (s.State, s.OutcomeCode)));
    }

    [Fact]
    public async Task What_cannot_be_put_on_the_partner_stays_and_is_named()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24", "7.18"]);
        var fixedHere = await rig.AddLineAsync("tetap");
        var fixedThere = await rig.AddLineAsync("tetap.b", router: B);
        await rig.SetAddressAsync("10.77.0.5", fixedHere, fixedThere);
        await rig.AddLineAsync("lain", twin: 2);
        await rig.AddLineAsync("asing");
        var profile = await rig.AddLineAsync("profil", profile: "KHUSUS-A");
        await rig.AddByHandAsync("asing", B);
        await rig.PairAsync(PairMode.Active);

        var preview = (await rig.Pairs.PreviewAsync(Router(A), new(PairAction.DeclareTwins, All), Token)).Value;
        Assert.Equal(
            [(PlanFindingKind.Foreign, "asing"), (PlanFindingKind.ProfileMissing, "profil"), (PlanFindingKind.AddressTaken, "tetap"), (PlanFindingKind.TwinElsewhere, "lain")],
            preview.Obstacles.Select(o => (o.Kind, o.Examples[0])));
        Assert.Equal("network.pair_none_able", (await rig.Pairs.PlanAsync(Router(A), new(PairAction.DeclareTwins, All, "redundancy"), Token)).Error!.Code);
        Assert.Equal((PlanFindingKind?)PlanFindingKind.AddressTaken, (await LinesAsync(rig, new(AccessIds: [fixedHere])))[0].Obstacle);

        // What somebody made there by hand may be taken over.
        var adopted = (await rig.Pairs.PlanAsync(Router(A), new(PairAction.DeclareTwins, All, "redundancy", MayAdopt: true), Token)).Value;
        Assert.Equal((1, 3), (adopted.Lines, adopted.Skipped));
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(adopted.PlanId!.Value)).Row.State);
        Assert.NotNull(OwnershipTag.TextOf(rig.Find(RouterMenus.PppSecret, "asing", B)!["comment"]));
        Assert.Null(rig.Find(RouterMenus.PppSecret, "profil", B));
        Assert.Single(await LinesAsync(rig, new(AccessIds: [profile], State: PairLineState.NoTwin)));
    }

    [Fact]
    public async Task Twins_are_taken_off_the_partner_before_the_pair_is_parted()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Active);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        Assert.Equal("network.pair_in_use", (await rig.TryPairAsync(A, null, PairMode.Active)).Error!.Code);

        await DoAsync(rig, A, PairAction.WithdrawTwins);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", B));
        Assert.NotNull(rig.Find(RouterMenus.PppSecret, "budi"));
        Assert.Null((await rig.TryPairAsync(A, null, PairMode.Active)).Error);
        Assert.Null((await rig.Pairs.GetAsync(Router(B), Token)).Value.PartnerId);
        Assert.Equal("network.not_paired", (await rig.Pairs.ListLinesAsync(Router(A), All, new(), Token)).Error!.Code);
        Assert.Equal("network.not_paired", (await rig.Pairs.PreviewAsync(Router(A), new(PairAction.MoveToPartner, All), Token)).Error!.Code);
    }

    [Fact]
    public async Task Another_mode_is_brought_to_the_routers_by_a_plan()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Active);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        Assert.Equal("network.pair_nothing_selected", (await rig.Pairs.PlanAsync(Router(A), new(PairAction.Align, All, "why"), Token)).Error!.Code);

        await rig.PairAsync(PairMode.Standby);
        Assert.Equal(1, (await rig.Pairs.GetAsync(Router(B), Token)).Value.Unlike);
        await DoAsync(rig, B, PairAction.Align);
        Assert.Equal(("false", "true"), (rig.Find(RouterMenus.PppSecret, "budi")!["disabled"], rig.Find(RouterMenus.PppSecret, "budi", B)!["disabled"]));
        Assert.Equal(PairLineState.Alike, (await LinesAsync(rig, All))[0].State);
    }

    [Fact]
    public async Task A_plan_needs_a_reason_and_a_router_that_can_be_read()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        await rig.PairAsync(PairMode.Standby);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        Assert.Equal("reason", Assert.Single((await rig.Pairs.PlanAsync(Router(A), new(PairAction.MoveToPartner, All, " "), Token)).Error!.Fields).Field);

        rig.Lab.Routers[B].Throw(new LabFault(LabFaultKind.Refused));
        Assert.Equal("routeros.refused", (await rig.Pairs.PlanAsync(Router(A), new(PairAction.MoveToPartner, All, "why"), Token)).Error!.Code);
        Assert.Equal(Router(A), (await LinesAsync(rig, All))[0].ServedBy);
    }

    private static Guid Router(int index) => ProvisioningRig.RouterId(index);

    private static async Task<PairOutcome> DoAsync(ProvisioningRig rig, int router, PairAction action)
    {
        var planned = await rig.Pairs.PlanAsync(Router(router), new(action, All, $"test of {action}"), Token);
        Assert.Null(planned.Error);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(planned.Value.PlanId!.Value)).Row.State);
        return planned.Value;
    }

    private static async Task<IReadOnlyList<PairLineRow>> LinesAsync(ProvisioningRig rig, PairLineFilter filter) => (await rig.Pairs.ListLinesAsync(Router(A), filter, new(), Token)).Value.Items;

    // The pool leaves a router that refused alone for a moment before it dials again.
    private static Task PreparedAsync(ProvisioningRig rig) => ProvisioningRig.WaitForAsync(() => rig.CleanUps.PrepareAsync(Token), prepared => prepared == 1);

    private static async Task OnlineAsync(ProvisioningRig rig, int router, params string[] usernames)
    {
        foreach (var username in usernames)
        {
            await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session(username, router)), session => session is not null);
        }
    }

    private static async Task<AccessAccount> AccountAsync(ProvisioningRig rig, Guid accessId)
    {
        await using var context = rig.Database.Open();
        return await context.Set<AccessAccount>().AsNoTracking().SingleAsync(a => a.Id == accessId, Token);
    }

    // The routers hold what the portal wants: there is nothing to plan.
    private static async Task<string?> DifferenceAsync(ProvisioningRig rig, params Guid[] accessIds) => (await rig.Plans.CreateAsync(new CreateAccessPlanRequest(accessIds, null), Token)).Error?.Code;
}
