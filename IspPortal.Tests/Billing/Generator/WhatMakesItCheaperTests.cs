using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Tests.Billing.Generator;

public sealed class WhatMakesItCheaperTests
{
    private static SubscriptionBillingFacts Line { get; } = Sold.Subscription(PlanPayment.Prepaid, "2026-01-01", Sold.Term("Rumah 20", 150_000, "2026-01-01"));

    private static PromotionFacts Promotion(PromotionKind kind, string from = "2026-01-01") => new(Sold.Id(kind + from), kind.ToString(), kind, Sold.Day(from));

    [Fact]
    public void A_share_comes_off_for_as_many_periods_as_promised()
    {
        var line = new Statement(new(), Line with { Promotions = [Promotion(PromotionKind.Percent) with { Percent = 20, Periods = 2 }] });
        Assert.Equal(
        [
            "2026-01-01: Period Rumah 20 2026-01-01..01-31 = 150000", "2026-01-01: Discount Percent 2026-01-01..01-31 = -30000",
            "2026-01-25: Period Rumah 20 2026-02-01..02-28 = 150000", "2026-01-25: Discount Percent 2026-02-01..02-28 = -30000",
            "2026-02-22: Period Rumah 20 2026-03-01..03-31 = 150000",
        ], line.Daily("2026-01-01", "2026-03-10"));
    }

    [Fact]
    public void Free_months_cost_nothing_and_say_so()
    {
        var line = new Statement(new(), Line with { Promotions = [Promotion(PromotionKind.FreeMonths, "2026-02-01") with { Periods = 1 }] });
        Assert.Equal(
        [
            "2026-01-01: Period Rumah 20 2026-01-01..01-31 = 150000",
            "2026-01-25: Period Rumah 20 2026-02-01..02-28 = 150000", "2026-01-25: Discount FreeMonths 2026-02-01..02-28 = -150000",
            "2026-02-22: Period Rumah 20 2026-03-01..03-31 = 150000",
        ], line.Daily("2026-01-01", "2026-03-10"));
    }

    [Fact]
    public void Together_they_take_off_no_more_than_the_price()
    {
        var line = new Statement(new(), Line with
        {
            Promotions = [Promotion(PromotionKind.Percent) with { Percent = 50 }, Promotion(PromotionKind.Amount, "2026-01-02") with { Amount = Money.Idr(100_000) }],
        });
        Assert.Equal(
        [
            "Period Rumah 20 2026-01-01..01-31 = 150000", "Discount Percent 2026-01-01..01-31 = -75000",
            // 75,000 are left for the rest of January: 30 of 31 days.
            "Discount Amount 2026-01-02..01-31 30/31 DaysOfPeriod = -72581",
        ], line.On("2026-01-01"));
    }

    [Fact]
    public void A_discount_goes_with_its_days_when_they_come_back()
    {
        var line = new Statement(new(), Line with { Promotions = [Promotion(PromotionKind.Amount) with { Amount = Money.Idr(30_000) }] });
        _ = line.On("2026-01-01");
        line.Line = line.Line with { Terms = [Sold.Term("Rumah 20", 150_000, "2026-01-01", "2026-01-16"), Sold.Term("Rumah 50", 250_000, "2026-01-17")] };
        Assert.Equal(
        [
            "Correction Rumah 20 2026-01-17..01-31 15/31 DaysOfPeriod = -72581", "Period Rumah 50 2026-01-17..01-31 15/31 DaysOfPeriod = 120968",
        ], line.On("2026-01-17"));
        line.Line = line.Line with { TerminatedOn = Sold.Day("2026-01-20") };
        Assert.Equal(
        [
            "Correction Amount 2026-01-21..01-31 11/31 DaysOfPeriod = 10645", "Correction Rumah 50 2026-01-21..01-31 11/31 DaysOfPeriod = -88710",
        ], line.On("2026-01-21").Order());
    }

    [Fact]
    public void Given_in_the_middle_of_a_period_it_holds_from_that_day()
    {
        var line = new Statement(new() { SmallChargesWait = false }, Line);
        _ = line.On("2026-01-01");
        line.Line = Line with { Promotions = [Promotion(PromotionKind.Percent, "2026-01-22") with { Percent = 10, ToOn = Sold.Day("2026-02-14") }] };
        Assert.Equal(["Discount Percent 2026-01-22..01-31 10/31 DaysOfPeriod = -4839"], line.On("2026-01-22"));
        Assert.Equal(["Period Rumah 20 2026-02-01..02-28 = 150000", "Discount Percent 2026-02-01..02-14 14/28 DaysOfPeriod = -7500"], line.On("2026-01-25"));
    }

