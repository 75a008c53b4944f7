using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Generator;

/// <summary>The vectors of half-up proration in rupiah, and what thirty days make of a month.</summary>
public sealed class BillingByDaysTests
{
    private static readonly BillingPolicy First = new() { Alignment = PeriodAlignment.FixedDay, FixedDay = 1 };
    private static readonly BillingPolicy Thirty = First with { Proration = ProrationBasis.ThirtyDays };

    [Theory]
    [InlineData(150_000, "2026-01-15", "2026-01-31", 17, 31, 82_258)]
    [InlineData(150_000, "2026-04-21", "2026-04-30", 10, 30, 50_000)]
    [InlineData(199_000, "2026-01-31", "2026-01-31", 1, 31, 6_419)]
    [InlineData(350_000, "2026-02-02", "2026-02-28", 27, 28, 337_500)]
    public void The_first_and_the_last_part_of_a_month_cost_their_days_half_up(long price, string from, string to, int days, int of, long expected)
    {
        var line = Assert.Single(Bill(First, price, from, to));
        Assert.Equal((days, of, BillRule.DaysOfPeriod, Money.Idr(expected)), (line.Days, line.OfDays, line.Rule, line.Amount));
        Assert.Equal(Money.Idr(price), line.UnitPrice);
    }

    [Theory]
    [InlineData("2026-01-22", "2026-01-31", 9, 45_000)]
    [InlineData("2026-01-01", "2026-01-10", 10, 50_000)]
    [InlineData("2026-01-02", "2026-01-31", 29, 145_000)]
    [InlineData("2026-02-15", "2026-02-28", 16, 80_000)]
    [InlineData("2026-02-01", "2026-02-14", 14, 70_000)]
    [InlineData("2026-04-21", "2026-04-30", 10, 50_000)]
    public void Of_thirty_days_a_thirty_first_costs_nothing_and_the_end_of_february_counts_for_the_missing_ones(string from, string to, int days, long expected)
    {
        var line = Assert.Single(Bill(Thirty, 150_000, from, to));
        Assert.Equal((days, 30, BillRule.DaysOfThirty, Money.Idr(expected)), (line.Days, line.OfDays, line.Rule, line.Amount));
    }

    [Fact]
    public void A_thirty_first_alone_makes_no_line() => Assert.Empty(Bill(Thirty, 150_000, "2026-01-31", "2026-01-31"));

    [Fact]
    public void Of_thirty_days_a_quarter_has_ninety()
    {
        var line = new Statement(new() { Proration = ProrationBasis.ThirtyDays }, Sold.Subscription(PlanPayment.Postpaid, "2026-01-10", Sold.Term("P", 450_000, "2026-01-10", null, PlanCycle.Quarterly)) with { EndsOn = Sold.Day("2026-02-24") });
        // One month and the first fifteen days of the next.
        Assert.Equal(["Period P 2026-01-10..02-24 45/90 DaysOfThirty = 225000"], line.On("2026-02-25"));
    }

    [Fact]
    public void Of_thirty_days_weeks_are_still_counted_by_their_own_days()
    {
        var line = new Statement(new() { Proration = ProrationBasis.ThirtyDays }, Sold.Subscription(PlanPayment.Postpaid, "2026-01-10", Sold.Term("P", 35_000, "2026-01-10", null, PlanCycle.Weekly)) with { EndsOn = Sold.Day("2026-01-12") });
        Assert.Equal(["Period P 2026-01-10..01-12 3/7 DaysOfPeriod = 15000"], line.On("2026-01-13"));
    }

    [Fact]
    public void A_whole_month_costs_its_price_whatever_its_days()
    {
        foreach (var policy in new[] { First, Thirty })
        {
            var line = Assert.Single(Bill(policy, 150_000, "2026-02-01", "2026-02-28"));
            Assert.Equal((BillRule.WholePeriod, Money.Idr(150_000)), (line.Rule, line.Amount));
        }
    }

    private static IReadOnlyList<BillLine> Bill(BillingPolicy policy, long price, string from, string to)
    {
        var facts = Sold.Subscription(PlanPayment.Postpaid, from, Sold.Term("P", price, from)) with { EndsOn = Sold.Day(to) };
        return InvoiceGenerator.Generate(new(Guid.Empty, [facts]), policy, [], Sold.Day(to).AddDays(1));
    }
}
