using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Billing.Runs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Books;

/// <summary>What was billed ahead is earned period by period, once.</summary>
public sealed class EarningWhatWasBilledAheadTests
{
    private const int Periods = 12;
    private const long Part = 100_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Each_period_is_earned_when_it_begins_whoever_asks_how_often(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        var (account, line) = await scene.SellAsync("Budi Santoso", plan);
        var began = scene.Lines.Today;
        await BillAsync(scene, account, line, InvoiceKind.Invoice, began);
        await BillAsync(scene, account, line, InvoiceKind.ProForma, began);
        Assert.Equal((Part, (Periods - 1) * Part), await EarnedAsync(scene));

        // The first period was earned with the bill, and an offer earns nothing.
        Assert.Equal(0, await scene.Recognition().RunAsync(Token));
        Assert.Equal((Part, (Periods - 1) * Part), await EarnedAsync(scene));
        Assert.Equal(1, await RecognisedAsync(scene));

        await scene.Lines.GoToAsync(began.AddMonths(1).AddDays(-1));
        Assert.Equal(0, await scene.Recognition().RunAsync(Token));
        await scene.Lines.GoToAsync(began.AddMonths(3));
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Recognition().RunAsync(Token))));
        Assert.Equal(3, made.Sum());
        Assert.Equal((4 * Part, (Periods - 4) * Part), await EarnedAsync(scene));
        Assert.Equal(4, await RecognisedAsync(scene));
        Assert.Equal(0, await scene.Recognition().RunAsync(Token));

        // Each on its own day; those of closed days on the first open one.
        await using (var context = scene.Database.Open())
        {
            Assert.Equal([began.AddMonths(1), began.AddMonths(2), began.AddMonths(3)], await context.Set<LedgerTransaction>().Where(t => t.Kind == LedgerKind.DeferredRecognised).OrderBy(t => t.PostedOn).Select(t => t.PostedOn).ToListAsync(Token));
            context.Add(new DayClosing { Id = Guid.CreateVersion7(), On = began.AddMonths(4).AddDays(3), Postings = 1, ClosedAtUtc = scene.Lines.Clock.NowUtc, ActorName = "Ayu" });
            await context.SaveChangesAsync(Token);
        }

        await scene.Lines.GoToAsync(began.AddMonths(4).AddDays(5));
        Assert.Equal(1, await scene.Recognition().RunAsync(Token));
        await using (var context = scene.Database.Open())
        {
            Assert.Equal(began.AddMonths(4).AddDays(4), await context.Set<LedgerTransaction>().Where(t => t.Kind == LedgerKind.DeferredRecognised).MaxAsync(t => t.PostedOn, Token));
        }

        await scene.Lines.GoToAsync(began.AddMonths(Periods));
        Assert.Equal(Periods - 5, await scene.Recognition().RunAsync(Token));
        Assert.Equal((Periods * Part, 0L), await EarnedAsync(scene));
        Assert.True((await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
    }

    private static async Task BillAsync(BillingScene scene, Guid account, Guid line, InvoiceKind kind, DateOnly on)
    {
        await using var context = scene.Database.Open();
        var facts = Assert.Single(await scene.Facts.ReadAsync(context, [account], on, Token));
        var parts = Enumerable.Range(0, Periods).Select(i => new SpreadPart(on.AddMonths(i), on.AddMonths(i + 1).AddDays(-1), Money.Idr(Part))).ToList();
        var ahead = new BillLine
        {
            Kind = ChargeKind.Period, SubscriptionId = line, SubscriptionNumber = "SUB-1", Text = "10 + 2", FromOn = on, ToOn = parts[^1].ToOn, Quantity = 10, UnitPrice = Money.Idr(120_000), Amount = Money.Idr(Periods * Part),
            Rule = BillRule.PayNGetM, TaxCode = TaxTable.Ppn, ChargeKey = $"ahead:{kind}", Spread = parts,
        };
        var bill = new BillMaker(scene.Lines.Clock).Make(facts, kind, [ahead], on, null, null, "Ayu");
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        Assert.Null((await new BillWriter(new LedgerBook(scene.Lines.Clock), scene.Lines.Clock).WriteAsync(context, [bill], new Dictionary<Guid, Money>(), on, Token)).Error);
        await transaction.CommitAsync(Token);
    }

    private static async Task<(long Revenue, long Deferred)> EarnedAsync(BillingScene scene)
    {
        await using var context = scene.Database.Open();
        var sums = await context.Set<LedgerEntry>().GroupBy(e => e.Account).Select(g => new { g.Key, Sum = -g.Sum(e => e.AmountMinor) }).ToDictionaryAsync(g => g.Key, g => g.Sum, Token);
        return (sums.GetValueOrDefault(LedgerAccount.Revenue), sums.GetValueOrDefault(LedgerAccount.DeferredRevenue));
    }

    private static async Task<int> RecognisedAsync(BillingScene scene)
    {
        await using var context = scene.Database.Open();
        return await context.Set<DeferredPart>().CountAsync(p => p.IsRecognised, Token);
    }
}
