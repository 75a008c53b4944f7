using IspPortal.Core.Common.Events;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Network.Drift;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>What is done to a sold line elsewhere does not part it from its subscription.</summary>
public sealed class KeepingSoldLinesTests
{
    private static readonly Guid Router = ProvisioningRig.RouterId(0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_sold_line_that_was_disabled_in_Winbox_is_not_adopted(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "terjual", ActivateNow = true });
        await scene.SettleAsync(sold.Id);
        await scene.Rig.ApplyAsync(await scene.Rig.AddLineAsync("tangan"));
        await scene.Rig.EditAsync("admin", "/ppp/secret/set", (".id", "terjual"), ("disabled", "yes"));
        await scene.Rig.EditAsync("admin", "/ppp/secret/set", (".id", "tangan"), ("disabled", "yes"));
        Assert.Null((await scene.Rig.Reconciler.CompareAsync(Router, Token)).Error);

        var rows = (await scene.Rig.Drift.ListAsync(new(DriftKind.Changed), new(1, 100), Token)).Value.Items.ToDictionary(r => r.Key);
        Assert.Equal((false, true, sold.Number), (rows["terjual"].CanAdopt, rows["terjual"].CanApply, rows["terjual"].KeptBy));
        Assert.Equal((true, null), (rows["tangan"].CanAdopt, rows["tangan"].KeptBy));
        var preview = (await scene.Rig.Drift.PreviewAsync(new(DriftKind.Changed), Token)).Value;
        Assert.Equal((2, 1, 1), (preview.Items, preview.CanAdopt, preview.Kept));

        // Not even one that could be adopted when it was last looked at.
        await using (var context = scene.Database.Open())
        {
            await context.Set<DriftItem>().ExecuteUpdateAsync(set => set.SetProperty(d => d.CanAdopt, true), Token);
        }

