using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Provisioning;

/// <summary>Plans on real routers whose lines are wanted otherwise by the time they are applied: nobody who is to work is cut off by an old plan.</summary>
public sealed class MeetingAChangeOfMindTests
{
    private const string WantedAgain = "provisioning.wanted_again";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.24", "Postgres")]
    public async Task A_line_that_came_back_is_not_removed_by_the_plan_of_its_leaving(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version, version], provider: provider);
        var (budi, siti) = (await rig.AddLineAsync("budi"), await rig.AddLineAsync("siti"));
        await rig.ApplyAsync(budi, siti);
        await OnlineAsync(rig, "budi");
        await MoveAsync(rig, budi, "budi", 1);
        await MoveAsync(rig, siti, "siti", 1);
        var leaving = await rig.PlanAsync(budi, siti);

        // Budi stays after all; the plan was made before that.
        await MoveAsync(rig, budi, "budi", 0);
        var ended = await rig.ApplyPlanAsync(leaving);
        Assert.Equal(AccessPlanState.Applied, ended.Row.State);
        Assert.NotNull(rig.Find(RouterMenus.PppSecret, "budi"));
        Assert.Null(rig.Find(RouterMenus.PppSecret, "siti"));
        Assert.NotNull(rig.Session("budi"));

        // Its removal and the end of its session were left out, and the plan says why.
        var steps = (await rig.Plans.ListStepsAsync(leaving, new PlanStepFilter(RouterId: ProvisioningRig.RouterId(0)), new(), Token)).Value.Items;
        Assert.All(steps.Where(s => s.AccessId == budi), s => Assert.Equal((PlanStepState.Skipped, WantedAgain), (s.State, s.OutcomeCode)));
        Assert.Equal([PlanVerb.Remove, PlanVerb.Kick], steps.Where(s => s.AccessId == budi).Select(s => s.Verb));
        Assert.Contains(steps, s => s.AccessId == siti && s.State == PlanStepState.Done);

        // What the portal knows of the router is still true: only the other router has something too much.
        Assert.Equal(AccessState.Active, await AppliedAsync(rig, budi, 0));
        var left = (await rig.Plans.GetAsync(await rig.PlanAsync(budi), Token)).Value;
        Assert.Equal(ProvisioningRig.RouterId(1), Assert.Single(left.Parts).RouterId);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(left.Row.Id)).Row.State);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", 1));
    }

    [Fact]
    public async Task Who_paid_before_the_isolir_plan_is_applied_is_not_isolated()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"]);
        var (budi, siti) = (await rig.AddLineAsync("budi"), await rig.AddLineAsync("siti"));
        await rig.ApplyAsync(budi, siti);
        await OnlineAsync(rig, "budi", "siti");
        foreach (var line in (Guid[])[budi, siti])
        {
            await rig.Editor.ChangeHoldsAsync(line, AccessHolds.Dunning, AccessHolds.None, "overdue", Token);
        }

        var isolir = await rig.PlanAsync(budi, siti);
        await rig.Editor.ChangeHoldsAsync(budi, AccessHolds.None, AccessHolds.Dunning, "paid", Token);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(isolir)).Row.State);
        Assert.Equal(("HOME-20", "isolir"), (rig.Find(RouterMenus.PppSecret, "budi")!["profile"], rig.Find(RouterMenus.PppSecret, "siti")!["profile"]));
        var steps = (await rig.Plans.ListStepsAsync(isolir, new(), new(), Token)).Value.Items;
        Assert.All(steps.Where(s => s.AccessId == budi), s => Assert.Equal((PlanStepState.Skipped, WantedAgain), (s.State, s.OutcomeCode)));
        Assert.Equal("provisioning.nothing_to_do", (await rig.Plans.CreateAsync(new CreateAccessPlanRequest([budi, siti], null), Token)).Error?.Code);
    }

    [Fact]
    public async Task A_static_line_that_owes_again_stays_on_the_list()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"]);
        var added = await rig.Editor.AddAsync(new SaveAccessRequest(ProvisioningRig.RouterId(0), AccessService.Static, "kantor", null, null, RateLimit: "5M/20M", FixedAddress: "10.66.0.9"), Token);
        var kantor = added.Value;
        await rig.ApplyAsync(kantor);
        await rig.Editor.ChangeHoldsAsync(kantor, AccessHolds.Dunning, AccessHolds.None, "overdue", Token);
        await rig.ApplyAsync(kantor);
        Assert.Equal(1, rig.Owned(RouterMenus.AddressList));
        await rig.Editor.ChangeHoldsAsync(kantor, AccessHolds.None, AccessHolds.Dunning, "paid", Token);
        var restore = await rig.PlanAsync(kantor);
        await rig.Editor.ChangeHoldsAsync(kantor, AccessHolds.Dunning, AccessHolds.None, "the payment was void", Token);

        await rig.ApplyPlanAsync(restore);
        Assert.Equal(1, rig.Owned(RouterMenus.AddressList));
        Assert.Equal(WantedAgain, Assert.Single((await rig.Plans.ListStepsAsync(restore, new(Verb: PlanVerb.Remove), new(), Token)).Value.Items).OutcomeCode);
    }

    [Fact]
    public async Task What_a_person_takes_back_is_removed_all_the_same()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12"]);
        var budi = await rig.AddLineAsync("budi");
        var made = await rig.ApplyAsync(budi);
        var undo = await rig.Plans.UndoAsync(made.Row.Id, Token);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(undo.Value)).Row.State);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi"));
    }

    private static async Task MoveAsync(ProvisioningRig rig, Guid line, string username, int router)
    {
        await using var context = rig.Database.Open();
        var version = (await context.Set<DesiredAccessRecord>().FindAsync([line], Token))!.Version;
        Assert.Null((await rig.Editor.UpdateAsync(
            line, version, new SaveAccessRequest(ProvisioningRig.RouterId(router), AccessService.Pppoe, username, null, "HOME-20", Note: $"Pelanggan {username}"), Token)).Error);
    }

    private static async Task OnlineAsync(ProvisioningRig rig, params string[] usernames)
    {
        foreach (var username in usernames)
        {
            await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session(username)), session => session is not null);
        }
    }

    private static async Task<AccessState?> AppliedAsync(ProvisioningRig rig, Guid line, int router)
    {
        await using var context = rig.Database.Open();
        var routerId = ProvisioningRig.RouterId(router);
        return await context.Set<AccessPlacement>().Where(p => p.AccessId == line && p.RouterId == routerId).Select(p => p.AppliedState).SingleAsync(Token);
    }
}
