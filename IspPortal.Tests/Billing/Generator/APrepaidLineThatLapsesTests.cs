using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Generator;

public sealed class APrepaidLineThatLapsesTests
{
    private static SubscriptionBillingFacts Line { get; } = Sold.Subscription(PlanPayment.Prepaid, "2026-01-10", Sold.Term("Rumah 20", 150_000, "2026-01-10"));

    private static Statement UnpaidOnTheTenthOfMarch(LateRenewal policy)
    {
        var line = new Statement(new() { LateRenewal = policy }, Line);
        Assert.Equal(
        [
            "2026-01-03: Period Rumah 20 2026-01-10..02-09 = 150000", "2026-02-03: Period Rumah 20 2026-02-10..03-09 = 150000", "2026-03-03: Period Rumah 20 2026-03-10..04-09 = 150000",
        ], line.Daily("2026-01-01", "2026-03-09"));
        line.Lapse("period:2026-03-10");
        line.Line = line.Line with { Lapses = [Sold.Days("2026-03-10")] };
        Assert.Empty(line.Daily("2026-03-10", "2026-04-23"));
        line.Line = line.Line with { Lapses = [Sold.Days("2026-03-10", "2026-04-23")] };
        return line;
    }

    [Fact]
    public void Counted_from_the_payment_periods_begin_anew_and_the_gap_is_never_billed() =>
        Assert.Equal(
        [
            "2026-04-24: Period Rumah 20 2026-04-24..05-23 = 150000", "2026-05-17: Period Rumah 20 2026-05-24..06-23 = 150000", "2026-06-17: Period Rumah 20 2026-06-24..07-23 = 150000",
        ], UnpaidOnTheTenthOfMarch(LateRenewal.Payment).Daily("2026-04-24", "2026-07-01"));

    [Fact]
    public void Counted_from_the_old_end_the_day_stays_and_the_rest_of_the_period_is_billed_by_days() =>
        Assert.Equal(
        [
            "2026-04-24: Period Rumah 20 2026-04-24..05-09 16/30 DaysOfPeriod = 80000", "2026-05-03: Period Rumah 20 2026-05-10..06-09 = 150000", "2026-06-03: Period Rumah 20 2026-06-10..07-09 = 150000",
        ], UnpaidOnTheTenthOfMarch(LateRenewal.OldEnd).Daily("2026-04-24", "2026-07-01"));

    [Fact]
    public void Paid_in_time_the_next_period_begins_where_the_old_one_ends()
    {
        var line = new Statement(new(), Line);
        Assert.Equal(["Period Rumah 20 2026-01-10..02-09 = 150000"], line.On("2026-01-10"));
        Assert.Empty(line.On("2026-02-02"));
        Assert.Equal(["Period Rumah 20 2026-02-10..03-09 = 150000"], line.On("2026-02-03"));
    }

    [Fact]
    public void Two_lapses_move_the_day_twice()
    {
        var line = new Statement(new() { PrepaidIssueDaysBefore = 0 }, Line with { Lapses = [Sold.Days("2026-02-10", "2026-02-14"), Sold.Days("2026-03-15", "2026-03-30")] });
        Assert.Equal(
        [
            "2026-01-10: Period Rumah 20 2026-01-10..02-09 = 150000", "2026-02-15: Period Rumah 20 2026-02-15..03-14 = 150000", "2026-03-31: Period Rumah 20 2026-03-31..04-29 = 150000",
            "2026-04-30: Period Rumah 20 2026-04-30..05-30 = 150000", "2026-05-31: Period Rumah 20 2026-05-31..06-29 = 150000",
        ], line.Daily("2026-01-01", "2026-06-15"));
    }
}
