using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of the ledger.</summary>
internal sealed class LedgerCalls : ServiceCalls
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["LedgerDirectory"] = async services =>
        {
            var ledger = services.GetRequiredService<ILedgerDirectory>();
            foreach (var descending in new[] { false, true })
            {
                await ledger.ListAsync(new(LedgerAccount.Cash, Id, LedgerKind.ReceiptBooked, Day, Day, Id, Id), new(2, 10, "a%_[", "posted", descending), Token);
                await ledger.ListAsync(new(), new(1, 10, null, null, descending), Token);
            }

            await ledger.GetStatementAsync(Id, Day, Day, Token);
            await ledger.GetTrialBalanceAsync(Day, Token);
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await context.CreditOfAsync(Id, Token);
            await context.OwedForAsync([Id], Token);
            await context.BalanceOf(Id).Where(e => e.PostedOn < Day).SumAsync(e => e.AmountMinor, Token);
        },
        ["LedgerBook"] = async services =>
        {
            var occasion = new LedgerOccasion("a", Day, DateTime.UnixEpoch, "A");
            var posting = LedgerPostings.InvoiceIssued(occasion, Id, Id, new BilledAmounts { Revenue = Money.Idr(1) });
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            await services.GetRequiredService<LedgerBook>().PostAsync(context, posting, Token);
        },
        ["DayClosings"] = async services =>
        {
            var closing = services.GetRequiredService<IDayClosing>();
            await closing.ListAsync(new(2, 10), Token);
            await closing.PreviewAsync(Day, Token);
            await closing.GetOpenDayAsync(Token);
            await closing.CloseAsync(new(Day, 0), Token);
        },
        ["LedgerAuditNames"] = NamesAsync,
    };
}
