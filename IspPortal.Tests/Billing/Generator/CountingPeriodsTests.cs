using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Generator;

public sealed class CountingPeriodsTests
{
    private static readonly BillingPolicy OnTheDay = new() { PrepaidIssueDaysBefore = 0 };

    private static Statement Line(BillingPolicy policy, string startsOn, PlanCycle cycle = PlanCycle.Monthly, int? days = null, long price = 150_000, PlanPayment payment = PlanPayment.Prepaid) =>
        new(policy, Sold.Subscription(payment, startsOn, Sold.Term("P", price, startsOn, null, cycle, days)));

    [Fact]
    public void A_thirty_first_comes_back_after_short_months() =>
        Assert.Equal(
        [
            "2026-01-31: Period P 2026-01-31..02-27 = 150000", "2026-02-28: Period P 2026-02-28..03-30 = 150000", "2026-03-31: Period P 2026-03-31..04-29 = 150000", "2026-04-30: Period P 2026-04-30..05-30 = 150000",
        ], Line(OnTheDay, "2026-01-31").Daily("2026-01-01", "2026-05-30"));

    [Fact]
    public void A_leap_february_has_its_day() =>
        Assert.Equal(
        [
            "2028-01-31: Period P 2028-01-31..02-28 = 150000", "2028-02-29: Period P 2028-02-29..03-30 = 150000", "2028-03-31: Period P 2028-03-31..04-29 = 150000",
        ], Line(OnTheDay, "2028-01-31").Daily("2028-01-01", "2028-04-29"));

    [Fact]
    public void A_year_from_a_leap_day_ends_on_the_last_of_february()
    {
        var line = Line(OnTheDay, "2028-02-29", PlanCycle.Yearly, price: 1_500_000);
        Assert.Equal(["2028-02-29: Period P 2028-02-29..02-27 = 1500000", "2029-02-28: Period P 2029-02-28..02-27 = 1500000"], line.Daily("2028-02-01", "2029-03-01"));
        Assert.Equal(["2030-02-28: Period P 2030-02-28..02-27 = 1500000", "2031-02-28: Period P 2031-02-28..02-28 = 1500000", "2032-02-29: Period P 2032-02-29..02-27 = 1500000"], line.Daily("2030-02-01", "2032-03-01"));
    }

    [Fact]
    public void On_a_fixed_day_25_the_days_before_are_a_part() =>
        Assert.Equal(
        [
            // 150,000 x 17/31: 8 to 24 January of 25 December to 24 January.
            "2026-01-08: Period P 2026-01-08..01-24 17/31 DaysOfPeriod = 82258", "2026-01-25: Period P 2026-01-25..02-24 = 150000", "2026-02-25: Period P 2026-02-25..03-24 = 150000",
        ], Line(OnTheDay with { Alignment = PeriodAlignment.FixedDay, FixedDay = 25 }, "2026-01-08").Daily("2026-01-01", "2026-03-20"));

    [Fact]
    public void A_fixed_day_31_is_the_last_of_every_month() =>
        Assert.Equal(
        [
            "2027-01-31: Period P 2027-01-31..02-27 = 150000", "2027-02-28: Period P 2027-02-28..03-30 = 150000", "2027-03-31: Period P 2027-03-31..04-29 = 150000", "2027-04-30: Period P 2027-04-30..05-30 = 150000",
        ], Line(OnTheDay with { Alignment = PeriodAlignment.FixedDay, FixedDay = 31 }, "2027-01-31").Daily("2027-01-01", "2027-05-30"));

    [Fact]
    public void Installed_after_day_20_the_part_and_the_next_month_are_on_one_bill()
    {
        var policy = OnTheDay with { Alignment = PeriodAlignment.FixedDay, FixedDay = 1, InstalledAfterDay = 20 };
        Assert.Equal(["Period P 2026-01-21..01-31 11/31 DaysOfPeriod = 53226", "Period P 2026-02-01..02-28 = 150000"], Line(policy, "2026-01-21").On("2026-01-21"));
        Assert.Equal(["Period P 2026-01-20..01-31 12/31 DaysOfPeriod = 58065"], Line(policy, "2026-01-20").On("2026-01-20"));
        Assert.Equal(["2026-03-01: Period P 2026-01-21..01-31 11/31 DaysOfPeriod = 53226", "2026-03-01: Period P 2026-02-01..02-28 = 150000"],
            Line(policy, "2026-01-21", payment: PlanPayment.Postpaid).Daily("2026-01-21", "2026-03-15"));
        Assert.Equal(["2026-02-01: Period P 2026-01-20..01-31 12/31 DaysOfPeriod = 58065", "2026-03-01: Period P 2026-02-01..02-28 = 150000"],
            Line(policy, "2026-01-20", payment: PlanPayment.Postpaid).Daily("2026-01-20", "2026-03-15"));
    }

    [Fact]
    public void With_the_calendar_quarters_begin_in_january_april_july_and_october() =>
        Assert.Equal(
        [
            // 16 February to 31 March are 44 of 90 days.
            "2026-02-16: Period P 2026-02-16..03-31 44/90 DaysOfPeriod = 195556", "2026-04-01: Period P 2026-04-01..06-30 = 400000", "2026-07-01: Period P 2026-07-01..09-30 = 400000",
        ], Line(OnTheDay with { Alignment = PeriodAlignment.Calendar }, "2026-02-16", PlanCycle.Quarterly, price: 400_000).Daily("2026-01-01", "2026-09-01"));

