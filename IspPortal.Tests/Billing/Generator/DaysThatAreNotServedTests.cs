using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Generator;

public sealed class DaysThatAreNotServedTests
{
    private static SubscriptionBillingFacts Postpaid { get; } = Sold.Subscription(PlanPayment.Postpaid, "2026-04-01", Sold.Term("Rumah 20", 150_000, "2026-04-01"));

    private static SubscriptionBillingFacts Prepaid { get; } = Postpaid with { Payment = PlanPayment.Prepaid };

    [Fact]
    public void A_pause_may_cost_a_fee_per_day()
    {
        var line = new Statement(new() { PauseFeePerDay = Money.Idr(1_000) }, Postpaid with { Pauses = [Sold.Days("2026-04-11", "2026-04-20")] });
        Assert.Equal(
        [
            "Period Rumah 20 2026-04-01..04-10 10/30 DaysOfPeriod = 50000", "PauseFee Rumah 20 2026-04-11..04-20 10/10 PerDay = 10000", "Period Rumah 20 2026-04-21..04-30 10/30 DaysOfPeriod = 50000",
        ], line.On("2026-05-01"));
    }

    [Fact]
    public void A_pause_may_cost_a_share_of_the_price()
    {
        var line = new Statement(new() { PauseFeePercent = 20 }, Postpaid with { Pauses = [Sold.Days("2026-04-16", "2026-05-31")] });
        Assert.Equal(
        [
            "2026-05-01: Period Rumah 20 2026-04-01..04-15 15/30 DaysOfPeriod = 75000", "2026-05-01: PauseFee Rumah 20 2026-04-16..04-30 15/30 DaysOfPeriod = 15000",
            "2026-06-01: PauseFee Rumah 20 2026-05-01..05-31 = 30000",
            "2026-07-01: Period Rumah 20 2026-06-01..06-30 = 150000",
        ], line.Daily("2026-04-01", "2026-07-15"));
    }

    [Fact]
    public void A_pause_of_days_paid_ahead_waits_for_the_next_bill_with_its_fee()
    {
        var line = new Statement(new() { PauseFeePerDay = Money.Idr(1_000) }, Prepaid);
        _ = line.On("2026-04-01");
        line.Line = Prepaid with { Pauses = [Sold.Days("2026-04-11", "2026-04-20")] };
        Assert.Equal(
        [
            "2026-04-24: Correction Rumah 20 2026-04-11..04-20 10/30 DaysOfPeriod = -50000", "2026-04-24: PauseFee Rumah 20 2026-04-11..04-20 10/10 PerDay = 10000", "2026-04-24: Period Rumah 20 2026-05-01..05-31 = 150000",
        ], line.Daily("2026-04-10", "2026-04-30"));
    }

    [Fact]
    public void Back_early_from_a_pause_the_days_that_came_back_are_billed_after_all()
    {
        var line = new Statement(new() { SmallChargesWait = false }, Prepaid);
        _ = line.On("2026-04-01");
        line.Line = Prepaid with { Pauses = [Sold.Days("2026-04-11", "2026-04-20")] };
        Assert.Equal(["Correction Rumah 20 2026-04-11..04-20 10/30 DaysOfPeriod = -50000"], line.On("2026-04-11"));
        line.Line = Prepaid with { Pauses = [Sold.Days("2026-04-11", "2026-04-14")] };
        Assert.Equal(["Period Rumah 20 2026-04-15..04-20 6/30 DaysOfPeriod = 30000"], line.On("2026-04-15"));
        line.Line = Prepaid;
        Assert.Equal(["Period Rumah 20 2026-04-11..04-14 4/30 DaysOfPeriod = 20000"], line.On("2026-04-16"));
        Assert.Equal(150_000, line.Total);
    }

    [Theory]
    [InlineData(IsolatedBilling.Yes, 0, "Period Rumah 20 2026-04-01..04-30 = 150000")]
    [InlineData(IsolatedBilling.No, 0, "Period Rumah 20 2026-04-01..04-10 10/30 DaysOfPeriod = 50000|Period Rumah 20 2026-04-26..04-30 5/30 DaysOfPeriod = 25000")]
    [InlineData(IsolatedBilling.UntilDay, 5, "Period Rumah 20 2026-04-01..04-15 15/30 DaysOfPeriod = 75000|Period Rumah 20 2026-04-26..04-30 5/30 DaysOfPeriod = 25000")]
    [InlineData(IsolatedBilling.UntilDay, 15, "Period Rumah 20 2026-04-01..04-30 = 150000")]
    public void Isolated_days_are_billed_as_the_policy_says(IsolatedBilling policy, int days, string expected)
    {
        var line = new Statement(new() { WhileIsolated = policy, IsolatedBilledDays = days }, Postpaid with { Isolated = [Sold.Days("2026-04-11", "2026-04-25")] });
        Assert.Equal(expected.Split('|'), line.On("2026-05-01"));
    }

