using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Tests.Plans;

public sealed class SayingWhatAPlanIsTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_plan_as_it_should_be_is_taken() => Assert.Null(Wrong(PlanScene.Home20));

    [Fact]
    public void Every_broken_field_is_named()
    {
        var plan = new SavePlanRequest("", "HOME 20", AccessService.Static, new PlanSpeed(0, 5_000_000) { BurstDownBitsPerSecond = 1_000_000 })
        {
            QuotaBytes = 50_000_000_000,
            QuotaResetDay = 32,
            Profile = "HOME-20",
            ConcurrentSessions = 0,
            Period = new(PlanCycle.CustomDays),
            GraceDays = 90,
            Terms = new PlanTerms(Money.Idr(-1)) { Deposit = Money.Idr(long.MaxValue) },
        };

        var wrong = Wrong(plan)!;
        foreach (var (field, code) in new[]
        {
            ("name", "common.required"), ("slug", "plans.not_a_short_name"), ("speed.downBitsPerSecond", "common.out_of_range"), ("speed.burstUpBitsPerSecond", "plans.burst_both_ways"),
            ("quotaAction", "common.required"), ("quotaResetDay", "common.out_of_range"), ("profile", "plans.no_profile"), ("concurrentSessions", "common.out_of_range"), ("cycleDays", "plans.not_a_cycle"), ("graceDays", "common.out_of_range"),
            ("terms.price", "plans.not_an_amount"), ("terms.deposit", "plans.not_an_amount"),
        })
        {
            Assert.Contains((field, code), wrong);
        }
    }

    [Fact]
    public void A_speed_reads_as_routers_write_it()
    {
        var speed = new PlanSpeed(20_000_000, 10_000_000) { BurstDownBitsPerSecond = 30_000_000, BurstUpBitsPerSecond = 15_000_000, BurstThresholdPercent = 75, BurstSeconds = 16 };
        Assert.Equal("10M/20M 15M/30M 7500k/15M 16/16", speed.ToRateLimit().ToString());
        Assert.Equal("10M/20M", new PlanSpeed(20_000_000, 10_000_000).ToRateLimit().ToString());
        Assert.Equal("15M/30M", new PlanSpeed(20_000_000, 10_000_000).Scaled(150).ToRateLimit().ToString());
    }

    [Theory]
    [InlineData(PlanCycle.Yearly, null, 1_200_000, 100_000)]
    [InlineData(PlanCycle.Quarterly, null, 100, 33)]
    [InlineData(PlanCycle.Daily, null, 12, 365)]
    [InlineData(PlanCycle.Weekly, null, 84, 365)]
    [InlineData(PlanCycle.CustomDays, 30, 360, 365)]
    public void A_price_comes_to_its_exact_month(PlanCycle cycle, int? days, long price, long month) => Assert.Equal(Money.Idr(month), new PlanPeriod(cycle, days).PerMonth(Money.Idr(price)));

    [Fact]
    public void Prices_follow_each_other_without_a_gap()
    {
        var today = new DateOnly(2026, 11, 22);
        PlanPrice[] prices = [Price(new(2027, 1, 1), 3), Price(new(2025, 1, 1), 1), Price(new(2026, 1, 1), 2)];
        var rows = PlanPriceTimeline.Of(prices, today);
        Assert.Equal([PlanPriceState.Scheduled, PlanPriceState.Current, PlanPriceState.Past], rows.Select(r => r.State));
        Assert.Equal([null, new DateOnly(2026, 12, 31), new DateOnly(2025, 12, 31)], rows.Select(r => r.ValidToOn));
        Assert.Equal(PlanPriceState.Current, PlanPriceTimeline.Of(prices, new(2027, 1, 1))[0].State);
    }

    [Fact]
    public void A_promotion_makes_periods_cheaper_and_never_negative()
    {
        var half = new SavePromotionRequest("a", PromotionKind.Percent, new(2026, 1, 1), null) { Percent = 50, Periods = 3 };
        Assert.Equal([100, 100, 100, 200], Enumerable.Range(1, 4).Select(n => PromotionPrice.OfPeriod(half, Money.Idr(200), n).Minor));
        Assert.Equal(Money.Zero, PromotionPrice.OfPeriod(new("a", PromotionKind.Amount, new(2026, 1, 1), null) { Amount = Money.Idr(500) }, Money.Idr(200), 1));
        var year = PromotionPrice.Spread(new("a", PromotionKind.PayNGetM, new(2026, 1, 1), null) { PayPeriods = 10, GetPeriods = 12 }, Money.Idr(200_000));
        Assert.Equal((12, 2_000_000), (year.Count, year.Sum(m => m.Minor)));
    }

    [Fact]
    public void A_promotion_of_the_wrong_kind_or_dates_is_refused()
    {
        var wrong = Fields(new SavePromotionRequestValidator().Validate(new SavePromotionRequest("a", PromotionKind.PayNGetM, new(2026, 2, 1), new(2026, 1, 1)) { PayPeriods = 12, GetPeriods = 12, Coupon = "a b" }).ErrorOrNull());
        Assert.Contains(("validToOn", "plans.ends_before_it_begins"), wrong!);
        Assert.Contains(("getPeriods", "plans.gets_no_more"), wrong!);
        Assert.Contains(("coupon", "plans.not_a_short_name"), wrong!);
    }

    [Fact]
    public void A_campaign_needs_plans_a_time_ahead_and_one_way_to_say_the_speed()
    {
        var wrong = Fields(new SaveCampaignRequestValidator(Now).Validate(new SaveCampaignRequest("a", [], Now.AddDays(-2), Now.AddDays(-1)) { FactorPercent = 200, DownBitsPerSecond = 1_000_000, Kicks = new KickPolicy(KickTiming.Window) }).ErrorOrNull());
        Assert.Contains(("planIds", "common.required"), wrong!);
        Assert.Contains(("endsAtUtc", "plans.is_over"), wrong!);
        Assert.Contains(("factorPercent", "plans.factor_or_speed"), wrong!);
        Assert.Contains(("upBitsPerSecond", "common.required"), wrong!);
        Assert.Contains(("kicks", "plans.not_a_span"), wrong!);
    }

    private static PlanPrice Price(DateOnly from, long rupiah) => new() { Id = Guid.CreateVersion7(), ValidFromOn = from, Price = Money.Idr(rupiah), CreatedBy = "a" };

    private static List<(string, string)>? Wrong(SavePlanRequest plan) => Fields(new SavePlanRequestValidator(isNew: true).Validate(plan).ErrorOrNull());

    private static List<(string, string)>? Fields(Core.Common.Results.Error? error) => error?.Fields.Select(f => (f.Field, f.Code)).ToList();
}
