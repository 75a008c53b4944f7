using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>A static plan is made faster: its lines carry their speed themselves and follow.</summary>
public sealed class FollowingAServicePlanTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Static_lines_get_the_new_speed_in_one_plan_and_others_are_left_alone(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var (plan, other) = (await scene.PlanAsync("DEDIK-20", 2_000_000, service: AccessService.Static), await scene.PlanAsync("DEDIK-10", 1_000_000, 10, service: AccessService.Static));
        List<Guid> ids = [];
        foreach (var (name, of) in new[] { ("kantor", plan), ("toko", plan), ("lain", other) })
        {
            var sold = await scene.SellAsync(scene.Wish(account, of) with { Username = name, FixedAddress = $"103.10.2.{ids.Count + 1}", ActivateNow = true });
            await scene.SettleAsync(sold.Id);
            ids.Add(sold.Id);
        }

        Assert.Equal("10000000/20000000", Queue(scene, "kantor"));
        var before = (await scene.Rig.Plans.ListAsync(new(), new(1, 100), Token)).Value.TotalCount;
        var row = (await scene.Plans.Catalog.GetAsync(plan.PlanId, Token)).Value;
        var changed = await scene.Plans.Editor.UpdateAsync(
            plan.PlanId, row.Row.Version, new SavePlanRequest("DEDIK-20", "DEDIK-20", AccessService.Static, new PlanSpeed(40_000_000, 20_000_000)) { Payment = PlanPayment.Prepaid, Audience = PlanAudience.Residential }, Token);
        Assert.Null(changed.Error);
        await using (var context = scene.Database.Open())
        {
            Assert.Single(await context.Set<Core.Common.Events.OutboxEvent>().Where(e => e.Name == ServicePlanChanged.EventName).ToListAsync(Token));
        }

        await scene.FollowingPlans.HandleAsync(new(plan.PlanId), Token);
        await scene.SettleAsync(ids[0]);
        await scene.SettleAsync(ids[1]);
        Assert.Equal(("20000000/40000000", "20000000/40000000", "5000000/10000000"), (Queue(scene, "kantor"), Queue(scene, "toko"), Queue(scene, "lain")));
        Assert.Equal(before + 1, (await scene.Rig.Plans.ListAsync(new(), new(1, 100), Token)).Value.TotalCount);

        // Told again, there is nothing left to do.
        await scene.FollowingPlans.HandleAsync(new(plan.PlanId), Token);
        Assert.Equal(before + 1, (await scene.Rig.Plans.ListAsync(new(), new(1, 100), Token)).Value.TotalCount);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Another_profile_on_a_router_reaches_the_lines_that_are_sold_there(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "budi", ActivateNow = true });
        await scene.SettleAsync(sold.Id);
        Assert.Null((await scene.Plans.Profiles.MapAsync(plan.PlanId, ProvisioningRig.RouterId(0), "HOME-50", Token)).Error);
        await scene.FollowingPlans.HandleAsync(new(plan.PlanId), Token);
        await scene.SettleAsync(sold.Id);
        Assert.Equal("HOME-50", scene.Rig.Find(RouterMenus.PppSecret, "budi")!["profile"]);
    }

    [Fact]
    public async Task What_somebody_has_keeps_its_cycle_and_its_way_of_paying()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var editor = scene.EditorOfPlans();
        var wish = new SavePlanRequest("HOME-20", "HOME-20", AccessService.Pppoe, new PlanSpeed(20_000_000, 10_000_000)) { Payment = PlanPayment.Prepaid, Audience = PlanAudience.Residential, Profile = "HOME-20" };
        Assert.Null((await editor.UpdateAsync(plan.PlanId, await VersionAsync(scene, plan.PlanId), wish with { Period = new(PlanCycle.Quarterly) }, Token)).Error);
        Assert.Null((await editor.UpdateAsync(plan.PlanId, await VersionAsync(scene, plan.PlanId), wish, Token)).Error);
        await scene.SellAsync(scene.Wish(account, plan));
        var cycle = await editor.UpdateAsync(plan.PlanId, await VersionAsync(scene, plan.PlanId), wish with { Period = new(PlanCycle.Quarterly) }, Token);
        var payment = await editor.UpdateAsync(plan.PlanId, await VersionAsync(scene, plan.PlanId), wish with { Payment = PlanPayment.Postpaid }, Token);
        Assert.Equal(("plans.cycle_is_fixed", "plans.payment_is_fixed"), (Assert.Single(cycle.Error!.Fields).Code, Assert.Single(payment.Error!.Fields).Code));
    }

    private static async Task<long> VersionAsync(SubscriptionScene scene, Guid planId) => (await scene.Plans.Catalog.GetAsync(planId, Token)).Value.Row.Version;

    private static string? Queue(SubscriptionScene scene, string name) => scene.Rig.Find(RouterMenus.SimpleQueue, name)!["max-limit"];
}
