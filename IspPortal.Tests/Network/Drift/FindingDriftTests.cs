using IspPortal.Core.Lab;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Tests.Network.Imports;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Drift;

/// <summary>Somebody changes a router behind the portal's back.</summary>
public sealed class FindingDriftTests
{
    private static readonly Guid Router = ProvisioningRig.RouterId(0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.18", "Postgres")]
    public async Task A_changed_secret_is_seen_applied_and_taken_back(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], sessions: 30, provider: provider);
        var names = TakingOverARouterTests.Names(rig);
        await TakingOverARouterTests.ImportAsync(rig, names);
        Assert.Equal("drift.not_compared", (await rig.Observe.LeaveAsync(Router, "trusted", Token)).Error!.Code);
        Assert.Null((await rig.Reconciler.CompareAsync(Router, Token)).Error);
        var observed = (await rig.Observe.GetAsync(Router, Token)).Value;
        Assert.Equal((true, 0, names.Count), (observed.IsObserving, observed.Differences, observed.UnmarkedLines));
        Assert.Equal("common.invalid", (await rig.Observe.LeaveAsync(Router, " ", Token)).Error!.Code);
        Assert.Null((await rig.Observe.LeaveAsync(Router, "trusted", Token)).Error);
        Assert.Equal(0, rig.Owned(RouterMenus.PppSecret));

        var was = rig.Find(RouterMenus.PppSecret, names[3])!["profile"];
        rig.Change(RouterMenus.PppSecret, names[3], "profile", "BISNIS-100");
        Assert.Null((await rig.Reconciler.CompareAsync(Router, Token)).Error);
        var row = Assert.Single(await ChangedAsync(rig));
        Assert.Equal((names[3], "BISNIS-100", was), (row.Key, row.OnRouter["profile"], row.InPortal["profile"]));