    [Fact]
    public void While_an_isolir_lasts_its_days_are_neither_billed_nor_given_back()
    {
        var line = new Statement(new() { WhileIsolated = IsolatedBilling.No, SmallChargesWait = false }, Prepaid);
        _ = line.On("2026-04-01");
        line.Line = Prepaid with { Isolated = [Sold.Days("2026-04-21")] };
        Assert.Empty(line.Daily("2026-04-21", "2026-05-05"));
        line.Line = Prepaid with { Isolated = [Sold.Days("2026-04-21", "2026-05-05")] };
        Assert.Equal(["Correction Rumah 20 2026-04-21..04-30 10/30 DaysOfPeriod = -50000", "Period Rumah 20 2026-05-06..05-31 26/31 DaysOfPeriod = 125806"], line.On("2026-05-06"));
    }

    [Fact]
    public void What_was_paid_before_the_cutover_is_never_billed()
    {
        var imported = Postpaid with { StartsOn = Sold.Day("2024-04-01"), ImportedPaidUntilOn = Sold.Day("2026-04-10"), Terms = [Sold.Term("Rumah 20", 150_000, "2024-04-01") with { InstallationFee = Money.Idr(250_000), Deposit = Money.Idr(100_000) }] };
        Assert.Equal(["2026-05-01: Period Rumah 20 2026-04-11..04-30 20/30 DaysOfPeriod = 100000"], new Statement(new(), imported).Daily("2026-04-01", "2026-05-15"));
        Assert.Empty(new Statement(new(), imported with { TerminatedOn = Sold.Day("2026-04-05") }).Daily("2026-04-01", "2026-05-15"));
    }

    [Fact]
    public void What_is_closed_is_neither_billed_nor_given_back()
    {
        var line = new Statement(new() { SmallChargesWait = false }, Prepaid);
        _ = line.On("2026-04-01");
        line.Line = Prepaid with { ClosedUntilOn = Sold.Day("2026-04-15"), Pauses = [Sold.Days("2026-04-11", "2026-04-20")] };
        // Only the 16th to the 20th: by themselves 75,000 and 50,000 are left.
        Assert.Equal(["Correction Rumah 20 2026-04-16..04-20 5/30 DaysOfPeriod = -25000"], line.On("2026-04-20"));
    }

    [Fact]
    public void A_trial_costs_nothing_and_makes_no_line()
    {
        var terms = new[] { Sold.Term("Rumah 20", 150_000, "2026-04-01", "2026-04-07") with { IsTrial = true }, Sold.Term("Rumah 20", 150_000, "2026-04-08") };
        Assert.Equal(["2026-05-01: Period Rumah 20 2026-04-08..04-30 23/30 DaysOfPeriod = 115000"], new Statement(new(), Postpaid with { Terms = terms }).Daily("2026-04-01", "2026-05-10"));
        Assert.Empty(new Statement(new(), Postpaid with { Terms = [terms[0]], EndsOn = Sold.Day("2026-04-07") }).Daily("2026-04-01", "2026-05-10"));
    }

    [Fact]
    public void Days_in_no_term_are_not_billed() =>
        Assert.Equal(["Period Rumah 20 2026-04-01..04-10 10/30 DaysOfPeriod = 50000"], new Statement(new(), Postpaid with { Terms = [Sold.Term("Rumah 20", 150_000, "2026-04-01", "2026-04-10")] }).On("2026-05-01"));

    [Fact]
    public void A_correction_gives_back_no_more_than_credit_notes_left()
    {
        var line = new Statement(new(), Prepaid);
        _ = line.On("2026-04-01");
        line.Billed[0] = line.Billed[0] with { Credited = Money.Idr(100_000) };
        line.Line = Prepaid with { TerminatedOn = Sold.Day("2026-04-10") };
        Assert.Equal(["Correction Rumah 20 2026-04-11..04-30 20/30 DaysOfPeriod = -50000"], line.On("2026-04-11"));
    }

    [Fact]
    public void A_line_that_never_began_is_not_billed_and_gives_all_back()
    {
        Assert.Empty(new Statement(new(), Postpaid with { TerminatedOn = Sold.Day("2026-03-31"), Terms = [Postpaid.Terms[0] with { SetUpFee = Money.Idr(25_000) }] }).Daily("2026-03-25", "2026-05-05"));
        var line = new Statement(new(), Prepaid);
        Assert.Equal(["Period Rumah 20 2026-04-01..04-30 = 150000"], line.On("2026-03-25"));
        line.Line = Prepaid with { TerminatedOn = Sold.Day("2026-03-31") };
        Assert.Equal(["2026-04-01: Correction Rumah 20 2026-04-01..04-30 = -150000"], line.Daily("2026-03-26", "2026-05-05"));
    }
}
