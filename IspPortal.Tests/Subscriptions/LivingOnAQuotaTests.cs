using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Quotas of 100 GB, counted by the day; the clock is the test's and the day is Jakarta's.</summary>
public sealed class LivingOnAQuotaTests
{
    private const long Gigabyte = 1_000_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Forty_days_of_three_lines_read_as_a_statement(string provider)
    {
        await using var scene = await BeginAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var lines = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["slow"] = await SellAsync(scene, account, PlanQuotaAction.Throttle),
            ["shut"] = await SellAsync(scene, account, PlanQuotaAction.Block),
            ["paid"] = await SellAsync(scene, account, PlanQuotaAction.ChargePerGigabyte),
        };
        var names = lines.ToDictionary(l => l.Value, l => l.Key);
        var statement = new List<string>();
        var (states, told) = (lines.Keys.ToDictionary(name => name, _ => AccessState.Active), 0);
        for (var day = new DateOnly(2026, 11, 1); day <= new DateOnly(2026, 12, 10); day = day.AddDays(1))
        {
            scene.Clock.NowUtc = day.ToDateTime(new TimeOnly(11, 0), DateTimeKind.Utc);
            foreach (var (name, id) in lines)
            {
                // Who reaches only the pay page uses nothing.
                if (states[name] != AccessState.Isolated)
                {
                    scene.Usage.Use(await AccessOfAsync(scene, id), day, 6, name == "paid" && day.Day == 10 ? TimeSpan.FromHours(3) : default);
                }
            }

            if (day == new DateOnly(2026, 11, 20))
            {
                await scene.DoAsync(lines["shut"], v => scene.TopUpsAs().TopUpAsync(lines["shut"], v, new TopUpRequest(20 * Gigabyte, Money.Idr(30_000), "di loket"), Token));
                await NoteStatesAsync(day, "at once ");
            }

            // The portal is away over the turn of the month.
            if (day >= new DateOnly(2026, 11, 29) && day <= new DateOnly(2026, 12, 2))
            {
                continue;
            }

            await scene.Quotas.RunDueAsync(Token);
            foreach (var order in scene.Messages.Orders.Skip(told))
            {
                statement.Add($"{Short(day)} {names[order.SubjectId]}: {order.Event}, {order.Values["used"]} of {order.Values["quota"]}, until {order.Values["until"]}");
            }

            told = scene.Messages.Orders.Count;
            await NoteStatesAsync(day, "");
            Assert.Equal((0, 0, 0, 0), await scene.Quotas.RunDueAsync(Token));
        }

        Assert.Equal(
            [
                "11-14 slow: usage.quota_80, 84 GB of 100 GB, until 30 Nov 2026",
                "11-14 shut: usage.quota_80, 84 GB of 100 GB, until 30 Nov 2026",
                "11-14 paid: usage.quota_80, 84 GB of 100 GB, until 30 Nov 2026",
                "11-17 slow: usage.quota_100, 102 GB of 100 GB, until 30 Nov 2026",
                "11-17 shut: usage.quota_100, 102 GB of 100 GB, until 30 Nov 2026",
                "11-17 paid: usage.quota_100, 102 GB of 100 GB, until 30 Nov 2026",
                "11-17 slow: Throttled",
                "11-17 shut: Isolated",
                "11-20 at once shut: Active",
                "11-23 shut: Isolated",
                "12-03 slow: Active",
                "12-03 shut: Active",
            ],
            statement);