        var plan = await rig.Drift.ApplyAsync(new DriftFilter(Ids: [row.Id]), "winbox", Token);
        Assert.Null(plan.Error);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(plan.Value.PlanId)).Row.State);
        Assert.Equal(was, rig.Find(RouterMenus.PppSecret, names[3])!["profile"]);
        await rig.Reconciler.CompareAsync(Router, Token);
        Assert.Empty(await ChangedAsync(rig));

        await rig.ApplyPlanAsync((await rig.Plans.UndoAsync(plan.Value.PlanId, Token)).Value);
        Assert.Equal("BISNIS-100", rig.Find(RouterMenus.PppSecret, names[3])!["profile"]);
        await rig.Reconciler.CompareAsync(Router, Token);
        Assert.Single(await ChangedAsync(rig));
    }

    [Fact]
    public async Task What_the_router_holds_is_adopted()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 30);
        var names = TakingOverARouterTests.Names(rig);
        await TakingOverARouterTests.ImportAsync(rig, [.. names.Skip(1)]);
        rig.Change(RouterMenus.PppSecret, names[3], "profile", "BISNIS-100");
        rig.Change(RouterMenus.PppSecret, names[4], "password", "lain");
        rig.Change(RouterMenus.PppSecret, names[5], "disabled", "true");
        await rig.Reconciler.CompareAsync(Router, Token);
        var rows = (await rig.Drift.ListAsync(new DriftFilter(), new(1, 100), Token)).Value.Items;
        Assert.Contains(rows, r => r.Kind == DriftKind.Unowned && r.Key == names[0]);
        Assert.Equal("***", rows.Single(r => r.Key == names[4]).OnRouter["password"]);
        Assert.DoesNotContain("lain", string.Join(' ', rows.SelectMany(r => r.OnRouter.Values.Concat(r.InPortal.Values))), StringComparison.Ordinal);

        var wanted = rows.Where(r => r.Key == names[0] || r.Kind == DriftKind.Changed).ToList();
        Assert.Equal(4, wanted.Count);
        var adopted = await rig.Drift.AdoptAsync(new DriftFilter(Ids: [.. wanted.Select(r => r.Id)]), "right as it is", Token);
        Assert.Equal((4, 0, 0, 0), (adopted.Value.Adopted, adopted.Value.Skipped, adopted.Value.Kept, adopted.Value.Failures.Count));
        await rig.Reconciler.CompareAsync(Router, Token);
        rows = (await rig.Drift.ListAsync(new DriftFilter(), new(1, 100), Token)).Value.Items;
        Assert.DoesNotContain(rows, r => r.Kind == DriftKind.Changed || r.Key == names[0]);
        await using var context = rig.Database.Open();
        var lines = await context.Set<DesiredAccessRecord>().AsNoTracking().ToDictionaryAsync(w => w.Username, Token);
        Assert.Equal(("BISNIS-100", "lain", AccessHolds.Manual), (lines[names[3]].Profile, lines[names[4]].Password, lines[names[5]].Holds));
    }

    [Fact]
    public async Task An_ignored_difference_comes_back_when_it_changes()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 30);
        var names = TakingOverARouterTests.Names(rig);
        await TakingOverARouterTests.ImportAsync(rig, names);
        rig.Change(RouterMenus.PppSecret, names[3], "profile", "BISNIS-100");
        await rig.Reconciler.CompareAsync(Router, Token);
        Assert.Equal(1, (await rig.Drift.IgnoreAsync(new DriftFilter(DriftKind.Changed), "known", Token)).Value);
        await rig.Reconciler.CompareAsync(Router, Token);
        Assert.Empty(await ChangedAsync(rig));
        rig.Change(RouterMenus.PppSecret, names[3], "profile", "default");
        await rig.Reconciler.CompareAsync(Router, Token);
        Assert.Single(await ChangedAsync(rig));
    }

    [Fact]
    public async Task A_router_that_cannot_be_read_keeps_its_differences_as_old_ones()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 30);
        var names = TakingOverARouterTests.Names(rig);
        await TakingOverARouterTests.ImportAsync(rig, names);
        rig.Change(RouterMenus.PppSecret, names[3], "profile", "BISNIS-100");
        await rig.Reconciler.CompareAsync(Router, Token);
        await rig.Lab.Network.DisposeAsync();
        Assert.Equal((0, 1), await rig.Reconciler.CompareDueAsync(all: true, Token));
        Assert.True(Assert.Single(await ChangedAsync(rig)).IsStale);
        var check = Assert.Single((await rig.Drift.ListRoutersAsync(Token)).Value);
        Assert.True(check.ErrorCode is not null && check.ReadAtUtc < check.TriedAtUtc);
        Assert.Equal("drift.not_compared", (await rig.Observe.LeaveAsync(Router, "trusted", Token)).Error!.Code);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task What_is_done_to_a_list_keeps_to_its_search_and_to_routers_that_answer(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18", "7.18"], provider: provider);
        await rig.ApplyAsync(await rig.AddLineAsync("budi"), await rig.AddLineAsync("siti", router: 1));
        rig.Change(RouterMenus.PppSecret, "budi", "profile", "BISNIS-100");
        rig.Change(RouterMenus.PppSecret, "siti", "profile", "BISNIS-100", 1);
        var changed = new DriftFilter(DriftKind.Changed);
        Assert.Null((await rig.Reconciler.CompareAsync(Router, Token)).Error);
        Assert.Null((await rig.Reconciler.CompareAsync(ProvisioningRig.RouterId(1), Token)).Error);
        Assert.Equal((2, 1), ((await rig.Drift.PreviewAsync(changed, Token)).Value.Items, (await rig.Drift.PreviewAsync(changed with { Search = " SIT" }, Token)).Value.Items));
        Assert.Equal("siti", Assert.Single((await rig.Drift.ListAsync(changed with { Search = "sit" }, new(1, 100), Token)).Value.Items).Key);

        rig.Lab.Routers[1].Throw(new LabFault(LabFaultKind.Refused));
        var adopted = (await rig.Drift.AdoptAsync(changed with { Search = "siti" }, "right", Token)).Error;
        Assert.NotNull(adopted);
        var made = (await rig.Drift.ApplyAsync(changed, "winbox", Token)).Value;
        Assert.Equal(ProvisioningRig.RouterId(1), Assert.Single(made.Failures).RouterId);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(made.PlanId)).Row.State);
        Assert.Equal("HOME-20", rig.Find(RouterMenus.PppSecret, "budi")!["profile"]);
        var done = (await rig.Drift.AdoptAsync(changed, "right", Token)).Value;
        Assert.Equal((0, 2, 0, rig.Lab.Routers[1].Name), (done.Adopted, done.Skipped, done.Kept, Assert.Single(done.Failures).RouterName));

        Assert.Equal(1, (await rig.Drift.IgnoreAsync(changed with { Search = "budi" }, "known", Token)).Value);
        Assert.Equal("siti", Assert.Single((await rig.Drift.ListAsync(changed with { Ignored = false }, new(1, 100), Token)).Value.Items).Key);

        // What a router that is gone held is nobody's business any more.
        Assert.Null((await rig.RemoveRouterAsync(1, endLines: true)).Error);
        Assert.Equal(1, (await rig.Drift.PreviewAsync(changed, Token)).Value.Items);
        Assert.Equal("drift.nothing_selected", (await rig.Drift.ApplyAsync(changed with { Search = "siti" }, null, Token)).Error!.Code);
    }

    private static async Task<IReadOnlyList<DriftRow>> ChangedAsync(ProvisioningRig rig) =>
        (await rig.Drift.ListAsync(new DriftFilter(DriftKind.Changed, Router, false), new(1, 100), Token)).Value.Items;
}
