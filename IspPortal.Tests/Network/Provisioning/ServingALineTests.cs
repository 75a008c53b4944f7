using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Tests.Network.Provisioning;

/// <summary>The life of a line on real routers: made, sped up, isolated, restored, moved, ended.</summary>
public sealed class ServingALineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.12", "Sqlite")]
    [InlineData("7.24", "Sqlite")]
    [InlineData("7.18", "Postgres")]
    public async Task It_is_made_sped_up_isolated_restored_moved_and_ended(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version, version], provider: provider);
        var budi = await rig.AddLineAsync("budi");

        var made = await rig.ApplyAsync(budi);
        Assert.Equal(AccessPlanState.Applied, made.Row.State);
        var secret = rig.Find(RouterMenus.PppSecret, "budi")!;
        Assert.Equal(("rahasia", "HOME-20", "pppoe"), (secret["password"], secret["profile"], secret["service"]));
        Assert.Equal($"Pelanggan budi {OwnershipTag.For(budi)}", secret["comment"]);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("budi")), s => s is not null);

        Assert.Null((await rig.Editor.UpdateAsync(budi, await VersionAsync(rig, budi), Request(0, "HOME-50"), Token)).Error);
        var faster = await rig.ApplyAsync(budi);
        Assert.Equal((2, 1), (faster.Row.Steps, faster.Row.Kicks));
        Assert.Equal("HOME-50", rig.Find(RouterMenus.PppSecret, "budi")!["profile"]);

        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("budi")), s => s is not null);
        Assert.Null((await rig.Editor.ChangeHoldsAsync(budi, AccessHolds.Dunning, AccessHolds.None, "invoice overdue", Token)).Error);
        await rig.ApplyAsync(budi);
        var isolated = await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("budi")), s => s?.List == "isolir");
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "budi")!["disabled"]);

        Assert.Null((await rig.Editor.ChangeHoldsAsync(budi, AccessHolds.None, AccessHolds.Dunning, "paid", Token)).Error);
        await rig.ApplyAsync(budi);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("budi")), s => s is { List: null or "" });
        Assert.Equal("HOME-50", rig.Find(RouterMenus.PppSecret, "budi")!["profile"]);
        Assert.NotNull(isolated);

        Assert.Null((await rig.Editor.UpdateAsync(budi, await VersionAsync(rig, budi), Request(1, "HOME-50"), Token)).Error);
        var moved = await rig.ApplyAsync(budi);
        Assert.Equal(AccessPlanState.Applied, moved.Row.State);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi"));
        Assert.Equal("rahasia", rig.Find(RouterMenus.PppSecret, "budi", router: 1)!["password"]);

        Assert.Null((await rig.Editor.TerminateAsync(budi, TimeSpan.Zero, "moved house", Token)).Error);
        await rig.ApplyAsync(budi);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi", router: 1));
        Assert.Equal("network.username_taken", (await rig.Editor.AddAsync(Request(0, "HOME-20"), Token)).Error!.Code);
    }

    [Fact]
    public async Task A_twin_is_isolated_on_both_routers()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        var budi = await rig.AddLineAsync("budi", twin: 1);
        await rig.ApplyAsync(budi);
        await rig.Editor.ChangeHoldsAsync(budi, AccessHolds.Expired, AccessHolds.None, "prepaid time ran out", Token);
        await rig.ApplyAsync(budi);
        Assert.Equal("isolir", rig.Find(RouterMenus.PppSecret, "budi")!["profile"]);
        Assert.Equal("isolir", rig.Find(RouterMenus.PppSecret, "budi", router: 1)!["profile"]);
    }

    [Fact]
    public async Task A_line_found_in_order_on_its_new_router_lives_there_without_a_step()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12", "7.24"]);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);

        // It was seen on the other router before the portal knew that it would move there, and somebody has made it there as it should be.
        var seen = await rig.DiscoverAsync("budi", 1);
        await rig.AddByHandAsync("budi", 1, "rahasia", $"Pelanggan budi {OwnershipTag.For(budi)}");
        Assert.Null((await rig.Editor.UpdateAsync(budi, await VersionAsync(rig, budi), Request(1, "HOME-20"), Token)).Error);
        var plan = (await rig.Plans.GetAsync(await rig.PlanAsync(budi), Token)).Value;

        Assert.Equal(ProvisioningRig.RouterId(0), Assert.Single(plan.Parts).RouterId);
        await using var context = rig.Database.Open();
        Assert.Equal(ProvisioningRig.RouterId(1), (await context.Set<AccessAccount>().FindAsync([budi], Token))!.RouterId);
        Assert.Null(await context.Set<AccessAccount>().FindAsync([seen], Token));
    }

    [Fact]
    public async Task A_paying_customer_who_gets_a_freed_address_is_not_isolated()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5);
        var debtor = await rig.AddLineAsync("debtor");
        await rig.ApplyAsync(debtor);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("debtor")), s => s is not null);
        await rig.Editor.ChangeHoldsAsync(debtor, AccessHolds.Dunning, AccessHolds.None, "overdue", Token);
        await rig.ApplyAsync(debtor);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("debtor")), s => s?.List == "isolir");
        await rig.Editor.TerminateAsync(debtor, TimeSpan.Zero, "gone", Token);
        await rig.ApplyAsync(debtor);

        // No entry of the portal's own stays behind for whoever dials next.
        Assert.Equal(0, rig.Owned(RouterMenus.AddressList));
        var payer = await rig.AddLineAsync("payer");
        await rig.ApplyAsync(payer);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Session("payer")), s => s is { List: null or "" });
    }

    [Fact]
    public async Task An_unknown_password_is_never_written()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12"]);
        var line = await rig.AddLineAsync("tanpa", password: null);
        var plan = await rig.PlanAsync(line);
        Assert.Equal(0, (await rig.Plans.GetAsync(plan, Token)).Value.Row.Steps);
        Assert.Null(rig.Find(RouterMenus.PppSecret, "tanpa"));
    }

    [Fact]
    public async Task An_undone_plan_leaves_the_router_as_it_was()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"]);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        var before = rig.Find(RouterMenus.PppSecret, "budi");
        await rig.Editor.UpdateAsync(budi, await VersionAsync(rig, budi), Request(0, "BISNIS-100") with { Password = "baru", FixedAddress = "10.99.0.7" }, Token);
        var changed = await rig.ApplyAsync(budi);
        Assert.Equal(("BISNIS-100", "baru", "10.99.0.7"), (rig.Find(RouterMenus.PppSecret, "budi")!["profile"], rig.Find(RouterMenus.PppSecret, "budi")!["password"], rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]));

        var undo = await rig.Plans.UndoAsync(changed.Row.Id, Token);
        Assert.Null(undo.Error);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(undo.Value)).Row.State);
        var after = rig.Find(RouterMenus.PppSecret, "budi")!;
        Assert.Equal((before!["profile"], before["password"], before["remote-address"] ?? ""), (after["profile"], after["password"], after["remote-address"] ?? ""));
        Assert.Equal(AccessPlanState.Undone, (await rig.Plans.GetAsync(changed.Row.Id, Token)).Value.Row.State);
    }

    [Fact]
    public async Task What_somebody_changed_since_planning_is_not_overwritten()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"]);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        await rig.Editor.UpdateAsync(budi, await VersionAsync(rig, budi), Request(0, "HOME-50"), Token);
        var plan = await rig.PlanAsync(budi);
        rig.Change(RouterMenus.PppSecret, "budi", "profile", "HOME-10");
        var ended = await rig.ApplyPlanAsync(plan);
        Assert.Equal(AccessPlanState.Failed, ended.Row.State);
        Assert.Equal("HOME-10", rig.Find(RouterMenus.PppSecret, "budi")!["profile"]);
        var step = (await rig.Plans.ListStepsAsync(plan, new PlanStepFilter(State: PlanStepState.Failed), new(), Token)).Value.Items[0];
        Assert.Equal("provisioning.item_changed", step.OutcomeCode);
    }

    private static SaveAccessRequest Request(int router, string profile) => new(ProvisioningRig.RouterId(router), AccessService.Pppoe, "budi", null, profile, Note: "Pelanggan budi");

    private static async Task<long> VersionAsync(ProvisioningRig rig, Guid accessId)
    {
        await using var context = rig.Database.Open();
        return (await context.Set<DesiredAccessRecord>().FindAsync([accessId], Token))!.Version;
    }
}
