using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Generator;

public sealed class AFamilyWithTwoLinesTests
{
    private static readonly BillingPolicy FirstOfMonth = new() { Alignment = PeriodAlignment.FixedDay, FixedDay = 1 };

    private static SubscriptionBillingFacts House { get; } = Sold.Numbered("SUB-202601-000001", PlanPayment.Postpaid, "2026-01-01", Sold.Term("Rumah 20", 150_000, "2026-01-01")) with
    {
        AddOns = [new(Sold.Id("ip"), "IP publik", 1, Money.Idr(50_000), false, Sold.Day("2026-01-11"), Sold.Day("2026-02-14"), "ppn"), new(Sold.Id("cable"), "Kabel 20 m", 2, Money.Idr(30_000), true, Sold.Day("2026-01-11"), null, "ppn")],
    };

    private static SubscriptionBillingFacts Shop { get; } = Sold.Numbered("SUB-202601-000002", PlanPayment.Postpaid, "2026-01-20", Sold.Term("Warung 10", 100_000, "2026-01-20") with { SetUpFee = Money.Idr(25_000) });

    [Fact]
    public void Both_are_on_one_bill_and_add_ons_are_billed_by_days_like_plans()
    {
        var family = new Statement(FirstOfMonth, House, Shop);
        Assert.Equal(
        [
            "2026-01-11: AddOnOnce Kabel 20 m PerUnit 2 x 30000 = 60000",
            "2026-01-20: SetUp = 25000",
            "2026-02-01: Period Rumah 20 2026-01-01..01-31 = 150000", "2026-02-01: AddOn IP publik 2026-01-11..01-31 21/31 DaysOfPeriod = 33871", "2026-02-01: Period Warung 10 2026-01-20..01-31 12/31 DaysOfPeriod = 38710",
            "2026-03-01: Period Rumah 20 2026-02-01..02-28 = 150000", "2026-03-01: AddOn IP publik 2026-02-01..02-14 14/28 DaysOfPeriod = 25000", "2026-03-01: Period Warung 10 2026-02-01..02-28 = 100000",
            "2026-04-01: Period Rumah 20 2026-03-01..03-31 = 150000", "2026-04-01: Period Warung 10 2026-03-01..03-31 = 100000",
        ], family.Daily("2026-01-01", "2026-04-05"));
    }

    [Fact]
    public void An_add_on_that_was_paid_ahead_and_given_up_comes_back()
    {
        var line = new Statement(new(), House with { Payment = PlanPayment.Prepaid, AddOns = [House.AddOns[0] with { FromOn = Sold.Day("2026-01-01"), ToOn = null, Quantity = 3 }] });
        Assert.Equal(["Period Rumah 20 2026-01-01..01-31 = 150000", "AddOn IP publik 2026-01-01..01-31 3 x 50000 = 150000"], line.On("2026-01-01"));
        line.Line = line.Line with { AddOns = [line.Line.AddOns[0] with { ToOn = Sold.Day("2026-01-21") }] };
        Assert.Equal(["Correction IP publik 2026-01-22..01-31 10/31 DaysOfPeriod 3 x -50000 = -48387", "Period Rumah 20 2026-02-01..02-28 = 150000"], line.On("2026-01-25"));
    }

    [Fact]
    public void The_rest_to_the_minimum_of_a_bill_is_a_line_of_its_own()
    {
        var small = new Statement(FirstOfMonth, House with { AddOns = [] }, Shop) { MinimumCharge = Money.Idr(200_000) };
        Assert.Equal(
        [
            "2026-01-20: SetUp = 25000",
            "2026-02-01: Period Rumah 20 2026-01-01..01-31 = 150000", "2026-02-01: Period Warung 10 2026-01-20..01-31 12/31 DaysOfPeriod = 38710", "2026-02-01: Minimum MinimumCharge = 11290",
            "2026-03-01: Period Rumah 20 2026-02-01..02-28 = 150000", "2026-03-01: Period Warung 10 2026-02-01..02-28 = 100000",
        ], small.Daily("2026-01-01", "2026-03-31"));
    }

    [Fact]
    public void What_comes_back_is_not_eaten_up_by_the_minimum()
    {
        var line = new Statement(new(), House with { Payment = PlanPayment.Prepaid, AddOns = [] }) { MinimumCharge = Money.Idr(150_000) };
        _ = line.On("2026-01-01");
        line.Line = line.Line with { Pauses = [Sold.Days("2026-01-10", "2026-01-20")] };
        Assert.Equal(["Correction Rumah 20 2026-01-10..01-20 11/31 DaysOfPeriod = -53226", "Period Rumah 20 2026-02-01..02-28 = 150000"], line.On("2026-01-25"));
    }

    [Fact]
    public void Charges_that_somebody_made_are_billed_once_those_of_the_account_last()
    {
        var family = new Statement(FirstOfMonth, House with { AddOns = [], Charges = [new(Sold.Id("fee"), ChargeKind.Reconnect, "Buka isolir", Money.Idr(25_000), Sold.Day("2026-01-05"))] })
        {
            Charges = [new(Sold.Id("late"), ChargeKind.LateFee, "INV-202601-000001", Money.Idr(14_000), Sold.Day("2026-01-06"))],
        };
        Assert.Equal(["Reconnect Buka isolir = 25000", "LateFee INV-202601-000001 = 14000"], family.On("2026-01-10"));
        Assert.Equal([$"reconnect:{Sold.Id("fee"):N}", $"late-fee:{Sold.Id("late"):N}"], family.Lines.Select(line => line.ChargeKey));
        Assert.Null(family.Lines[1].SubscriptionId);
    }

    [Fact]
    public void A_policy_of_its_own_goes_before_that_of_the_account()
    {
        var family = new Statement(FirstOfMonth, House with { AddOns = [] }, Shop with { Policy = new() });
        Assert.Equal(
        [
            "2026-01-20: SetUp = 25000", "2026-02-01: Period Rumah 20 2026-01-01..01-31 = 150000", "2026-02-20: Period Warung 10 2026-01-20..02-19 = 100000",
        ], family.Daily("2026-01-01", "2026-02-28"));
    }
}
