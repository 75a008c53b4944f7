using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Tests.Billing.Generator;

public sealed class PayTenGetTwelveTests
{
    private static SubscriptionBillingFacts Line { get; } = Sold.Subscription(PlanPayment.Prepaid, "2026-01-01", Sold.Term("Rumah 20", 150_000, "2026-01-01")) with
    {
        Promotions = [new(Sold.Id("10+2"), "Bayar 10 dapat 12", PromotionKind.PayNGetM, Sold.Day("2026-01-01")) { PayPeriods = 10, GetPeriods = 12 }],
    };

    private const string Paid = "Period Rumah 20 · Bayar 10 dapat 12 2026-01-01..12-31 PayNGetM 10 x 150000 = 1500000";

    [Fact]
    public void Ten_months_are_paid_at_once_and_earned_in_twelve()
    {
        var year = new Statement(new(), Line);
        Assert.Equal([$"2026-01-01: {Paid}", "2026-12-25: Period Rumah 20 2027-01-01..01-31 = 150000"], year.Daily("2026-01-01", "2026-12-31"));
        var spread = year.Lines[0].Spread;
        Assert.Equal(12, spread.Count);
        Assert.All(spread, part => Assert.Equal(Money.Idr(125_000), part.Amount));
        Assert.Equal((Sold.Day("2026-02-01"), Sold.Day("2026-02-28")), (spread[1].FromOn, spread[1].ToOn));
    }

    [Theory]
    [InlineData("2026-04-30", -900_000)]
    [InlineData("2026-05-10", -851_613)]
    [InlineData("2026-10-31", 0)]
    [InlineData("2026-11-20", 0)]
    public void Ended_early_what_was_paid_less_the_months_used_at_full_price_comes_back_never_below_nothing(string lastDay, long expected)
    {
        var year = new Statement(new(), Line);
        Assert.Equal([Paid], year.On("2026-01-01"));
        year.Line = year.Line with { TerminatedOn = Sold.Day(lastDay) };
        var next = Sold.Day(lastDay).AddDays(1);
        string[] lines = expected == 0 ? [] : [$"Correction Rumah 20 · Bayar 10 dapat 12 {next:yyyy-MM-dd}..12-31 UnusedPaid 10 x -150000 = {expected}"];
        Assert.Equal(lines, year.On($"{next:yyyy-MM-dd}"));
        Assert.Empty(year.Daily($"{next:yyyy-MM-dd}", "2027-02-28"));
    }

    [Fact]
    public void A_larger_plan_ends_it_and_is_paid_month_by_month()
    {
        var year = new Statement(new(), Line);
        _ = year.On("2026-01-01");
        year.Line = year.Line with { Terms = [Sold.Term("Rumah 20", 150_000, "2026-01-01", "2026-06-15"), Sold.Term("Rumah 50", 250_000, "2026-06-16")] };
        Assert.Equal(
        [
            // Five months and 15 of 30 days at 150,000 were used: 825,000 of 1,500,000.
            "2026-06-16: Correction Rumah 20 · Bayar 10 dapat 12 2026-06-16..12-31 UnusedPaid 10 x -150000 = -675000", "2026-06-16: Period Rumah 50 2026-06-16..06-30 15/30 DaysOfPeriod = 125000",
            "2026-06-24: Period Rumah 50 2026-07-01..07-31 = 250000",
            "2026-07-25: Period Rumah 50 2026-08-01..08-31 = 250000",
        ], year.Daily("2026-06-16", "2026-08-20"));
    }

    [Fact]
    public void A_pause_within_it_comes_back_at_what_its_days_cost()
    {
        var year = new Statement(new() { SmallChargesWait = false }, Line);
        _ = year.On("2026-01-01");
        year.Line = year.Line with { Pauses = [Sold.Days("2026-04-01", "2026-04-12")] };
        Assert.Equal(["Correction Rumah 20 · Bayar 10 dapat 12 2026-04-01..04-12 12/365 DaysOfPeriod 10 x -150000 = -50000"], year.On("2026-04-01"));
        year.Line = year.Line with { TerminatedOn = Sold.Day("2026-04-30") };
        // Paid 1,450,000 by now, used three months and 18 of 30 days: 540,000.
        Assert.Equal(["Correction Rumah 20 · Bayar 10 dapat 12 2026-05-01..12-31 UnusedPaid 10 x -150000 = -910000"], year.On("2026-05-01"));
    }

    [Fact]
    public void A_pause_that_is_known_from_the_beginning_is_taken_off_at_once()
    {
        var year = new Statement(new(), Line with { Pauses = [Sold.Days("2026-04-01", "2026-04-12")] });
        Assert.Equal([Paid, "Correction Rumah 20 · Bayar 10 dapat 12 2026-04-01..04-12 12/365 DaysOfPeriod 10 x -150000 = -50000"], year.On("2026-01-01"));
    }

    [Fact]
    public void A_part_before_the_first_whole_month_is_billed_as_a_part()
    {
        var line = Line with { StartsOn = Sold.Day("2026-01-22"), Terms = [Sold.Term("Rumah 20", 150_000, "2026-01-22")] };
        Assert.Equal(["Period Rumah 20 2026-01-22..01-31 10/31 DaysOfPeriod = 48387"], new Statement(new() { Alignment = PeriodAlignment.Calendar, PrepaidIssueDaysBefore = 0 }, line).On("2026-01-22"));
        Assert.Equal(["Period Rumah 20 2026-01-22..01-31 10/31 DaysOfPeriod = 48387", "Period Rumah 20 · Bayar 10 dapat 12 2026-02-01..01-31 PayNGetM 10 x 150000 = 1500000"],
            new Statement(new() { Alignment = PeriodAlignment.Calendar }, line).On("2026-01-25"));
    }

    [Fact]
    public void A_line_that_is_known_to_end_before_is_billed_month_by_month()
    {
        var line = new Statement(new(), Line with { EndsOn = Sold.Day("2026-08-31") });
        Assert.Equal(["Period Rumah 20 2026-01-01..01-31 = 150000"], line.On("2026-01-01"));
    }
}
