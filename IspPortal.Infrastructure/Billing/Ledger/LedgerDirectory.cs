using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Ledger;

internal sealed class LedgerDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ISettingsReader<LedgerSettings> settings, IBusinessClock business) : ILedgerDirectory
{
    public async Task<Result<Page<LedgerEntryRow>>> ListAsync(LedgerFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var chart = await settings.GetAsync(cancellationToken);
        var found = Narrow(context, filter, page.SearchOrNull);
        var count = await found.LongCountAsync(cancellationToken);
        var entries = count == 0 ? [] : await RowsOf(context, Sort(found, page).Skip(page.Skip).Take(page.Take)).ToListAsync(cancellationToken);
        // A join keeps no order.
        IEnumerable<LedgerEntryRow> rows = page.Descending ? entries.OrderByDescending(row => row.PostedOn).ThenByDescending(row => row.Id) : entries.OrderBy(row => row.PostedOn).ThenBy(row => row.Id);
        return Page<LedgerEntryRow>.Of([.. rows.Select(row => row with { Code = chart.CodeOf(row.Account) })], page, count);
    }

    public async Task<Result<AccountStatement>> GetStatementAsync(Guid billingAccountId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        if (to < from || to.DayNumber - from.DayNumber >= AccountStatement.MostDays)
        {
            return LedgerErrors.BadPeriod(AccountStatement.MostDays);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Set<BillingAccount>().AsNoTracking().Where(a => a.Id == billingAccountId)
            .Select(a => new { a.Number, a.Name, CustomerName = a.Customer!.CompanyName ?? a.Customer.Name }).SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return CustomersErrors.AccountNotFound;
        }

        var opening = Money.Idr(await context.BalanceOf(billingAccountId).Where(e => e.PostedOn < from).SumAsync(e => e.AmountMinor, cancellationToken));
        var deposits = -Money.Idr(await context.Set<LedgerEntry>()
            .Where(e => e.BillingAccountId == billingAccountId && e.Account == LedgerAccount.Deposits && e.PostedOn <= to).SumAsync(e => e.AmountMinor, cancellationToken));
        var movements = await MovementsAsync(context, billingAccountId, from, to, opening, cancellationToken);
        return new AccountStatement(
            billingAccountId, account.Number, account.Name, account.CustomerName, from, to, opening, movements, movements.Count == 0 ? opening : movements[^1].Balance, deposits);
    }

    public async Task<Result<TrialBalance>> GetTrialBalanceAsync(DateOnly on, CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var chart = await settings.GetAsync(cancellationToken);
        var sums = await context.Set<LedgerEntry>().Where(e => e.PostedOn <= on).GroupBy(e => e.Account)
            .Select(group => new { Account = group.Key, Debit = group.Sum(e => e.AmountMinor > 0 ? e.AmountMinor : 0), Credit = group.Sum(e => e.AmountMinor < 0 ? -e.AmountMinor : 0) })
            .ToListAsync(cancellationToken);
        return new TrialBalance(on,
        [
            .. sums.Select(sum => new TrialBalanceRow(sum.Account, chart.CodeOf(sum.Account), Money.Idr(sum.Debit), Money.Idr(sum.Credit)))
                .OrderBy(row => row.Code, StringComparer.Ordinal).ThenBy(row => row.Account),
        ]);
    }

    public async Task<Result<DateOnly>> GetTodayAsync(CancellationToken cancellationToken) =>
        actor.Deny(LedgerPermissions.LedgerRead) is { } denied ? denied : await business.TodayAsync(cancellationToken);

    private static IQueryable<LedgerEntry> Narrow(PortalDbContext context, LedgerFilter filter, string? search)
    {
        var entries = context.Set<LedgerEntry>().AsNoTracking();
        if (filter.Account is { } account)
        {
            entries = entries.Where(e => e.Account == account);
        }

        if (filter.BillingAccountId is { } billingAccount)
        {
            entries = entries.Where(e => e.BillingAccountId == billingAccount);
        }

        if (filter.Kind is { } kind)
        {
            entries = entries.Where(e => e.Transaction!.Kind == kind);
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(e => e.PostedOn >= from);
        }

        if (filter.To is { } to)
        {
            entries = entries.Where(e => e.PostedOn <= to);
        }

        if (filter.InvoiceId is { } invoice)
        {
            entries = entries.Where(e => e.InvoiceId == invoice);
        }

        if (filter.TransactionId is { } transaction)
        {
            entries = entries.Where(e => e.TransactionId == transaction);
        }

        if (search is null)
        {
            return entries;
        }

        var number = search.ToUpperInvariant();
        return entries.Where(e => e.Transaction!.Reference.StartsWith(number));
    }

    private static IQueryable<LedgerEntry> Sort(IQueryable<LedgerEntry> entries, PageRequest page) =>
        page.Descending ? entries.OrderByDescending(e => e.PostedOn).ThenByDescending(e => e.Id) : entries.OrderBy(e => e.PostedOn).ThenBy(e => e.Id);

    private static IQueryable<LedgerEntryRow> RowsOf(PortalDbContext context, IQueryable<LedgerEntry> entries) =>
        from entry in entries
        join transaction in context.Set<LedgerTransaction>() on entry.TransactionId equals transaction.Id
        select new LedgerEntryRow(
            entry.Id,
            entry.TransactionId,
            entry.PostedOn,
            transaction.Kind,
            transaction.Reference,
            transaction.DocumentId,
            entry.Account,
            "",
            entry.SubAccount,
            Money.Idr(entry.AmountMinor))
        {
            OccurredAtUtc = transaction.OccurredAtUtc,
            RecordedAtUtc = transaction.RecordedAtUtc,
            ActorName = transaction.ActorName,
            Note = transaction.Note,
            InvoiceId = entry.InvoiceId,
            BillingAccountId = entry.BillingAccountId,
            BillingAccountNumber = context.Set<BillingAccount>().Where(a => a.Id == entry.BillingAccountId).Select(a => a.Number).FirstOrDefault(),
            CustomerName = context.Set<BillingAccount>().Where(a => a.Id == entry.BillingAccountId).Select(a => a.Customer!.CompanyName ?? a.Customer.Name).FirstOrDefault(),
        };

    private static async Task<IReadOnlyList<StatementMovement>> MovementsAsync(PortalDbContext context, Guid billingAccountId, DateOnly from, DateOnly to, Money opening, CancellationToken cancellationToken)
    {
        var entries = await context.BalanceOf(billingAccountId).Where(e => e.PostedOn >= from && e.PostedOn <= to).OrderBy(e => e.PostedOn).ThenBy(e => e.Id)
            .Select(e => new { e.TransactionId, e.PostedOn, e.AmountMinor, e.Transaction!.OccurredAtUtc, e.Transaction.Kind, e.Transaction.Reference, e.Transaction.DocumentId, e.Transaction.Note })
            .ToListAsync(cancellationToken);
        var movements = new List<StatementMovement>();
        var balance = opening;
        foreach (var posting in entries.GroupBy(e => e.TransactionId))
        {
            var amount = posting.Aggregate(Money.Zero, (sum, e) => sum + Money.Idr(e.AmountMinor));
            if (!amount.IsZero)
            {
                balance += amount;
                var first = posting.First();
                movements.Add(new StatementMovement(posting.Key, first.PostedOn, first.OccurredAtUtc, first.Kind, first.Reference, first.DocumentId, first.Note, amount, balance));
            }
        }

        return movements;
    }
}
