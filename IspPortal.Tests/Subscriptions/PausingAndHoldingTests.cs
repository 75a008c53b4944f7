using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Paid time around pauses and holds, and a calendar that one subscription cannot stop.</summary>
public sealed class PausingAndHoldingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_pauses_that_adjoin_follow_each_other_whichever_was_agreed_first(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        var (first, end) = (scene.Today.AddDays(3), (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value);
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, first.AddDays(4), first.AddDays(6), null, Token));
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, first, first.AddDays(3), null, Token));

        await scene.PassDaysAsync(8);
        Assert.Equal((SubscriptionStatus.Suspended, AccessHolds.Pause), ((await scene.GetAsync(sold.Id)).Row.Status, (await scene.GetAsync(sold.Id)).Row.Holds));
        await scene.PassDaysAsync(2);
        var details = await scene.GetAsync(sold.Id);
        Assert.Equal((SubscriptionStatus.Active, end.AddDays(7)), (details.Row.Status, details.Row.EndsOn!.Value));
        Assert.All(details.Pauses, pause => Assert.Equal(SubscriptionPauseState.Ended, pause.State));
    }

    [Fact]
    public async Task What_was_to_come_with_the_next_period_waits_for_it_while_time_stands_still()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var (plan, faster) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50));
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(faster.PlanId, faster.PriceId, ChangeMoment.NextPeriod), Token));
        var due = (await scene.GetAsync(sold.Id)).Changes.Single().DueOn;
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, scene.Today, scene.Today.AddDays(4), null, Token));
        await scene.PassDaysAsync(5);
        Assert.Equal(due.AddDays(5), (await scene.GetAsync(sold.Id)).Changes.Single().DueOn);
    }

    [Fact]
    public async Task Renewed_while_it_pauses_no_day_is_given_twice()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true, AutoRenew = false });
        var end = (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value;
        await scene.GoToAsync(end.AddDays(-6));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, scene.Today, scene.Today.AddDays(19), null, Token));
        await scene.PassDaysAsync(15);
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.RenewAsync(sold.Id, v, 1, null, Token));
        await scene.PassDaysAsync(5);
        var details = await scene.GetAsync(sold.Id);

        // Seven days were left and a month was paid; both begin when the line is on again.
        Assert.Equal((SubscriptionStatus.Active, end.AddDays(1).AddMonths(1).AddDays(-1 + 20)), (details.Row.Status, details.Row.EndsOn!.Value));
    }

    [Theory]
    [InlineData("renewal", 1)]
    [InlineData("old-end", 4)]
    public async Task Time_in_which_it_was_held_is_paid_only_where_the_settings_say_so(string lateRenewal, int renewals)
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        scene.Settings = scene.Settings with { LateRenewalFrom = lateRenewal };
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.HoldAsync(sold.Id, v, AccessHolds.Abuse, "spam", Token));
        await scene.GoToAsync(scene.Today.AddDays(100));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ReleaseAsync(sold.Id, v, AccessHolds.Abuse, "bersih", Token));
        await scene.Clockwork.RunDueAsync(Token);
        var told = (await scene.Directory.ListHistoryAsync(sold.Id, new(1, 50), Token)).Value.Items.Where(h => h.Kind == SubscriptionHistoryKind.Renewed).ToList();
        var ends = (await scene.GetAsync(sold.Id)).Row.EndsOn!.Value;
        Assert.True(ends >= scene.Today);
        Assert.Equal(lateRenewal == "renewal" ? 1 : told.Count, told.Count);
        Assert.Equal(renewals > 1, told.Count > 1);
        if (lateRenewal == "renewal")
        {
            Assert.Equal(scene.Today.AddMonths(1).AddDays(-1), ends);
        }
    }

    [Fact]
    public async Task Activated_by_hand_nothing_is_left_on_a_date()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, scene.Today.AddDays(5), Token));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, null, Token));
        await scene.PassDaysAsync(6);
        Assert.Empty((await scene.GetAsync(sold.Id)).Changes);
        Assert.Equal("common.invalid", await scene.TryAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, DateOnly.MaxValue, DateOnly.MaxValue, null, Token)));
    }
}
