using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Subscriptions;
using IspPortal.Tests.Billing.Runs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Books;

/// <summary>Revenue by month, plan and area.</summary>
public sealed class WhatMonthsEarnedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_month_knows_its_growth_its_ARPU_and_its_churn()
    {
        var month = new RevenueMonth(new(2026, 11), Money.Idr(1_100_000), Money.Idr(100_000), Money.Idr(50_000), Money.Idr(1_000_000), 10, 4, 2);
        Assert.Equal((1_050_000L, 5.0, 12, 95_455L, 20.0), (month.Total.Minor, month.GrowthPercent, month.LinesAtEnd, month.PerLine?.Minor, month.ChurnPercent));
        var first = month with { Before = Money.Zero, LinesAtStart = 0, LinesStarted = 0, LinesEnded = 0 };
        Assert.Equal((null, null, null), (first.GrowthPercent, first.PerLine, first.ChurnPercent));
        Assert.Equal(new RevenuePeriod(new(2025, 12), new(2026, 11)), RevenuePeriod.YearUntil(new(2026, 11, 22)));
        Assert.Equal((12, 1, 0), (RevenuePeriod.YearUntil(new(2026, 2, 28)).Months, new RevenuePeriod(new(2026, 1), new(2026, 1)).Months, new RevenuePeriod(new(2026, 2), new(2026, 1)).Months));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Months_are_what_the_ledger_has_and_shares_what_was_billed(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var home = await scene.PlanAsync("RUMAH-20", 200_000);
        var office = await scene.PlanAsync("KANTOR-50", 500_000);
        var (_, line) = await scene.SellAsync("Budi Santoso", home);
        await scene.SellAsync("Siti Aminah", home);
        await scene.SellAsync("Maju Jaya", office);
        var began = scene.Lines.Today;
        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        await scene.Lines.GoToAsync(began.AddMonths(2));
        await scene.BillAsync(scene.Lines.Today);
        await using (var context = scene.Database.Open())
        {
            await context.Set<Subscription>().Where(s => s.Id == line).ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SubscriptionStatus.Terminated).SetProperty(s => s.TerminatedAtUtc, scene.Lines.Clock.NowUtc), Token);
        }

        // First bills have the technician's work too: 450,000 + 450,000 + 750,000.
        var months = (await scene.Revenue().GetMonthsAsync(null, Token)).Value;
        Assert.Equal(12, months.Count);
        Assert.Equal([0L, 1_650_000L, 900_000L], months.TakeLast(3).Select(m => m.Total.Minor));
        Assert.Equal([(0, 3, 0), (3, 0, 0), (3, 0, 1)], months.TakeLast(3).Select(m => (m.LinesAtStart, m.LinesStarted, m.LinesEnded)));
        Assert.Equal((900_000L * 2 / 5, -45), (months[^1].PerLine!.Value.Minor, (int)months[^1].GrowthPercent!.Value));
        Assert.Equal(1_650_000L, Assert.Single((await scene.Revenue().GetMonthsAsync(new(months[^2].Month, months[^2].Month), Token)).Value).Total.Minor);

        var plans = (await scene.Revenue().SharesAsync(RevenueGroup.Plan, null, new(), Token)).Value;
        Assert.Equal([("RUMAH-20", 1_300_000L, 2), ("KANTOR-50", 1_250_000L, 1)], plans.Items.Select(s => (s.Name!, s.Billed.Minor, s.Lines)));
        Assert.Equal(100, plans.Items.Sum(s => s.Percent), 6);
        Assert.Equal(plans.Items.Sum(s => s.Billed.Minor), months.Sum(m => m.Total.Minor));
        var areas = (await scene.Revenue().SharesAsync(RevenueGroup.Area, new(months[^1].Month, months[^1].Month), new(), Token)).Value;
        Assert.Equal([("Kota Bekasi", 900_000L, 3)], areas.Items.Select(s => (s.Name!, s.Billed.Minor, s.Lines)));
        Assert.Equal("KANTOR-50", Assert.Single((await scene.Revenue().SharesAsync(RevenueGroup.Plan, null, new(2, 1), Token)).Value.Items).Name);

        var now = TaxMonth.Of(scene.Lines.Today);
        foreach (var bad in new RevenuePeriod[] { new(now, months[^2].Month), new(new(2001, 1), now), new(now, TaxMonth.Of(scene.Lines.Today.AddMonths(1))) })
        {
            Assert.Equal(RevenueErrors.BadPeriod, (await scene.Revenue().GetMonthsAsync(bad, Token)).Error);
            Assert.Equal(RevenueErrors.BadPeriod, (await scene.Revenue().SharesAsync(RevenueGroup.Area, bad, new(), Token)).Error);
        }

        Assert.Equal(ErrorKind.Forbidden, (await scene.Revenue("tax.read").GetMonthsAsync(null, Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Revenue("tax.read").SharesAsync(RevenueGroup.Plan, null, new(), Token)).Error?.Kind);
    }
}
