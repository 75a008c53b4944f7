using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Generator;

public sealed class AYearOfAMonthlyCustomerTests
{
    private static readonly TermFacts Small = Sold.Term("Rumah 20", 150_000, "2026-01-15") with
    {
        InstallationFee = Money.Idr(250_000),
        Deposit = Money.Idr(100_000),
        EarlyEndFee = Money.Idr(300_000),
    };

    private static readonly TermFacts Large = Sold.Term("Rumah 50", 250_000, "2026-03-31");

    [Fact]
    public void Paid_in_advance_with_an_upgrade_its_reversal_a_pause_and_an_end()
    {
        var year = new Statement(new(), Sold.Subscription(PlanPayment.Prepaid, "2026-01-15", Small) with { ContractEndsOn = Sold.Day("2027-01-14") });
        Assert.Equal(
        [
            "2026-01-08: Period Rumah 20 2026-01-15..02-14 = 150000", "2026-01-08: Installation = 250000", "2026-01-08: Deposit = 100000",
            "2026-02-08: Period Rumah 20 2026-02-15..03-14 = 150000",
            "2026-03-08: Period Rumah 20 2026-03-15..04-14 = 150000",
        ], year.Daily("2026-01-01", "2026-03-30"));

        year.Line = year.Line with { Terms = [Small with { ToOn = Sold.Day("2026-03-30") }, Large] };
        Assert.Equal(
        [
            "2026-03-31: Correction Rumah 20 2026-03-31..04-14 15/31 DaysOfPeriod = -72581", "2026-03-31: Period Rumah 50 2026-03-31..04-14 15/31 DaysOfPeriod = 120968",
            "2026-04-08: Period Rumah 50 2026-04-15..05-14 = 250000",
            "2026-05-08: Period Rumah 50 2026-05-15..06-14 = 250000",
            "2026-06-08: Period Rumah 50 2026-06-15..07-14 = 250000",
        ], year.Daily("2026-03-31", "2026-06-19"));

        year.Line = year.Line with { Terms = [Small with { ToOn = Sold.Day("2026-03-30") }, Large with { ToOn = Sold.Day("2026-06-19") }, Small with { FromOn = Sold.Day("2026-06-20") }] };
        Assert.Equal(
        [
            "2026-06-20: Correction Rumah 50 2026-06-20..07-14 25/30 DaysOfPeriod = -208333", "2026-06-20: Period Rumah 20 2026-06-20..07-14 25/30 DaysOfPeriod = 125000",
            "2026-07-08: Period Rumah 20 2026-07-15..08-14 = 150000",
            "2026-08-08: Period Rumah 20 2026-08-15..09-14 = 150000",
        ], year.Daily("2026-06-20", "2026-08-19"));

        // Twelve paused days come back with the next bill; the days around them cost 24,194 and 67,742 by themselves.
        year.Line = year.Line with { Pauses = [Sold.Days("2026-08-20", "2026-08-31")] };
        Assert.Equal(
        [
            "2026-09-08: Correction Rumah 20 2026-08-20..08-31 12/31 DaysOfPeriod = -58064", "2026-09-08: Period Rumah 20 2026-09-15..10-14 = 150000",
            "2026-10-08: Period Rumah 20 2026-10-15..11-14 = 150000",
            "2026-11-08: Period Rumah 20 2026-11-15..12-14 = 150000",
            "2026-12-08: Period Rumah 20 2026-12-15..01-14 = 150000",
        ], year.Daily("2026-08-20", "2026-12-30"));

        year.Line = year.Line with { TerminatedOn = Sold.Day("2026-12-31") };
        Assert.Equal(
        [
            "2027-01-01: Correction Rumah 20 2027-01-01..01-14 14/31 DaysOfPeriod = -67742", "2027-01-01: EarlyEnd Rumah 20 = 300000", "2027-01-01: DepositReturn = -100000",
        ], year.Daily("2026-12-31", "2027-03-31"));
    }