    [Fact]
    public void An_outage_of_a_day_or_more_comes_back_once_in_whole_days_with_the_next_bill()
    {
        var line = new Statement(new(), Line with
        {
            Outages =
            [
                new(Sold.Id("cable"), "Kabel putus", Sold.Day("2026-01-10"), Sold.Day("2026-01-12"), 50), new(Sold.Id("short"), "Listrik", Sold.Day("2026-01-15"), Sold.Day("2026-01-15"), 23),
                new(Sold.Id("same"), "ODP", Sold.Day("2026-01-11"), Sold.Day("2026-01-12"), 24),
            ],
        });
        Assert.Equal(
        [
            // 50 hours are two whole days; the second outage lay on the 11th and 12th, of which the 11th is back already.
            "2026-01-01: Period Rumah 20 2026-01-01..01-31 = 150000",
            "2026-01-25: OutageCredit Kabel putus 2026-01-10..01-11 2/31 DaysOfPeriod = -9677", "2026-01-25: OutageCredit ODP 2026-01-12..01-12 1/31 DaysOfPeriod = -4839", "2026-01-25: Period Rumah 20 2026-02-01..02-28 = 150000",
        ], line.Daily("2026-01-01", "2026-02-10"));
    }

    [Fact]
    public void An_outage_in_free_or_paused_days_gives_nothing_back()
    {
        OutageHit[] outages = [new(Sold.Id("cable"), "Kabel putus", Sold.Day("2026-01-10"), Sold.Day("2026-01-12"), 60)];
        var free = new Statement(new() { SmallChargesWait = false }, Line with { Outages = outages, Promotions = [Promotion(PromotionKind.FreeMonths) with { Periods = 1 }] });
        Assert.DoesNotContain(free.Daily("2026-01-01", "2026-02-10"), line => line.Contains("OutageCredit", StringComparison.Ordinal));
        var paused = new Statement(new() { SmallChargesWait = false }, Line with { Outages = outages, Pauses = [Sold.Days("2026-01-05", "2026-01-11")] });
        Assert.Contains("2026-01-13: OutageCredit Kabel putus 2026-01-12..01-12 1/31 DaysOfPeriod = -4839", paused.Daily("2026-01-01", "2026-02-10"));
        var never = new Statement(new() { SmallChargesWait = false, OutageCreditFromHours = null }, Line with { Outages = outages });
        Assert.Equal(["2026-01-01: Period Rumah 20 2026-01-01..01-31 = 150000"], never.Daily("2026-01-01", "2026-01-20"));
    }

    [Fact]
    public void Usage_and_top_ups_are_billed_once_each_with_the_next_bill()
    {
        var line = new Statement(new(), Line with
        {
            Usage = [new(Sold.Id("over"), Sold.Day("2026-01-01"), Sold.Day("2026-01-31"), 5_000_000_000, Money.Idr(2_000), Money.Idr(10_000), "ppn")],
            TopUps = [new(Sold.Id("top"), Sold.Day("2026-01-28"), 10_000_000_000, Money.Idr(20_000), "ppn")],
        });
        Assert.Equal(
        [
            "2026-01-01: Period Rumah 20 2026-01-01..01-31 = 150000",
            "2026-01-25: Period Rumah 20 2026-02-01..02-28 = 150000",
            "2026-02-22: Usage 2026-01-01..01-31 PerGigabyte 5000000000 x 2000 = 10000", "2026-02-22: TopUp 2026-01-28..01-28 10000000000 x 20000 = 20000", "2026-02-22: Period Rumah 20 2026-03-01..03-31 = 150000",
        ], line.Daily("2026-01-01", "2026-03-10"));
    }

    [Fact]
    public void Leaving_after_the_contract_costs_no_fee_and_the_deposit_comes_back_once()
    {
        var line = new Statement(new(), Line with
        {
            Terms = [Line.Terms[0] with { Deposit = Money.Idr(200_000), EarlyEndFee = Money.Idr(300_000) }], ContractEndsOn = Sold.Day("2026-01-31"), TerminatedOn = Sold.Day("2026-01-31"),
        });
        Assert.Equal(
        [
            "2026-01-01: Period Rumah 20 2026-01-01..01-31 = 150000", "2026-01-01: Deposit = 200000", "2026-02-01: DepositReturn = -200000",
        ], line.Daily("2026-01-01", "2026-06-10"));
        Assert.Equal("", line.Lines.Single(l => l.Kind == ChargeKind.Deposit).TaxCode);
    }
}
