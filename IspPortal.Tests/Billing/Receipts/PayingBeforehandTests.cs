using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Receipts;

/// <summary>Prepaid: offered, paid or not, gone and back. The lines follow the money.</summary>
public sealed class PayingBeforehandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_offer_that_is_paid_becomes_an_invoice_and_the_line_has_its_days(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("PRABAYAR", 200_000, PlanPayment.Prepaid));
        var began = scene.Lines.Today;
        await scene.BillAsync(began);
        var offer = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal((InvoiceKind.ProForma, InvoiceStatus.Offered, began.AddDays(10)), (offer.Row.Kind, offer.Row.Status, offer.Row.DueOn));
        Assert.Empty((await scene.Ledger().ListAsync(new(BillingAccountId: budi), new(1, 10), Token)).Value.Items);

        // Too little is credit and waits.
        await TakingMoneyTests.PayAsync(scene, budi, 200_000);
        Assert.Equal(InvoiceStatus.Offered, Assert.Single(await scene.BillsOfAsync(budi)).Row.Status);
        await TakingMoneyTests.PayAsync(scene, budi, 299_500);
        var bills = await scene.BillsOfAsync(budi);
        var invoice = bills.Single(bill => bill.Row.Kind == InvoiceKind.Invoice);
        Assert.Equal((InvoiceStatus.Paid, 499_500L, offer.Row.Id), (invoice.Row.Status, invoice.Row.Total.Minor, invoice.BasedOn!.Value.Id));
        Assert.Equal(InvoiceStatus.Replaced, bills.Single(bill => bill.Row.Kind == InvoiceKind.ProForma).Row.Status);
        Assert.Equal(offer.Lines.Select(l => l.Line), invoice.Lines.Select(l => l.Line));
        await FollowAsync(scene);
        Assert.Equal(began.AddMonths(1).AddDays(-1), (await scene.Lines.GetAsync(line)).Row.EndsOn);

        // The next month: offered a week before, payable until the day before, and nothing is offered twice.
        await scene.Lines.GoToAsync(began.AddMonths(1).AddDays(-5));
        await scene.BillAsync(scene.Lines.Today);
        var next = (await scene.BillsOfAsync(budi)).Single(bill => bill.Row.Status == InvoiceStatus.Offered);
        Assert.Equal((began.AddMonths(1).AddDays(-1), 222_000L), (next.Row.DueOn, next.Row.Payable.Minor));
        await TakingMoneyTests.PayAsync(scene, budi, 222_000);
        await FollowAsync(scene);
        Assert.Equal(began.AddMonths(2).AddDays(-1), (await scene.Lines.GetAsync(line)).Row.EndsOn);
        await scene.Lines.GoToAsync(began.AddMonths(1).AddDays(3));
        Assert.Equal(SubscriptionStatus.Active, (await scene.Lines.GetAsync(line)).Row.Status);
        Assert.True((await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
    }

    [Theory]
    [InlineData("Sqlite", "renewal")]
    [InlineData("Sqlite", "old-end")]
    [InlineData("Postgres", "renewal")]
    public async Task An_offer_that_nobody_pays_lapses_and_who_pays_late_pays_no_gap(string provider, string from)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        scene.Lines.Settings = scene.Lines.Settings with { LateRenewalFrom = from };
        var (budi, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("PRABAYAR", 310_000, PlanPayment.Prepaid));
        var began = scene.Lines.Today;
        await scene.BillAsync(began);
        await TakingMoneyTests.PayAsync(scene, budi, 621_600);
        await FollowAsync(scene);
        var second = began.AddMonths(1);
        await scene.Lines.GoToAsync(second.AddDays(-3));
        await scene.BillAsync(scene.Lines.Today);

        // Its day passes: the offer lapses, the line's time is over although it would go on by itself.
        await scene.Lines.GoToAsync(second);
        await LapseAsync(scene);
        await FollowAsync(scene);
        Assert.Contains((await scene.BillsOfAsync(budi)), bill => bill.Row.Status == InvoiceStatus.Lapsed);
        Assert.Equal(SubscriptionStatus.Expired, (await scene.Lines.GetAsync(line)).Row.Status);
        await scene.BillAsync(second);
        Assert.DoesNotContain((await scene.BillsOfAsync(budi)), bill => bill.Row.Status is InvoiceStatus.Offered or InvoiceStatus.Open);

        // Ten days later they pay what it takes now.
        await scene.Lines.GoToAsync(second.AddDays(10));
        var payables = (await scene.Receipts().PayablesAsync(budi, Token)).Value;
        var days = second.AddMonths(1).DayNumber - second.DayNumber;
        var expected = from == "renewal" ? 344_100 : (long)Math.Round(310_000m * (days - 10) / days, MidpointRounding.AwayFromZero) is var part ? part + (long)Math.Round(part * 0.11m, MidpointRounding.AwayFromZero) : 0;
        Assert.Equal(expected, payables.Renewal!.Value.Minor);
        await TakingMoneyTests.PayAsync(scene, budi, payables.Due.Minor);
        await FollowAsync(scene);
        var paid = (await scene.BillsOfAsync(budi)).Last(bill => bill.Row.Kind == InvoiceKind.Invoice);
        Assert.Equal((InvoiceStatus.Paid, second.AddDays(10), expected), (paid.Row.Status, paid.Row.PeriodFromOn, paid.Row.Total.Minor));
        var back = await scene.Lines.GetAsync(line);
        Assert.Equal((SubscriptionStatus.Active, (from == "renewal" ? second.AddDays(10) : second).AddMonths(1).AddDays(-1)), (back.Row.Status, back.Row.EndsOn));
        Assert.Equal(0, (await scene.Receipts().PayablesAsync(budi, Token)).Value.Credit.Minor);
        Assert.Null((await scene.Receipts().PayablesAsync(budi, Token)).Value.Renewal);
        Assert.True((await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
    }

    [Fact]
    public async Task Credit_pays_the_next_offer_as_it_is_issued()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("PRABAYAR", 200_000, PlanPayment.Prepaid));
        var began = scene.Lines.Today;
        await scene.BillAsync(began);
        await TakingMoneyTests.PayAsync(scene, budi, 499_500 + 250_000);
        await scene.Lines.GoToAsync(began.AddMonths(1).AddDays(-5));
        await scene.BillAsync(scene.Lines.Today);
        await FollowAsync(scene);
        Assert.Equal([InvoiceStatus.Replaced, InvoiceStatus.Replaced, InvoiceStatus.Paid, InvoiceStatus.Paid], (await scene.BillsOfAsync(budi)).Select(bill => bill.Row.Status).Order());
        Assert.Equal(28_000, (await scene.Receipts().PayablesAsync(budi, Token)).Value.Credit.Minor);
        Assert.Equal(began.AddMonths(2).AddDays(-1), (await scene.Lines.GetAsync(line)).Row.EndsOn);
    }

    private static Task<int> LapseAsync(BillingScene scene) =>
        new OfferLapses(scene.Database.Source, scene.Settling, scene.Offers, scene.Observe, new SubscriptionScene.Day(scene.Lines.Clock), scene.Lines.Clock).RunAsync(Token);

    // What the outbox delivers, in its order.
    private static async Task FollowAsync(BillingScene scene)
    {
        var follow = new FollowPaidLines(scene.Lines.Writing(scene.Database.Factory));
        await using var context = scene.Database.Open();
        foreach (var stored in await context.Set<OutboxEvent>().AsNoTracking().Where(e => e.Name.StartsWith("billing.line_")).OrderBy(e => e.Id).ToListAsync(Token))
        {
            if (stored.Name == IspPortal.Core.Billing.Receipts.LinePaidAhead.EventName)
            {
                await follow.HandleAsync(System.Text.Json.JsonSerializer.Deserialize<IspPortal.Core.Billing.Receipts.LinePaidAhead>(stored.Payload, EventCatalog.Json)!, Token);
            }
            else
            {
                await follow.HandleAsync(System.Text.Json.JsonSerializer.Deserialize<IspPortal.Core.Billing.Receipts.LineUnpaid>(stored.Payload, EventCatalog.Json)!, Token);
            }
        }

        await context.Set<OutboxEvent>().Where(e => e.Name.StartsWith("billing.line_")).ExecuteDeleteAsync(Token);
    }
}
