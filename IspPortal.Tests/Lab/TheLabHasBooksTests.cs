using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Tests.Lab;

/// <summary>The sample ISP billed its customers for two months before anybody looks, by runs like everybody's; most paid.</summary>
public sealed class TheLabHasBooksTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_months_are_billed_most_of_it_is_paid_and_the_ledger_balances()
    {
        await using var portal = LivePortal.Start(hasPast: false, hasBooks: true);
        var step = portal.Services.GetServices<IHostedService>().OfType<LabMoneyStep>().Single();
        await step.ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(4), Token);

        await using var context = portal.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        var today = await portal.Services.GetRequiredService<IBusinessClock>().TodayAsync(Token);
        var first = new DateOnly(today.Year, today.Month, 1);
        Assert.Equal(
            [(first.AddMonths(-1), BillingRunState.Done), (first, BillingRunState.Done)],
            (await context.Set<BillingRun>().AsNoTracking().OrderBy(r => r.ThroughOn).ToListAsync(Token)).Select(r => (r.ThroughOn, r.State)));
        var bills = await context.Set<Invoice>().AsNoTracking().Where(i => i.Kind == InvoiceKind.Invoice).ToListAsync(Token);
        Assert.All(new[] { first.AddMonths(-1), first }, day => Assert.InRange(bills.Count(b => b.IssuedOn == day), 15, 2_000));
        var before = bills.Where(b => b.IssuedOn == first.AddMonths(-1) && b.PayableMinor > 0).ToList();
        Assert.InRange(before.Count(b => b.OutstandingMinor == 0), before.Count * 6 / 10, before.Count - 1);
        Assert.Contains(bills, b => b.OutstandingMinor > 0 && b.OutstandingMinor < b.PayableMinor);
        Assert.Contains(before, b => b.OutstandingMinor == b.PayableMinor);
        Assert.True(await context.Set<Receipt>().AllAsync(r => r.PaidOn < today, Token));
        Assert.Equal(0, await context.Set<LedgerEntry>().SumAsync(e => e.AmountMinor, Token));
        Assert.Equal(bills.Sum(b => b.OutstandingMinor), await context.Set<LedgerEntry>().Where(e => e.Account == LedgerAccount.Receivable).SumAsync(e => e.AmountMinor, Token));

        // Another start leaves them as they are.
        Assert.Equal((0, 0), await step.WriteAsync(Token));
    }
}