    [Fact]
    public void Paid_afterwards_the_same_year_has_parts_instead_of_corrections()
    {
        var year = new Statement(new(), Sold.Subscription(PlanPayment.Postpaid, "2026-01-15", Small with { ToOn = Sold.Day("2026-03-30") }, Large with { ToOn = Sold.Day("2026-06-19") },
            Small with { FromOn = Sold.Day("2026-06-20") }) with
        {
            ContractEndsOn = Sold.Day("2027-01-14"),
            TerminatedOn = Sold.Day("2026-12-31"),
            Pauses = [Sold.Days("2026-08-20", "2026-08-31")],
        });
        Assert.Equal(
        [
            "2026-01-15: Installation = 250000", "2026-01-15: Deposit = 100000",
            "2026-02-15: Period Rumah 20 2026-01-15..02-14 = 150000",
            "2026-03-15: Period Rumah 20 2026-02-15..03-14 = 150000",
            "2026-04-15: Period Rumah 20 2026-03-15..03-30 16/31 DaysOfPeriod = 77419", "2026-04-15: Period Rumah 50 2026-03-31..04-14 15/31 DaysOfPeriod = 120968",
            "2026-05-15: Period Rumah 50 2026-04-15..05-14 = 250000",
            "2026-06-15: Period Rumah 50 2026-05-15..06-14 = 250000",
            "2026-07-15: Period Rumah 50 2026-06-15..06-19 5/30 DaysOfPeriod = 41667", "2026-07-15: Period Rumah 20 2026-06-20..07-14 25/30 DaysOfPeriod = 125000",
            "2026-08-15: Period Rumah 20 2026-07-15..08-14 = 150000",
            "2026-09-15: Period Rumah 20 2026-08-15..08-19 5/31 DaysOfPeriod = 24194", "2026-09-15: Period Rumah 20 2026-09-01..09-14 14/31 DaysOfPeriod = 67742",
            "2026-10-15: Period Rumah 20 2026-09-15..10-14 = 150000",
            "2026-11-15: Period Rumah 20 2026-10-15..11-14 = 150000",
            "2026-12-15: Period Rumah 20 2026-11-15..12-14 = 150000",
            "2027-01-01: Period Rumah 20 2026-12-15..12-31 17/31 DaysOfPeriod = 82258", "2027-01-01: EarlyEnd Rumah 20 = 300000", "2027-01-01: DepositReturn = -100000",
        ], year.Daily("2026-01-01", "2027-03-31"));

        var advance = new Statement(new(), year.Line with { Payment = PlanPayment.Prepaid });
        _ = advance.Daily("2026-01-01", "2027-03-31");
        Assert.Equal(year.Total, advance.Total);
    }

    [Fact]
    public void Another_plan_at_the_same_price_is_named_from_its_first_day()
    {
        var line = new Statement(new(), Sold.Subscription(PlanPayment.Prepaid, "2026-11-01", Sold.Term("Rumah 20", 150_000, "2026-11-01")));
        _ = line.On("2026-11-01");
        line.Line = line.Line with { Terms = [Sold.Term("Rumah 20", 150_000, "2026-11-01", "2026-11-15"), Sold.Term("Kantor 20", 150_000, "2026-11-16")] };
        Assert.Equal(["Correction Rumah 20 2026-11-16..11-30 15/30 DaysOfPeriod = -75000", "Period Kantor 20 2026-11-16..11-30 15/30 DaysOfPeriod = 75000"], line.On("2026-11-16"));
    }

    [Fact]
    public void Another_agreed_price_of_the_same_plan_counts_from_its_first_day()
    {
        var listed = Sold.Term("Rumah 20", 150_000, "2026-11-01");
        var line = new Statement(new(), Sold.Subscription(PlanPayment.Prepaid, "2026-11-01", listed));
        _ = line.On("2026-11-01");
        line.Line = line.Line with { Terms = [listed with { ToOn = Sold.Day("2026-11-20") }, listed with { FromOn = Sold.Day("2026-11-21"), Price = Money.Idr(120_000) }] };
        Assert.Equal(["Correction Rumah 20 2026-11-21..11-30 10/30 DaysOfPeriod = -50000", "Period Rumah 20 2026-11-21..11-30 10/30 DaysOfPeriod = 40000"], line.On("2026-11-21"));
    }

    [Fact]
    public void An_upgrade_that_was_taken_back_leaves_what_there_was()
    {
        var line = new Statement(new(), Sold.Subscription(PlanPayment.Prepaid, "2026-11-01", Sold.Term("Rumah 20", 150_000, "2026-11-01")));
        _ = line.On("2026-11-01");
        var before = line.Line;
        line.Line = before with { Terms = [Sold.Term("Rumah 20", 150_000, "2026-11-01", "2026-11-15"), Sold.Term("Rumah 50", 250_000, "2026-11-16")] };
        Assert.Equal(["Correction Rumah 20 2026-11-16..11-30 15/30 DaysOfPeriod = -75000", "Period Rumah 50 2026-11-16..11-30 15/30 DaysOfPeriod = 125000"], line.On("2026-11-16"));
        line.Line = before;
        Assert.Equal(["Correction Rumah 50 2026-11-16..11-30 15/30 DaysOfPeriod = -125000", "Period Rumah 20 2026-11-16..11-30 15/30 DaysOfPeriod = 75000"], line.On("2026-11-17"));
        Assert.Equal(["period:2026-11-01", "correction:period:2026-11-01", "period:2026-11-16", "correction:period:2026-11-16", "period:2026-11-16#2"], line.Lines.Select(l => l.ChargeKey));
        Assert.Equal(150_000, line.Total);
    }
}
