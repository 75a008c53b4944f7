using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.WhatIf;

namespace IspPortal.Tests.Plans;

public sealed class AskingWhatIfTests
{
    private static readonly Guid A = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid B = new("00000000-0000-7000-8000-00000000000b");

    // 15:00 in Jakarta.
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Revenue_is_summed_at_each_lines_own_price_and_rounded_once()
    {
        var report = PlanWhatIf.Evaluate(Input([new(A, "A", "P", 3, 0)], [new(Money.Idr(100), 2), new(Money.Idr(101), 1)], 110) with { Period = new(PlanCycle.Quarterly) });
        Assert.Equal((3, Money.Idr(100), Money.Idr(110), Money.Idr(10), 3), (report.Subscribers, report.MonthlyBefore, report.MonthlyAfter, report.MonthlyDifference, report.OtherPrices));
    }

    [Fact]
    public void Lines_on_trial_are_subscribers_who_pay_nothing()
    {
        var report = PlanWhatIf.Evaluate(Input([new(A, "A", "P", 4, 0)], [new(Money.Idr(100), 3)], 110));
        Assert.Equal((4, Money.Idr(300), Money.Idr(330), 3), (report.Subscribers, report.MonthlyBefore, report.MonthlyAfter, report.OtherPrices));
    }

    [Fact]
    public void A_price_alone_touches_no_router() =>
        Assert.Equal((0, 0), PlanWhatIf.Evaluate(Input([new(A, "A", "P", 5, 4)], [new(Money.Idr(100), 5)], 120)) is var report ? (report.Steps, report.Kicks) : default);

    [Fact]
    public void A_speed_is_one_step_where_it_differs_and_ends_its_sessions()
    {
        var report = PlanWhatIf.Evaluate(Input([new(A, "A", "P", 5, 4), new(B, "B", "P", 9, 7)], [], 0) with
        {
            RateLimitAfter = new PlanSpeed(30_000_000, 15_000_000).ToRateLimit(),
            Profiles = new Dictionary<Guid, IReadOnlyList<FoundProfile>> { [A] = [new("P", "10M/20M", null)], [B] = [new("P", "15M/30M", null)] },
        });
        Assert.Equal((1, 4), (report.Steps, report.Kicks));
        Assert.Equal(["B", "A"], report.Routers.Select(r => r.RouterName));
    }

    [Fact]
    public void The_window_opens_tonight_and_its_pace_says_when_it_is_done()
    {
        var report = PlanWhatIf.Evaluate(Input([new(A, "A", "P", 70, 61)], [], 0) with { RateLimitAfter = new PlanSpeed(30_000_000, 15_000_000).ToRateLimit(), Kicks = KickPolicy.Night });
        var router = report.Routers.Single();
        Assert.Equal(new DateTime(2026, 11, 22, 19, 0, 0, DateTimeKind.Utc), router.KicksFromUtc);
        Assert.Equal(router.KicksFromUtc!.Value.AddSeconds(31), router.KicksUntilUtc);
        Assert.False(router.IsRead);
    }

    [Fact]
    public void Nobody_is_cut_off_when_the_next_redial_is_early_enough() => Assert.Equal(
        0, PlanWhatIf.Evaluate(Input([new(A, "A", "P", 5, 4)], [], 0) with { RateLimitAfter = new PlanSpeed(30_000_000, 15_000_000).ToRateLimit(), Kicks = KickPolicy.NextRedial }).Kicks);

    [Fact]
    public void Static_lines_are_a_step_each_and_have_no_session() => Assert.Equal(
        (5, 0), PlanWhatIf.Evaluate(Input([new(A, "A", null, 5, 0)], [], 0) with { Service = AccessService.Static, RateLimitAfter = new PlanSpeed(30_000_000, 15_000_000).ToRateLimit() }) is var report ? (report.Steps, report.Kicks) : default);

    private static PlanWhatIfInput Input(IReadOnlyList<PlanRouterUsage> routers, IReadOnlyList<PlanPriceShare> prices, long after) => new(
        AccessService.Pppoe, new(PlanCycle.Monthly), new(routers, prices), Money.Idr(after), null, new Dictionary<Guid, IReadOnlyList<FoundProfile>>(), KickPolicy.Now, Now, "Asia/Jakarta");
}
