using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions.Quota;

namespace IspPortal.Tests.Subscriptions;

public sealed class CountingQuotaPeriodsTests
{
    private static readonly PlanPeriod Monthly = new(PlanCycle.Monthly);

    [Theory]
    [InlineData("2026-10-12", null, PlanCycle.Monthly, "2026-11-11", "2026-10-12", "2026-11-11")]
    [InlineData("2026-10-12", null, PlanCycle.Monthly, "2026-11-12", "2026-11-12", "2026-12-11")]
    [InlineData("2026-01-31", null, PlanCycle.Monthly, "2026-03-01", "2026-02-28", "2026-03-30")]
    [InlineData("2026-01-31", null, PlanCycle.Monthly, "2026-03-31", "2026-03-31", "2026-04-29")]
    [InlineData("2026-01-31", null, PlanCycle.Monthly, "2026-02-27", "2026-01-31", "2026-02-27")]
    [InlineData("2026-11-01", null, PlanCycle.Daily, "2026-11-20", "2026-11-20", "2026-11-20")]
    [InlineData("2026-11-02", null, PlanCycle.Weekly, "2026-11-20", "2026-11-16", "2026-11-22")]
    [InlineData("2024-02-29", null, PlanCycle.Yearly, "2026-02-27", "2025-02-28", "2026-02-27")]
    // On its grid, however much is paid ahead.
    [InlineData("2026-10-12", "2027-01-11", PlanCycle.Monthly, "2026-11-15", "2026-11-12", "2026-12-11")]
    // A pause of ten days moved the end off the grid: counted back from it.
    [InlineData("2026-10-12", "2026-12-21", PlanCycle.Monthly, "2026-12-01", "2026-11-22", "2026-12-21")]
    // It ran out: the grid counts on.
    [InlineData("2026-10-12", "2026-11-11", PlanCycle.Monthly, "2026-11-20", "2026-11-12", "2026-12-11")]
    public void A_day_lies_in_one_period(string starts, string? ends, PlanCycle cycle, string day, string from, string to) => Assert.Equal(
        new QuotaPeriod(Day(from), Day(to)),
        QuotaPeriod.Of(Day(starts), ends is null ? null : Day(ends), new PlanPeriod(cycle), Day(day)));

    [Theory]
    [InlineData("2026-10-12", 1, "2026-11-30", "2026-11-01", "2026-11-30")]
    [InlineData("2026-10-12", 1, "2026-12-01", "2026-12-01", "2026-12-31")]
    [InlineData("2026-10-12", 15, "2026-11-14", "2026-10-15", "2026-11-14")]
    // A month that is too short has it on its last day, and the one after it on its own.
    [InlineData("2025-10-12", 31, "2026-02-27", "2026-01-31", "2026-02-27")]
    [InlineData("2025-10-12", 31, "2026-02-28", "2026-02-28", "2026-03-30")]
    [InlineData("2023-10-12", 30, "2024-02-29", "2024-02-29", "2024-03-29")]
    // The first one begins with the subscription.
    [InlineData("2026-11-20", 1, "2026-11-27", "2026-11-20", "2026-11-30")]
    [InlineData("2026-12-20", 1, "2026-11-27", "2026-11-01", "2026-11-30")]
    public void A_day_of_the_month_is_the_one_on_which_the_quota_is_whole_again(string starts, int reset, string day, string from, string to) =>
        Assert.Equal(new QuotaPeriod(Day(from), Day(to)), QuotaPeriod.OfMonth(Day(starts), reset, Day(day)));

    [Fact]
    public void Every_day_of_three_years_is_in_exactly_one_month_of_each_reset_day()
    {
        for (var reset = 1; reset <= 31; reset++)
        {
            var starts = new DateOnly(2023, 1, 1);
            var before = QuotaPeriod.OfMonth(starts, reset, starts);
            for (var day = starts; day < starts.AddYears(3); day = day.AddDays(1))
            {
                var period = QuotaPeriod.OfMonth(starts, reset, day);
                Assert.InRange(day, period.FromOn, period.ToOn);
                Assert.True(period == before || period.FromOn == before.ToOn.AddDays(1), $"{reset}: {before} → {period}");
                before = period;
            }
        }
    }

    [Fact]
    public void Every_day_of_three_years_is_in_exactly_one_period()
    {
        foreach (var starts in (DateOnly[])[new(2026, 1, 31), new(2024, 2, 29), new(2026, 6, 1)])
        {
            var before = QuotaPeriod.Of(starts, null, Monthly, starts);
            for (var day = starts; day < starts.AddYears(3); day = day.AddDays(1))
            {
                var period = QuotaPeriod.Of(starts, null, Monthly, day);
                Assert.InRange(day, period.FromOn, period.ToOn);
                Assert.True(period == before || period.FromOn == before.ToOn.AddDays(1), $"{starts}: {before} → {period}");
                before = period;
            }
        }
    }

    [Fact]
    public void A_pause_makes_the_period_longer_and_counts_no_day_twice()
    {
        var counted = new QuotaPeriod(new(2026, 11, 1), new(2026, 11, 30));
        // Ten days later because of a pause.
        var now = new QuotaPeriod(new(2026, 11, 11), new(2026, 12, 10));
        Assert.Equal(new QuotaPeriod(new(2026, 11, 1), new(2026, 12, 10)), QuotaPeriod.Following(counted, now, new(2026, 11, 20)));
        // Whoever looks only after it: what was counted is not counted again.
        Assert.Equal(new QuotaPeriod(new(2026, 12, 1), new(2026, 12, 10)), QuotaPeriod.Following(counted, now, new(2026, 12, 5)));
        Assert.Equal(counted, QuotaPeriod.Following(counted, counted, new(2026, 11, 30)));
        Assert.Equal(now, QuotaPeriod.Following(null, now, new(2026, 11, 20)));
    }

    [Theory]
    [InlineData(0, 100, 0, false)]
    [InlineData(79, 100, 79, false)]
    [InlineData(99_999, 100_000, 99, false)]
    [InlineData(100, 100, 100, true)]
    [InlineData(250, 100, 250, true)]
    [InlineData(9_000_000_000_000_000_000, 1_000_000_000_000_000, 900_000, true)]
    public void A_share_says_100_when_it_is_used_up_and_not_before(long used, long allowed, int percent, bool isUsedUp) =>
        Assert.Equal((percent, isUsedUp), (QuotaRule.PercentOf(used, allowed), QuotaRule.IsUsedUp(used, allowed)));

    [Theory]
    [InlineData(0, 5_000, 0)]
    [InlineData(-5, 5_000, 0)]
    [InlineData(1_000_000_000, 5_000, 5_000)]
    [InlineData(2_345_000_000, 5_000, 11_725)]
    [InlineData(100_000, 5_000, 1)]
    [InlineData(99_999, 5_000, 0)]
    public void Past_the_quota_the_exact_share_of_a_gigabyte_is_charged_rounded_once(long bytes, long perGigabyte, long rupiah) =>
        Assert.Equal(Money.Idr(rupiah), QuotaRule.ChargeFor(bytes, Money.Idr(perGigabyte)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