        // What November came to: 180 GB each where nothing stopped them; nothing for what nobody saw.
        await using var context = scene.Database.Open();
        var charge = Assert.Single(await context.Set<UsageCharge>().ToListAsync(Token));
        Assert.Equal(
            (lines["paid"], new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), 80 * Gigabyte, Money.Idr(400_000), new DateTime(2026, 12, 4, 11, 0, 0, DateTimeKind.Utc)),
            (charge.SubscriptionId, charge.PeriodFromOn, charge.PeriodToOn, charge.OverBytes, charge.Amount, charge.FinalAtUtc));
        var paid = (await scene.QuotaDirectory.GetAsync(lines["paid"], Token)).Value;
        var november = Assert.Single(paid.Past);
        Assert.Equal((180 * Gigabyte, 100 * Gigabyte, TimeSpan.FromHours(3), Money.Idr(400_000)), (november.UsedBytes!.Value, november.AllowedBytes, november.UnseenFor!.Value, november.Charge!.Value));
        Assert.Equal((60 * Gigabyte, 60, Money.Idr(0)), (paid.Use!.UsedBytes, paid.Use.Percent, paid.Use.Charge!.Value));
        var shut = (await scene.QuotaDirectory.GetAsync(lines["shut"], Token)).Value;
        Assert.Equal((120 * Gigabyte, 120 * Gigabyte, null), (Assert.Single(shut.Past).UsedBytes!.Value, shut.Past[0].AllowedBytes, shut.Past[0].Charge));
        Assert.Equal((20 * Gigabyte, Money.Idr(30_000), "di loket", new DateOnly(2026, 11, 1)), (Assert.Single(shut.TopUps).Bytes, shut.TopUps[0].Price, shut.TopUps[0].Reason, shut.TopUps[0].PeriodFromOn));
        Assert.Equal(0, shut.Use!.ToppedUpBytes);

        async Task NoteStatesAsync(DateOnly day, string how)
        {
            foreach (var (name, id) in lines)
            {
                var state = (await scene.GetAsync(id)).LineState;
                if (state != states[name])
                {
                    statement.Add($"{Short(day)} {how}{name}: {state}");
                    states[name] = state;
                }
            }
        }
    }

    [Fact]
    public async Task Used_up_data_makes_a_blocked_line_suspended_and_paying_a_bill_does_not_lift_it()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var id = await SellAsync(scene, account, PlanQuotaAction.Block);
        scene.Usage.Use(await AccessOfAsync(scene, id), scene.Today, 100);
        Assert.Equal((1, 0, 1, 0), await scene.Quotas.RunDueAsync(Token));
        var shown = await scene.GetAsync(id);
        Assert.Equal((SubscriptionStatus.Suspended, AccessHolds.Quota, AccessState.Isolated), (shown.Row.Status, shown.Row.Holds, shown.LineState));
        Assert.Equal(AccessHolds.Quota, Assert.Single(shown.Holds).Kind);
        Assert.Equal(AccessHolds.Quota, AccessStateRule.AfterPaying(AccessHolds.Quota | AccessHolds.Dunning));

        // A person cannot lift it by hand: data is bought, or the period ends.
        Assert.Equal("common.invalid", await scene.TryAsync(id, v => scene.Lifecycle.ReleaseAsync(id, v, AccessHolds.Quota, "x", Token)));

        // The strictest wins, and what holds it besides stays.
        await scene.DoAsync(id, v => scene.Lifecycle.HoldAsync(id, v, AccessHolds.Manual, "periksa", Token));
        Assert.Equal(AccessState.Disabled, (await scene.GetAsync(id)).LineState);
        await scene.GoToAsync(new DateOnly(2026, 12, 1));
        Assert.Equal((0, 1, 0, 0), await scene.Quotas.RunDueAsync(Token));
        Assert.Equal((AccessHolds.Manual, AccessState.Disabled), ((await scene.GetAsync(id)).Row.Holds, (await scene.GetAsync(id)).LineState));
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_judged_and_who_cannot_be_told_is_told_later_once()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var id = await SellAsync(scene, account, PlanQuotaAction.Throttle);
        scene.Usage.Use(await AccessOfAsync(scene, id), scene.Today, 150);
        scene.Usage.Broken = new Error("series.broken", ErrorKind.External);
        await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Quotas.RunDueAsync(Token));
        Assert.Equal(AccessState.Active, (await scene.GetAsync(id)).LineState);

        // The portal dies after the line was written and before anybody was told.
        scene.Usage.Broken = null;
        scene.Messages.Broken = new Error("messages.broken", ErrorKind.External);
        await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Quotas.RunDueAsync(Token));
        Assert.Equal((AccessState.Throttled, 0), ((await scene.GetAsync(id)).LineState, scene.Messages.Orders.Count));
        scene.Messages.Broken = null;
        Assert.Equal((0, 0, 1, 0), await scene.Quotas.RunDueAsync(Token));
        Assert.Equal((0, 0, 0, 0), await scene.Quotas.RunDueAsync(Token));
        var order = Assert.Single(scene.Messages.Orders);
        Assert.Equal(("usage.quota_100", "+6281234567890", "150 GB"), (order.Event, Assert.Single(order.To).Address, order.Values["used"]));
    }

    [Fact]
    public async Task Somebody_without_a_usable_address_hinders_nobody()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var id = await SellAsync(scene, account, PlanQuotaAction.Throttle);
        scene.Usage.Use(await AccessOfAsync(scene, id), scene.Today, 150);
        scene.Messages.Broken = Error.Invalid("common.invalid");
        Assert.Equal((1, 0, 1, 0), await scene.Quotas.RunDueAsync(Token));
        Assert.Equal((0, 0, 0, 0), await scene.Quotas.RunDueAsync(Token));
        Assert.Equal(1, scene.Messages.Asked);
    }

    [Fact]
    public async Task Another_plan_in_the_middle_of_the_period_is_judged_by_what_was_used_in_all_of_it()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var id = await SellAsync(scene, account, PlanQuotaAction.Throttle);
        var free = await scene.PlanAsync("HOME-50", 300_000, 50, PlanPayment.Postpaid);
        scene.Usage.Use(await AccessOfAsync(scene, id), scene.Today, 110);
        await scene.Quotas.RunDueAsync(Token);

        // Without a quota: let go, and the period ends.
        await scene.GoToAsync(new DateOnly(2026, 11, 5));
        await scene.DoAsync(id, v => scene.Moves.ChangePlanAsync(id, v, new(free.PlanId, free.PriceId, ChangeMoment.Now), Token));
        Assert.Equal((0, 1, 0, 0), await scene.Quotas.RunDueAsync(Token));
        Assert.Equal((AccessState.Active, null), ((await scene.GetAsync(id)).LineState, (await scene.QuotaDirectory.GetAsync(id, Token)).Value.Use));
        Assert.Equal("subscriptions.no_quota", await scene.TryAsync(id, v => scene.TopUpsAs().TopUpAsync(id, v, new(Gigabyte, Money.Idr(0)), Token)));

        // And back, before its figures were final: November is one period.
        var back = (await scene.GetAsync(id)).Terms.Single(t => t.ToOn is not null);
        await scene.DoAsync(id, v => scene.Moves.ChangePlanAsync(id, v, new(back.PlanId, back.PriceId, ChangeMoment.Now), Token));
        Assert.Equal((1, 0, 0, 0), await scene.Quotas.RunDueAsync(Token));
        Assert.Equal(new QuotaPeriod(new(2026, 11, 1), new(2026, 11, 30)), (await scene.QuotaDirectory.GetAsync(id, Token)).Value.Use!.Period);
    }

    [Fact]
    public async Task Data_is_sold_by_those_who_may_and_only_what_can_be()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var id = await SellAsync(scene, account, PlanQuotaAction.Throttle);
        Assert.Equal("identity.forbidden", await scene.TryAsync(id, v => scene.TopUpsAs(SubscriptionsPermissions.SubscriptionsRead).TopUpAsync(id, v, new(Gigabyte, Money.Idr(1)), Token)));
        foreach (var (request, field) in new[] { (new TopUpRequest(999_999, Money.Idr(1)), "bytes"), (new TopUpRequest(Gigabyte, Money.Idr(-1)), "price") })
        {
            var refused = await scene.TopUpsAs().TopUpAsync(id, (await scene.GetAsync(id)).Row.Version, request, Token);
            Assert.Equal(field, Assert.Single(refused.Error!.Fields).Field);
        }

        var version = (await scene.GetAsync(id)).Row.Version;
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await scene.TopUpsAs().TopUpAsync(id, version, new(5 * Gigabyte, Money.Idr(10_000)), Token)).Succeeded);
        Assert.Equal("common.version_conflict", (await scene.TopUpsAs().TopUpAsync(id, version, new(5 * Gigabyte, Money.Idr(10_000)), Token)).Error?.Code);
        var use = (await scene.QuotaDirectory.UsesAsync([id, Guid.Empty], Token)).Value.Single().Value;
        Assert.Equal((0L, 105 * Gigabyte, 0), (use.UsedBytes, use.AllowedBytes, use.Percent));
        await using var context = scene.Database.Open();
        Assert.Equal("created", await context.Set<IspPortal.Core.Audit.AuditEntry>().Where(a => a.Entity == "quota-top-up").Select(a => a.Action).SingleAsync(Token));
    }

    [Fact]
    public async Task Ended_lines_are_settled_and_counted_no_more()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var id = await SellAsync(scene, account, PlanQuotaAction.ChargePerGigabyte);
        scene.Usage.Use(await AccessOfAsync(scene, id), scene.Today, 103);
        await scene.Quotas.RunDueAsync(Token);
        await scene.GoToAsync(new DateOnly(2026, 11, 9));
        await scene.DoAsync(id, v => scene.Lifecycle.TerminateAsync(id, v, null, "pindah kota", Token));
        await scene.Quotas.RunDueAsync(Token);
        scene.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((0, 0, 0, 1), await scene.Quotas.RunDueAsync(Token));
        await using var context = scene.Database.Open();
        Assert.Equal((Money.Idr(15_000), new DateOnly(2026, 11, 9)), await context.Set<UsageCharge>().Select(c => new ValueTuple<Money, DateOnly>(c.Amount, c.PeriodToOn)).SingleAsync(Token));
        Assert.Equal((0, 0, 0, 0), await scene.Quotas.RunDueAsync(Token));
    }

    [Fact]
    public async Task The_router_is_told_and_told_again_when_data_is_bought()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        var plan = await PlanAsync(scene, PlanQuotaAction.Throttle, "HOME-20");
        var sold = (await scene.SellAsync(scene.Wish(account, plan) with { Username = "kuota", ActivateNow = true })).Id;
        await scene.SettleAsync(sold);
        scene.Usage.Use(await AccessOfAsync(scene, sold), scene.Today, 130);
        Assert.Equal((1, 0, 1, 0), await scene.Quotas.RunDueAsync(Token));
        await scene.SettleAsync(sold);
        Assert.Equal(("HOME-20-throttled", "1M/2M"), (scene.Rig.Find(RouterMenus.PppSecret, "kuota")!["profile"], scene.Rig.Find(RouterMenus.PppProfile, "HOME-20-throttled")!["rate-limit"]));

        // The plan throttles to another speed now: the next look brings it.
        var row = (await scene.Plans.Catalog.GetAsync(plan.PlanId, Token)).Value;
        Assert.Null((await scene.EditorOfPlans().UpdateAsync(plan.PlanId, row.Row.Version, row.Content with { ThrottledDownBitsPerSecond = 3_000_000, Terms = null }, Token)).Error);
        await scene.FollowingPlans.HandleAsync(new(plan.PlanId), Token);
        Assert.Equal((1, 0, 0, 0), await scene.Quotas.RunDueAsync(Token));
        await scene.SettleAsync(sold);
        Assert.Equal("1M/3M", scene.Rig.Find(RouterMenus.PppProfile, "HOME-20-throttled")!["rate-limit"]);
        Assert.Equal((0, 0, 0, 0), await scene.Quotas.RunDueAsync(Token));

        await scene.DoAsync(sold, v => scene.TopUpsAs().TopUpAsync(sold, v, new(50 * Gigabyte, Money.Idr(50_000)), Token));
        await scene.SettleAsync(sold);
        Assert.Equal(("HOME-20", AccessState.Active), (scene.Rig.Find(RouterMenus.PppSecret, "kuota")!["profile"], (await scene.GetAsync(sold)).LineState));
    }

    [Fact]
    public async Task Lines_of_one_period_are_asked_for_together()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await PlanAsync(scene, PlanQuotaAction.Throttle, "KOS-10");
        for (var i = 0; i < 12; i++)
        {
            await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        }

        await scene.Quotas.RunDueAsync(Token);
        // One period, one question: not one for each line.
        Assert.Equal(1, scene.Usage.Asked);
        await scene.GoToAsync(new DateOnly(2026, 12, 1));
        await scene.Quotas.RunDueAsync(Token);
        await using var context = scene.Database.Open();
        Assert.Equal((24, 12), (await context.Set<SubscriptionQuota>().CountAsync(Token), await context.Set<SubscriptionQuota>().CountAsync(q => q.EndedAtUtc == null, Token)));
    }

    [Fact]
    public async Task Lines_that_began_on_different_days_are_asked_for_together_and_each_is_judged_from_its_own_day()
    {
        await using var scene = await BeginAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await PlanAsync(scene, PlanQuotaAction.Block, "KOS-10");
        var sold = new List<Guid>();
        for (var day = new DateOnly(2026, 11, 1); day <= new DateOnly(2026, 11, 4); day = day.AddDays(1))
        {
            scene.Clock.NowUtc = day.ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc);
            sold.Add((await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true })).Id);
            scene.Usage.Use(await AccessOfAsync(scene, sold[^1]), day.AddDays(-1), 200);
        }

        scene.Usage.Use(await AccessOfAsync(scene, sold[2]), scene.Today, 100);
        Assert.Equal((1, 0, 1, 0), await scene.Quotas.RunDueAsync(Token));
        Assert.Equal(1, scene.Usage.Asked);
        Assert.Equal([AccessHolds.None, AccessHolds.None, AccessHolds.Quota, AccessHolds.None], await Task.WhenAll(sold.Select(async id => (await scene.GetAsync(id)).Row.Holds)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_plan_may_name_the_day_of_the_month_on_which_the_quota_is_whole_again(string provider)
    {
        await using var scene = await BeginAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var id = (await scene.SellAsync(scene.Wish(account, await PlanAsync(scene, PlanQuotaAction.Throttle, "KOS-15", resetDay: 15)) with { ActivateNow = true })).Id;
        await scene.Quotas.RunDueAsync(Token);
        Assert.Equal(new QuotaPeriod(new(2026, 11, 1), new(2026, 11, 14)), await PeriodAsync());

        await scene.GoToAsync(new DateOnly(2026, 11, 15));
        await scene.Quotas.RunDueAsync(Token);
        Assert.Equal(new QuotaPeriod(new(2026, 11, 15), new(2026, 12, 14)), await PeriodAsync());

        async Task<QuotaPeriod> PeriodAsync()
        {
            await using var context = scene.Database.Open();
            return (await context.Set<SubscriptionQuota>().SingleAsync(q => q.SubscriptionId == id && q.EndedAtUtc == null, Token)).Period;
        }
    }

    private static async Task<SubscriptionScene> BeginAsync(string provider = "Sqlite")
    {
        var clock = new ManualClock { NowUtc = new DateTime(2026, 11, 1, 3, 0, 0, DateTimeKind.Utc) };
        return await SubscriptionScene.CreateAsync(provider, clock);
    }

    private static async Task<(Guid PlanId, Guid PriceId)> PlanAsync(SubscriptionScene scene, PlanQuotaAction action, string slug, int? resetDay = null)
    {
        var id = await scene.Plans.AddAsync(new SavePlanRequest(slug, slug, AccessService.Pppoe, new PlanSpeed(20_000_000, 10_000_000))
        {
            Terms = new PlanTerms(Money.Idr(150_000)) { OveragePerGigabyte = Money.Idr(5_000) },
            Payment = PlanPayment.Postpaid,
            Profile = slug,
            Audience = PlanAudience.Residential,
            QuotaBytes = 100 * Gigabyte,
            QuotaAction = action,
            QuotaResetDay = resetDay,
            ThrottledDownBitsPerSecond = action == PlanQuotaAction.Throttle ? 2_000_000 : null,
            ThrottledUpBitsPerSecond = action == PlanQuotaAction.Throttle ? 1_000_000 : null,
        });
        return (id, (await scene.Plans.Catalog.PriceOnAsync(id, scene.Today, Token)).Value.Id);
    }

    private static async Task<Guid> SellAsync(SubscriptionScene scene, Guid account, PlanQuotaAction action) =>
        (await scene.SellAsync(scene.Wish(account, await PlanAsync(scene, action, $"KOS-{action}".ToUpperInvariant()[..Math.Min(20, $"KOS-{action}".Length)])) with { ActivateNow = true })).Id;

    private static async Task<Guid> AccessOfAsync(SubscriptionScene scene, Guid id) => (await scene.GetAsync(id)).Row.AccessId;

    private static string Short(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);
}