    [Fact]
    public void With_the_calendar_weeks_begin_on_monday() =>
        Assert.Equal(
        [
            "2026-11-26: Period P 2026-11-26..11-29 4/7 DaysOfPeriod = 20000", "2026-11-30: Period P 2026-11-30..12-06 = 35000",
        ], Line(OnTheDay with { Alignment = PeriodAlignment.Calendar }, "2026-11-26", PlanCycle.Weekly, price: 35_000).Daily("2026-11-01", "2026-12-05"));

    [Theory]
    [InlineData(PlanCycle.Daily, null, "2026-03-01..03-01", "2026-03-02..03-02")]
    [InlineData(PlanCycle.Weekly, null, "2026-03-01..03-07", "2026-03-08..03-14")]
    [InlineData(PlanCycle.CustomDays, 10, "2026-03-01..03-10", "2026-03-11..03-20")]
    [InlineData(PlanCycle.CustomDays, 45, "2026-03-01..04-14", "2026-04-15..05-29")]
    [InlineData(PlanCycle.Monthly, null, "2026-03-01..03-31", "2026-04-01..04-30")]
    [InlineData(PlanCycle.Quarterly, null, "2026-03-01..05-31", "2026-06-01..08-31")]
    [InlineData(PlanCycle.HalfYearly, null, "2026-03-01..08-31", "2026-09-01..02-28")]
    [InlineData(PlanCycle.Yearly, null, "2026-03-01..02-28", "2027-03-01..02-29")]
    public void Every_length_is_counted_from_the_first_day(PlanCycle cycle, int? days, string first, string second)
    {
        var line = Line(OnTheDay, "2026-03-01", cycle, days);
        Assert.Equal([$"Period P {first} = 150000"], line.On("2026-03-01"));
        Assert.Equal([$"Period P {second} = 150000"], line.On(second[..10]));
    }

    [Fact]
    public void Another_length_begins_anew_with_its_plan()
    {
        var line = new Statement(OnTheDay, Sold.Subscription(PlanPayment.Prepaid, "2026-01-10", Sold.Term("Bulanan", 150_000, "2026-01-10", "2026-02-24"), Sold.Term("Tahunan", 1_500_000, "2026-02-25", null, PlanCycle.Yearly)));
        Assert.Equal(
        [
            "2026-01-10: Period Bulanan 2026-01-10..02-09 = 150000", "2026-02-10: Period Bulanan 2026-02-10..02-24 15/28 DaysOfPeriod = 80357", "2026-02-25: Period Tahunan 2026-02-25..02-24 = 1500000",
        ], line.Daily("2026-01-01", "2026-12-31"));
    }

    [Fact]
    public void An_add_on_at_the_same_price_is_for_the_new_length_from_its_first_day()
    {
        var weekly = Sold.Term("Mingguan", 35_000, "2026-03-02", null, PlanCycle.Weekly);
        var line = new Statement(OnTheDay, Sold.Subscription(PlanPayment.Prepaid, "2026-03-02", weekly) with { AddOns = [new(Sold.Id("ip"), "IP publik", 1, Money.Idr(7_000), false, Sold.Day("2026-03-02"))] });
        _ = line.Daily("2026-03-02", "2026-03-12");
        line.Line = line.Line with { Terms = [weekly with { ToOn = Sold.Day("2026-03-12") }, Sold.Term("Bulanan", 150_000, "2026-03-13")] };
        Assert.Equal(
        [
            "Correction IP publik 2026-03-13..03-15 3/7 DaysOfPeriod = -3000", "Correction Mingguan 2026-03-13..03-15 3/7 DaysOfPeriod = -15000",
            "Period Bulanan 2026-03-13..04-12 = 150000", "AddOn IP publik 2026-03-13..04-12 = 7000",
        ], line.On("2026-03-13"));
    }

    [Fact]
    public void Another_length_that_begins_with_a_period_keeps_the_day_of_the_month()
    {
        var line = new Statement(OnTheDay, Sold.Subscription(PlanPayment.Prepaid, "2026-01-31", Sold.Term("Bulanan", 150_000, "2026-01-31", "2026-02-27"), Sold.Term("Triwulan", 400_000, "2026-02-28", null, PlanCycle.Quarterly)));
        Assert.Equal(
        [
            "2026-01-31: Period Bulanan 2026-01-31..02-27 = 150000", "2026-02-28: Period Triwulan 2026-02-28..05-30 = 400000", "2026-05-31: Period Triwulan 2026-05-31..08-30 = 400000",
        ], line.Daily("2026-01-01", "2026-08-01"));
    }

    [Theory]
    [InlineData("2026-01-10", 20, "2026-01-20")]
    [InlineData("2026-01-20", 20, "2026-01-20")]
    [InlineData("2026-01-21", 20, "2026-02-20")]
    [InlineData("2026-02-05", 31, "2026-02-28")]
    [InlineData("2026-01-10", null, "2026-01-24")]
    public void A_bill_is_due_so_many_days_later_or_on_a_day_of_the_month(string issuedOn, int? day, string dueOn) =>
        Assert.Equal(Sold.Day(dueOn), new BillingPolicy { DueDayOfMonth = day, DueDaysAfterIssue = 14 }.DueOn(Sold.Day(issuedOn)));

    [Fact]
    public void A_policy_out_of_its_range_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InvoiceGenerator.Generate(new(Guid.Empty, []), new() { FixedDay = 32 }, [], Sold.Day("2026-01-01")));
}
