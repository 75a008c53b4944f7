using IspPortal.Core.Common.Paging;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Subscriptions;

/// <summary>A subscriber's life, dated like a statement; after every step the routers are asked over TCP what they hold.</summary>
public sealed class LivingThroughThreeYearsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task From_sign_up_to_the_end_every_step_reaches_the_router(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18", "6.49"], provider);
        var rig = scene.Rig;

        // 22 November 2026: sold, not installed. The router knows nothing of it.
        var (customer, account) = await scene.CustomerAsync();
        var home20 = await scene.PlanAsync();
        var home50 = await scene.PlanAsync("HOME-50", 325_000, 50);
        var sold = await scene.SellAsync(scene.Wish(account, home20) with { Username = "budi.santoso", StartsOn = new(2026, 11, 22) });
        Assert.Equal((CustomerStatus.Prospect, SubscriptionStatus.Pending), (await scene.StatusOfAsync(customer), (await scene.GetAsync(sold.Id)).Row.Status));
        Assert.Null(Secret(rig, "budi.santoso"));

        // 24 November: the technician is there. The line works, and its days count from today.
        await scene.GoToAsync(new(2026, 11, 24));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, null, Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal(("HOME-20", "false", sold.Password), Of(Secret(rig, "budi.santoso")));
        var active = await scene.GetAsync(sold.Id);
        Assert.Equal((SubscriptionStatus.Active, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 23)), (active.Row.Status, active.Row.StartsOn, active.Row.EndsOn!.Value));
        Assert.Equal(CustomerStatus.Active, await scene.StatusOfAsync(customer));

        // 24 December to May 2027: it goes on by itself, period after period, and the router is left alone.
        var steps = rig.Owned(RouterMenus.PppSecret);
        await scene.GoToAsync(new(2027, 5, 30));
        Assert.Equal(new DateOnly(2027, 6, 23), (await scene.GetAsync(sold.Id)).Row.EndsOn);
        Assert.Equal(steps, rig.Owned(RouterMenus.PppSecret));

        // 30 May 2027: faster, now. The session dials again at the new speed.
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(home50.PlanId, home50.PriceId, ChangeMoment.Now) { Reason = "Anak kuliah daring" }, Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("HOME-50", Secret(rig, "budi.santoso")!["profile"]);

        // 15 June: slower again, but only with the next period, which begins on the 24th.
        await scene.GoToAsync(new(2027, 6, 15));
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(home20.PlanId, home20.PriceId, ChangeMoment.NextPeriod), Token));
        Assert.Equal(new DateOnly(2027, 6, 24), Assert.Single((await scene.GetAsync(sold.Id)).Changes).DueOn);
        await scene.GoToAsync(new(2027, 6, 23));
        Assert.Equal("HOME-50", Secret(rig, "budi.santoso")!["profile"]);
        await scene.GoToAsync(new(2027, 6, 24));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("HOME-20", Secret(rig, "budi.santoso")!["profile"]);
        Assert.Equal(
            [(new DateOnly(2027, 6, 24), null, 200_000), (new DateOnly(2027, 5, 30), new DateOnly(2027, 6, 23), 325_000), (new DateOnly(2026, 11, 24), new DateOnly(2027, 5, 29), 200_000L)],
            (await scene.GetAsync(sold.Id)).Terms.Select(t => (t.FromOn, t.ToOn, t.Price.Minor)));

        // 1 August 2027: away for two weeks, agreed in July. It is off, comes back by itself, and the days are given back.
        await scene.GoToAsync(new(2027, 7, 20));
        var end = (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value;
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, new(2027, 8, 1), new(2027, 8, 14), "Mudik", Token));
        await scene.GoToAsync(new(2027, 8, 1));
        await scene.SettleAsync(sold.Id);
        Assert.Equal(("true", SubscriptionStatus.Suspended), (Secret(rig, "budi.santoso")!["disabled"], (await scene.GetAsync(sold.Id)).Row.Status));
        await scene.GoToAsync(new(2027, 8, 15));
        await scene.SettleAsync(sold.Id);
        var back = await scene.GetAsync(sold.Id);
        Assert.Equal(("false", SubscriptionStatus.Active, SubscriptionPauseState.Ended), (Secret(rig, "budi.santoso")!["disabled"], back.Row.Status, back.Pauses.Single().State));
        Assert.True(back.Row.EndsOn > end.AddDays(13), $"{back.Row.EndsOn} after {end}");

        // 3 October: abuse. Paying would not lift it; a person does.
        await scene.GoToAsync(new(2027, 10, 3));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.HoldAsync(sold.Id, v, AccessHolds.Abuse, "Spam", Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("true", Secret(rig, "budi.santoso")!["disabled"]);
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ReleaseAsync(sold.Id, v, AccessHolds.Abuse, "Sudah bersih", Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("false", Secret(rig, "budi.santoso")!["disabled"]);

        // January 2028: it renews no more by itself, and its time runs out: isolated, not cut off.
        await scene.GoToAsync(new(2028, 1, 2));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.SetAutoRenewAsync(sold.Id, v, false, Token));
        var last = (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value;
        await scene.GoToAsync(last);
        Assert.Equal(SubscriptionStatus.Active, (await scene.GetAsync(sold.Id)).Row.Status);
        Assert.Equal((0, 0, 0, 1), await scene.GoToAsync(last.AddDays(1)));
        await scene.SettleAsync(sold.Id);
        Assert.Equal(("isolir", "false", SubscriptionStatus.Expired), (Secret(rig, "budi.santoso")!["profile"], Secret(rig, "budi.santoso")!["disabled"], (await scene.GetAsync(sold.Id)).Row.Status));
        Assert.Equal(CustomerStatus.Suspended, await scene.StatusOfAsync(customer));

        // Four days later it is renewed: back at once, and the late days are not billed.
        await scene.GoToAsync(last.AddDays(5));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.RenewAsync(sold.Id, v, 1, null, Token));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.SetAutoRenewAsync(sold.Id, v, true, Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal(("HOME-20", last.AddDays(5).AddMonths(1).AddDays(-1)), (Secret(rig, "budi.santoso")!["profile"], (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value));

        // June 2028: moves house, to the other router. The new one has it before the old one lets go.
        await scene.GoToAsync(new(2028, 6, 5));
        await scene.DoAsync(sold.Id, v => scene.Moves.MoveHouseAsync(sold.Id, v, new("Jl. Kenanga No. 8, Cikarang", -6.3, 107.15, ProvisioningRig.RouterId(1)), Token));
        await scene.SettleAsync(sold.Id);
        await rig.EndOfAsync((await scene.GetAsync(sold.Id)).Delivery!.PlanId!.Value);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult((Old: Secret(rig, "budi.santoso"), New: Secret(rig, "budi.santoso", 1))), found => found.Old is null && found.New is not null);
        Assert.Equal(("HOME-20", "false", sold.Password), Of(Secret(rig, "budi.santoso", 1)));
        Assert.Equal(ProvisioningRig.RouterId(1), (await scene.GetAsync(sold.Id)).Row.RouterId);

        // February 2029: another name and a new password, on the same line.
        await scene.GoToAsync(new(2029, 2, 1));
        await scene.DoAsync(sold.Id, v => scene.Moves.RenameAsync(sold.Id, v, "keluarga.santoso", Token));
        await scene.SettleAsync(sold.Id);
        var password = (await scene.Moves.NewPasswordAsync(sold.Id, (await scene.GetAsync(sold.Id)).Row.Version, Token)).Value;
        await scene.SettleAsync(sold.Id);
        Assert.Null(Secret(rig, "budi.santoso", 1));
        Assert.Equal(("HOME-20", "false", password), Of(Secret(rig, "keluarga.santoso", 1)));
        Assert.NotEqual(sold.Password, password);

        // 22 November 2029: the end, said in October. Kept disabled for thirty days, then gone; the name stays theirs.
        await scene.GoToAsync(new(2029, 10, 20));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.TerminateAsync(sold.Id, v, new(2029, 11, 22), "Pindah kota", Token));
        await scene.GoToAsync(new(2029, 11, 22));
        await scene.SettleAsync(sold.Id);
        Assert.Equal(("true", SubscriptionStatus.Terminated, CustomerStatus.Terminated),
            (Secret(rig, "keluarga.santoso", 1)!["disabled"], (await scene.GetAsync(sold.Id)).Row.Status, await scene.StatusOfAsync(customer)));
        await scene.GoToAsync(new(2029, 12, 23));
        await rig.ApplyAsync(sold.AccessId);
        Assert.Null(Secret(rig, "keluarga.santoso", 1));
        var again = await scene.Sales.SellAsync(Guid.CreateVersion7(), scene.Wish(account, home20, 1) with { Username = "keluarga.santoso" }, Token);
        Assert.Equal("network.username_taken", again.Error?.Code);

        // All of it is told, in order.
        var history = (await scene.Directory.ListHistoryAsync(sold.Id, new PageRequest(1, 100, null), Token)).Value.Items;
        Assert.Equal(SubscriptionHistoryKind.Terminated, history[0].Kind);
        Assert.Equal(SubscriptionHistoryKind.Sold, history[^1].Kind);
        Assert.Equal(3, (await scene.GetAsync(sold.Id)).Terms.Count);
        Assert.Equal(new DateOnly(2029, 11, 22), (await scene.GetAsync(sold.Id)).Terms[0].ToOn);
    }

    private static Dictionary<string, string?>? Secret(ProvisioningRig rig, string name, int router = 0) => rig.Find(RouterMenus.PppSecret, name, router);

    private static (string?, string?, string?) Of(Dictionary<string, string?>? secret) => (secret!["profile"], secret["disabled"], secret["password"]);
}