        Assert.Equal("drift.kept_by_subscriptions", (await scene.Rig.Drift.AdoptAsync(new(Ids: [rows["terjual"].Id]), "benar", Token)).Error?.Code);
        var adopted = (await scene.Rig.Drift.AdoptAsync(new(DriftKind.Changed), "benar", Token)).Value;
        Assert.Equal((1, 1, 1, 0), (adopted.Adopted, adopted.Skipped, adopted.Kept, adopted.Failures.Count));
        Assert.Equal((AccessHolds.None, SubscriptionStatus.Active), (await HoldsAsync(scene, "terjual"), (await scene.GetAsync(sold.Id)).Row.Status));
        Assert.Equal(AccessHolds.Manual, await HoldsAsync(scene, "tangan"));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_router_does_not_go_with_lines_that_are_sold(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "terjual", ActivateNow = true });
        await scene.Rig.AddLineAsync("tangan");
        foreach (var endLines in new[] { false, true })
        {
            var refused = (await scene.Rig.RemoveRouterAsync(0, endLines)).Error!;
            Assert.Equal(("network.router_serves_subscriptions", 1), (refused.Code, refused.Arguments[0]));
        }

        await using (var context = scene.Database.Open())
        {
            Assert.Equal(AccessLifecycle.Live, (await context.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == sold.AccessId, Token)).Lifecycle);
        }

        await scene.DoAsync(sold.Id, v => scene.Lifecycle.TerminateAsync(sold.Id, v, null, "Pindah", Token));
        Assert.Equal("network.router_serves_lines", (await scene.Rig.RemoveRouterAsync(0)).Error!.Code);
        Assert.Null((await scene.Rig.RemoveRouterAsync(0, endLines: true)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_that_the_partner_serves_takes_its_subscription_along(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18", "7.18"], provider);
        await scene.Rig.PairAsync(PairMode.Standby);
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "pindah", ActivateNow = true });
        await scene.SettleAsync(sold.Id);
        Assert.Empty(await MovesAsync(scene));

        var moved = await scene.Rig.Pairs.PlanAsync(Router, new(PairAction.MoveToPartner, new(), "listrik padam"), Token);
        Assert.Null(moved.Error);
        Assert.Single(await MovesAsync(scene));
        var plans = await PlansAsync(scene);
        for (var i = 0; i < 2; i++)
        {
            await scene.MovedLines.HandleAsync(new(Router, [sold.AccessId]), Token);
        }

        var row = (await scene.GetAsync(sold.Id)).Row;
        Assert.Equal((ProvisioningRig.RouterId(1), SubscriptionStatus.Active), (row.RouterId, row.Status));
        var told = Assert.Single((await scene.Directory.ListHistoryAsync(sold.Id, new(), Token)).Value.Items, entry => entry.Kind == SubscriptionHistoryKind.RouterMoved);
        Assert.Equal((scene.Rig.Lab.Routers[0].Name, scene.Rig.Lab.Routers[1].Name), (told.Before, told.After));
        Assert.Equal(plans, await PlansAsync(scene));

        // Taken back, it comes home.
        await scene.Rig.ApplyPlanAsync(moved.Value.PlanId!.Value);
        Assert.Null((await scene.Rig.Plans.UndoAsync(moved.Value.PlanId!.Value, Token)).Error);
        Assert.Equal(2, (await MovesAsync(scene)).Count);
        await scene.MovedLines.HandleAsync(new(Router, [sold.AccessId]), Token);
        Assert.Equal(Router, (await scene.GetAsync(sold.Id)).Row.RouterId);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_that_the_partner_serves_has_the_partners_name_of_its_plan(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18", "7.18"], provider);
        await scene.Rig.PairAsync(PairMode.Standby);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        Assert.Null((await scene.Plans.Profiles.MapAsync(plan.PlanId, ProvisioningRig.RouterId(1), "HOME-50", Token)).Error);
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "pindah", ActivateNow = true });
        await scene.SettleAsync(sold.Id);
        Assert.Equal(("HOME-20", "HOME-50"), (ProfileOf(scene, 0), ProfileOf(scene, 1)));

        // The modem has dialled: the move ends a session that it saw, and none begins behind its back.
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(scene.Rig.Session("pindah")), session => session is not null);

        // Served by the partner: both keep their own name for it, and so does the line where it is now.
        var moved = await scene.Rig.Pairs.PlanAsync(Router, new(PairAction.MoveToPartner, new(), "listrik padam"), Token);
        Assert.Null(moved.Error);
        await scene.MovedLines.HandleAsync(new(Router, [sold.AccessId]), Token);
        await scene.Rig.ApplyPlanAsync(moved.Value.PlanId!.Value);
        Assert.Equal(("HOME-20", "HOME-50"), (ProfileOf(scene, 0), ProfileOf(scene, 1)));
        await using (var context = scene.Database.Open())
        {
            Assert.Equal("HOME-50", (await context.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == sold.AccessId, Token)).Profile);
        }

        // Nothing is left to tell either of them.
        var again = await scene.Rig.Plans.CreateAsync(new([sold.AccessId], null), Token);
        var left = again.Succeeded ? (await scene.Rig.Plans.ListStepsAsync(again.Value, new(), new(), Token)).Value.Items : [];
        Assert.Equal(ProvisioningErrors.NothingToDo.Code, again.Error?.Code ?? string.Join('\n', left.Select(s => $"{s.RouterName}: {s.Verb} {s.Menu} {s.Key}: {s.Reason}")));
    }

    private static string? ProfileOf(SubscriptionScene scene, int router) => scene.Rig.Find(RouterMenus.PppSecret, "pindah", router)!["profile"];

    private static async Task<AccessHolds> HoldsAsync(SubscriptionScene scene, string username)
    {
        await using var context = scene.Database.Open();
        return (await context.Set<DesiredAccessRecord>().AsNoTracking().SingleAsync(w => w.Username == username, Token)).Holds;
    }

    private static async Task<List<OutboxEvent>> MovesAsync(SubscriptionScene scene)
    {
        await using var context = scene.Database.Open();
        return await context.Set<OutboxEvent>().AsNoTracking().Where(e => e.Name == LinesMoved.EventName).ToListAsync(Token);
    }

    private static async Task<long> PlansAsync(SubscriptionScene scene) => (await scene.Rig.Plans.ListAsync(new(), new(), Token)).Value.TotalCount;
}
