using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

public sealed class ChangingSubscriptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_does_not_fit_the_status_is_refused_and_changes_nothing()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var sold = await scene.SellAsync(scene.Wish(account, plan));
        Assert.Equal("subscriptions.wrong_status", await scene.TryAsync(sold.Id, v => scene.Lifecycle.HoldAsync(sold.Id, v, AccessHolds.Manual, "x", Token)));
        Assert.Equal("subscriptions.wrong_status", await scene.TryAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, scene.Today, scene.Today, null, Token)));
        Assert.Equal("common.invalid", await scene.TryAsync(sold.Id, v => scene.Lifecycle.HoldAsync(sold.Id, v, AccessHolds.Dunning, "x", Token)));
        Assert.Equal("common.invalid", await scene.TryAsync(sold.Id, v => scene.Lifecycle.TerminateAsync(sold.Id, v, null, " ", Token)));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, null, Token));
        Assert.Equal("subscriptions.wrong_status", await scene.TryAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, null, Token)));
        Assert.Equal("subscriptions.same_plan", await scene.TryAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(plan.PlanId, plan.PriceId, ChangeMoment.Now), Token)));
        Assert.Equal("subscriptions.same_router", await scene.TryAsync(sold.Id, v => scene.Moves.MoveRouterAsync(sold.Id, v, ProvisioningRig.RouterId(0), null, null, Token)));
        Assert.Equal("subscriptions.no_trial", await scene.TryAsync(sold.Id, v => scene.Lifecycle.EndTrialAsync(sold.Id, v, Token)));
        Assert.Equal("subscriptions.no_pause", await scene.TryAsync(sold.Id, v => scene.Lifecycle.EndPauseAsync(sold.Id, v, null, Token)));
        Assert.Equal("common.version_conflict", (await scene.Lifecycle.SetAutoRenewAsync(sold.Id, 1, false, Token)).Error?.Code);
        Assert.Equal("subscriptions.not_found", (await scene.Lifecycle.SetAutoRenewAsync(Guid.CreateVersion7(), 1, false, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.LifecycleAs(SubscriptionsPermissions.SubscriptionsRead).SetAutoRenewAsync(sold.Id, 1, false, Token)).Error?.Code);
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.TerminateAsync(sold.Id, v, null, "Pindah", Token));
        Assert.Equal("subscriptions.wrong_status", await scene.TryAsync(sold.Id, v => scene.Moves.RenameAsync(sold.Id, v, "baru", Token)));
        Assert.Equal("subscriptions.wrong_status", await scene.TryAsync(sold.Id, v => scene.Lifecycle.RenewAsync(sold.Id, v, 1, null, Token)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Pauses_have_limits_and_can_be_cut_or_taken_back(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        scene.Settings = scene.Settings with { PausesPerYear = 2, LongestPauseDays = 30 };
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        var end = (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value;
        Assert.Equal("common.invalid", await PauseAsync(-1, 3));
        Assert.Equal("common.invalid", await PauseAsync(0, 31));
        Assert.Null(await PauseAsync(0, 9));
        Assert.Equal(SubscriptionStatus.Suspended, (await scene.GetAsync(sold.Id)).Row.Status);
        Assert.Equal("subscriptions.pause_overlaps", await PauseAsync(5, 12));
        Assert.Null(await PauseAsync(20, 25));
        Assert.Equal("subscriptions.too_many_pauses", await PauseAsync(30, 31));

        // Back after four days: what was paused is given back, and no more.
        await scene.PassDaysAsync(4);
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.EndPauseAsync(sold.Id, v, "Sudah pulang", Token));
        var back = await scene.GetAsync(sold.Id);
        Assert.Equal((SubscriptionStatus.Active, end.AddDays(4)), (back.Row.Status, back.Row.EndsOn!.Value));

        // The one that is ahead is taken back, with both of its dates.
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.EndPauseAsync(sold.Id, v, null, Token));
        Assert.Empty((await scene.GetAsync(sold.Id)).Changes);
        await scene.PassDaysAsync(30);
        Assert.Equal(SubscriptionStatus.Active, (await scene.GetAsync(sold.Id)).Row.Status);

        Task<string?> PauseAsync(int from, int to) => scene.TryAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, scene.Today.AddDays(from), scene.Today.AddDays(to), null, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_trial_ends_by_itself_unless_it_is_kept(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var left = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true, IsTrial = true });
        var kept = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true, IsTrial = true });
        Assert.Equal(scene.Today.AddDays(6), (await scene.GetAsync(left.Id)).Row.EndsOn);
        await scene.PassDaysAsync(3);
        await scene.DoAsync(kept.Id, v => scene.Lifecycle.EndTrialAsync(kept.Id, v, Token));
        var first = scene.Today;
        await scene.PassDaysAsync(5);
        Assert.Equal(SubscriptionStatus.Expired, (await scene.GetAsync(left.Id)).Row.Status);
        var details = await scene.GetAsync(kept.Id);
        Assert.Equal((SubscriptionStatus.Active, false, first, first.AddMonths(1).AddDays(-1)), (details.Row.Status, details.Row.IsTrial, details.Row.StartsOn, details.Row.EndsOn!.Value));
        Assert.Equal([false, true], details.Terms.Select(t => t.IsTrial));
        await scene.DoAsync(left.Id, v => scene.Lifecycle.EndTrialAsync(left.Id, v, Token));
        Assert.Equal(SubscriptionStatus.Active, (await scene.GetAsync(left.Id)).Row.Status);
    }

    [Theory]
    [InlineData("renewal", 3, 34)]
    [InlineData("old-end", 0, 31)]
    public async Task Late_renewals_count_as_the_settings_say(string from, int begins, int ends)
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        scene.Settings = scene.Settings with { LateRenewalFrom = from };
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true, AutoRenew = false });
        var end = (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value;
        await scene.GoToAsync(end.AddDays(4));
        Assert.Equal(SubscriptionStatus.Expired, (await scene.GetAsync(sold.Id)).Row.Status);
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.RenewAsync(sold.Id, v, 1, null, Token));
        var renewed = await scene.GetAsync(sold.Id);
        Assert.Equal((SubscriptionStatus.Active, end.AddDays(ends)), (renewed.Row.Status, renewed.Row.EndsOn!.Value));
        Assert.True(begins >= 0);
    }

    [Fact]
    public async Task A_change_that_no_longer_fits_on_its_day_is_kept_as_failed()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        await scene.DoAsync(sold.Id, v => scene.Moves.MoveRouterAsync(sold.Id, v, ProvisioningRig.RouterId(1), scene.Today.AddDays(2), "Rute baru", Token));
        Assert.Equal("subscriptions.change_scheduled", await scene.TryAsync(sold.Id, v => scene.Moves.MoveRouterAsync(sold.Id, v, ProvisioningRig.RouterId(1), scene.Today.AddDays(3), null, Token)));
        await using (var context = scene.Database.Open())
        {
            context.Set<Core.Network.Routers.Router>().Single(r => r.Id == ProvisioningRig.RouterId(1)).Enabled = false;
            await context.SaveChangesAsync(Token);
        }

        scene.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((0, 1, 0, 0), await scene.Clockwork.RunDueAsync(Token));
        Assert.Equal((0, 0, 0, 0), await scene.Clockwork.RunDueAsync(Token));
        var change = Assert.Single((await scene.GetAsync(sold.Id)).Changes);
        Assert.Equal((SubscriptionChangeState.Failed, "subscriptions.router_disabled"), (change.State, change.ErrorCode));
        Assert.Equal(ProvisioningRig.RouterId(0), (await scene.GetAsync(sold.Id)).Row.RouterId);

        // Somebody has seen it.
        Assert.Equal("identity.forbidden", (await scene.MovesAs(SubscriptionsPermissions.SubscriptionsRead).DismissChangeAsync(sold.Id, change.Id, Token)).Error?.Code);
        Assert.Null((await scene.Moves.DismissChangeAsync(sold.Id, change.Id, Token)).Error);
        Assert.Empty((await scene.GetAsync(sold.Id)).Changes);
        Assert.Equal("subscriptions.change_not_found", (await scene.Moves.DismissChangeAsync(sold.Id, change.Id, Token)).Error?.Code);
        var history = (await scene.Directory.ListHistoryAsync(sold.Id, new(), Token)).Value.Items;
        Assert.Equal("MoveRouter", Assert.Single(history, entry => entry.Kind == SubscriptionHistoryKind.ScheduleDismissed).After);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Whose_time_ran_out_is_on_again_with_a_plan_that_is_paid_afterwards(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true, AutoRenew = false });
        var later = await scene.PlanAsync("HOME-20-PASCA", 210_000, payment: PlanPayment.Postpaid);
        await scene.GoToAsync((await scene.GetAsync(sold.Id)).Row.EndsOn!.Value.AddDays(2));
        Assert.Equal(SubscriptionStatus.Expired, (await scene.GetAsync(sold.Id)).Row.Status);
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(later.PlanId, later.PriceId, ChangeMoment.Now), Token));
        var details = await scene.GetAsync(sold.Id);
        Assert.Equal((SubscriptionStatus.Active, null, 0, LineDeliveryState.Pending), (details.Row.Status, details.Row.EndsOn, details.Holds.Count, details.Delivery!.State));
    }

    [Theory]
    [InlineData(10, 2, 3)]
    [InlineData(40, 1, 2)]
    [InlineData(40, 0, 1)]
    public async Task What_was_paid_ahead_moves_with_the_first_day(int waits, int renewed, int months)
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        scene.Settings = scene.Settings with { LateRenewalFrom = "renewal" };
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()));
        scene.Clock.Advance(TimeSpan.FromDays(waits));
        if (renewed > 0)
        {
            await scene.DoAsync(sold.Id, v => scene.Lifecycle.RenewAsync(sold.Id, v, renewed, null, Token));
        }

        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, null, Token));
        var row = (await scene.GetAsync(sold.Id)).Row;
        Assert.Equal((scene.Today, scene.Today.AddMonths(months).AddDays(-1)), (row.StartsOn, row.EndsOn!.Value));
    }

    [Fact]
    public async Task Another_price_leaves_the_line_as_it_is()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        await using var context = scene.Database.Open();
        await context.Set<DesiredAccessRecord>().Where(w => w.AccessId == sold.AccessId).ExecuteUpdateAsync(set => set.SetProperty(w => w.Profile, "KAMPANYE"), Token);
        var wished = await context.Set<LineDelivery>().AsNoTracking().Where(d => d.SubscriptionId == sold.Id).Select(d => d.Revision).SingleAsync(Token);

        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(plan.PlanId, plan.PriceId, ChangeMoment.Now) { AgreedPrice = Money.Idr(180_000) }, Token));
        Assert.Equal("KAMPANYE", (await context.Set<DesiredAccessRecord>().AsNoTracking().SingleAsync(w => w.AccessId == sold.AccessId, Token)).Profile);
        Assert.Equal(wished, await context.Set<LineDelivery>().AsNoTracking().Where(d => d.SubscriptionId == sold.Id).Select(d => d.Revision).SingleAsync(Token));

        var fast = await scene.PlanAsync("HOME-50", 325_000, 50);
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(fast.PlanId, fast.PriceId, ChangeMoment.Now), Token));
        Assert.Equal("HOME-50", (await context.Set<DesiredAccessRecord>().AsNoTracking().SingleAsync(w => w.AccessId == sold.AccessId, Token)).Profile);
    }

    [Fact]
    public async Task A_change_on_a_date_is_taken_back()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.TerminateAsync(sold.Id, v, scene.Today.AddDays(5), "Pindah", Token));
        var change = Assert.Single((await scene.GetAsync(sold.Id)).Changes);
        Assert.Null((await scene.Lifecycle.CancelChangeAsync(sold.Id, change.Id, Token)).Error);
        Assert.Equal("subscriptions.change_not_found", (await scene.Lifecycle.CancelChangeAsync(sold.Id, change.Id, Token)).Error?.Code);
        await scene.PassDaysAsync(10);
        Assert.Equal(SubscriptionStatus.Active, (await scene.GetAsync(sold.Id)).Row.Status);
    }

    [Fact]
    public async Task A_plan_at_a_price_of_its_own_and_one_for_later_see_the_price_of_their_day()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var fast = await scene.PlanAsync("HOME-50", 325_000, 50);
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        var next = (await scene.GetAsync(sold.Id)).NextPeriodOn!.Value;
        Assert.Null((await scene.Plans.Editor.SchedulePriceAsync(fast.PlanId, new((await scene.Plans.Catalog.GetAsync(fast.PlanId, Token)).Value.Row.Version, next, new PlanTerms(Money.Idr(350_000))), Token)).Error);
        Assert.Equal("plans.price_changed", await scene.TryAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(fast.PlanId, fast.PriceId, ChangeMoment.NextPeriod), Token)));
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(plan.PlanId, plan.PriceId, ChangeMoment.Now) { AgreedPrice = Money.Idr(180_000), Reason = "Setia" }, Token));
        var details = await scene.GetAsync(sold.Id);
        Assert.Equal((Money.Idr(180_000), 1), (details.Row.Price, details.Terms.Count));
        Assert.Equal(LineDeliveryState.Pending, details.Delivery!.State);
    }

    [Fact]
    public async Task A_router_that_is_away_is_told_when_it_is_back()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        scene.Rig.Lab.Router.Throw(new Core.Lab.LabFault(Core.Lab.LabFaultKind.Refused));
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "baru", ActivateNow = true });
        await scene.Deliverer.DeliverAsync(sold.Id, Token);
        var waiting = (await scene.GetAsync(sold.Id)).Delivery!;
        Assert.Equal((LineDeliveryState.Pending, 1), (waiting.State, waiting.Attempts));
        Assert.NotNull(waiting.Error);
        Assert.True(waiting.NextTryAtUtc > scene.Clock.NowUtc);

        scene.Rig.Lab.Router.ClearFaults();
        await scene.Deliverer.RunAsync(Token);
        Assert.Equal(LineDeliveryState.Pending, (await scene.GetAsync(sold.Id)).Delivery!.State);
        // The connection's own rest after failures counts real seconds, the tries the scene's minutes.
        await ProvisioningRig.WaitForAsync(
            async () =>
            {
                scene.Clock.Advance(TimeSpan.FromMinutes(5));
                await scene.Deliverer.RunAsync(Token);
                return (await scene.GetAsync(sold.Id)).Delivery!.State;
            },
            state => state == LineDeliveryState.Settled);
        Assert.NotNull(scene.Rig.Find(RouterMenus.PppSecret, "baru"));
    }

    [Fact]
    public async Task An_account_of_somebody_else_is_left_alone_and_a_person_is_told()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        await scene.Rig.AddByHandAsync("milik-lain", 0);
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "milik-lain", ActivateNow = true });
        Assert.Equal("subscriptions.finding_foreign", (await scene.SettleAsync(sold.Id, LineDeliveryState.Failed)).Error?.Code);
        Assert.Equal("lain", scene.Rig.Find(RouterMenus.PppSecret, "milik-lain")!["password"]);
        Assert.Null((await scene.Lifecycle.RetryLineAsync(sold.Id, Token)).Error);
        Assert.Equal(LineDeliveryState.Failed, (await scene.SettleAsync(sold.Id, LineDeliveryState.Failed)).State);
    }

    [Fact]
    public async Task In_observe_mode_it_is_known_what_would_have_been_done_and_leaving_it_does_it()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        scene.Rig.Settings = scene.Rig.Settings with { ObserveMode = true };
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "baru", ActivateNow = true });
        await scene.SettleAsync(sold.Id, LineDeliveryState.Observed);
        Assert.Null(scene.Rig.Find(RouterMenus.PppSecret, "baru"));
        scene.Rig.Settings = scene.Rig.Settings with { ObserveMode = false };
        await scene.SettleAsync(sold.Id);
        Assert.NotNull(scene.Rig.Find(RouterMenus.PppSecret, "baru"));
    }

    [Fact]
    public async Task Two_clerks_at_once_and_the_second_is_told()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        var version = (await scene.GetAsync(sold.Id)).Row.Version;
        var both = await Task.WhenAll(
            scene.Lifecycle.HoldAsync(sold.Id, version, AccessHolds.Manual, "Satu", Token),
            scene.Moves.RenameAsync(sold.Id, version, "dua", Token));
        Assert.Single(both, done => done.Succeeded);
        Assert.Equal("common.version_conflict", both.Single(done => !done.Succeeded).Error!.Code);
    }
}
