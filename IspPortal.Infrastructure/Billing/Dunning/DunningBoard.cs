using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Reads late accounts for lists and pages; asks no permission.</summary>
internal sealed class DunningBoard(IDbContextFactory<PortalDbContext> contexts, DunningReading reading, ISettingsReader<DunningSettings> settings, DunningClock clock)
{
    private const int MostFeesRead = 5_000;

    public async Task<Page<DunningRow>> ListAsync(DunningFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var late = context.Set<DunningAccount>().AsNoTracking();
        late = filter.Stage is { } stage ? late.Where(d => d.Stage == stage) : late.Where(d => d.Stage != DunningStage.Clear);
        late = filter.Obstacle is { } obstacle ? late.Where(d => d.Obstacle == obstacle) : late;
        var found = late.Join(context.Set<BillingAccount>(), d => d.BillingAccountId, a => a.Id, (d, a) => new { Late = d, a.Number, a.CustomerId, Customer = a.Customer!.CompanyName ?? a.Customer.Name, a.SearchKey, Key = a.Customer.NameKey });
        if (SearchKey.Of(page.SearchOrNull) is { Length: > 0 } text)
        {
            var number = text.ToUpperInvariant();
            found = found.Where(f => f.Number.StartsWith(number) || f.SearchKey.StartsWith(text) || f.Key.StartsWith(text));
        }

        var ordered = (page.Sort, page.Descending) switch
        {
            ("overdue", false) => found.OrderBy(f => f.Late.OverdueMinor).ThenBy(f => f.Late.BillingAccountId),
            ("overdue", true) => found.OrderByDescending(f => f.Late.OverdueMinor).ThenBy(f => f.Late.BillingAccountId),
            ("oldestDueOn", true) => found.OrderByDescending(f => f.Late.OldestDueOn).ThenBy(f => f.Late.BillingAccountId),
            _ => found.OrderBy(f => f.Late.OldestDueOn).ThenBy(f => f.Late.BillingAccountId),
        };
        var rows = await ordered.Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(f => f.Late.BillingAccountId);
        var promised = await context.Set<PaymentPromise>().Where(p => ids.Contains(p.BillingAccountId) && p.State == PromiseState.Open).Select(p => new { p.BillingAccountId, p.UntilOn }).ToDictionaryAsync(p => p.BillingAccountId, p => p.UntilOn, cancellationToken);
        var excepted = await context.Set<DunningTerms>().Where(t => ids.Contains(t.BillingAccountId) && (t.UntilOn == null || t.UntilOn >= today)).Select(t => t.BillingAccountId).ToHashSetAsync(cancellationToken);
        return Page<DunningRow>.Of(
            [
                .. rows.Select(f => new DunningRow(
                    f.Late.BillingAccountId, f.Number, f.CustomerId, f.Customer, f.Late.Stage, f.Late.StageSinceOn, f.Late.Obstacle, Money.Idr(f.Late.OverdueMinor), f.Late.OldestDueOn, DaysSince(f.Late.OldestDueOn, today),
                    promised.TryGetValue(f.Late.BillingAccountId, out var until) ? until : null, excepted.Contains(f.Late.BillingAccountId))),
            ],
            page,
            await found.LongCountAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<DunningStageTotal>> TotalsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sums = await context.Set<DunningAccount>().Where(d => d.Stage != DunningStage.Clear).GroupBy(d => d.Stage).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(d => d.OverdueMinor) }).ToListAsync(cancellationToken);
        return [.. sums.OrderBy(sum => sum.Key).Select(sum => new DunningStageTotal(sum.Key, sum.Count, Money.Idr(sum.Sum)))];
    }

    public async Task<DunningDetails?> GetAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        var policy = (await settings.GetAsync(cancellationToken)).Policy;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Set<BillingAccount>().AsNoTracking().Where(a => a.Id == accountId).Select(a => new { a.Number, a.CustomerId, Customer = a.Customer!.CompanyName ?? a.Customer.Name }).SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return null;
        }

        var late = (await reading.ReadAsync(context, [accountId], today, policy, cancellationToken)).Single();
        var fees = await LateFees.DueAsync(context, [late], policy, cancellationToken);
        var billIds = late.Bills.Select(bill => bill.Id).ToList();
        var told = (await context.Set<DunningNotice>().Where(n => billIds.Contains(n.InvoiceId)).OrderBy(n => n.QueuedAtUtc).Select(n => new { n.InvoiceId, n.Step }).ToListAsync(cancellationToken)).ToLookup(n => n.InvoiceId, n => n.Step);
        var terms = await context.Set<DunningTerms>().AsNoTracking().SingleOrDefaultAsync(t => t.BillingAccountId == accountId && (t.UntilOn == null || t.UntilOn >= today), cancellationToken);
        var decision = late.Decision;
        var promise = late is { Promise: { } open, PromiseStands: PromiseState.Open } ? RowOf(open, account.Number, account.Customer) : null;
        return new DunningDetails(
            new DunningRow(
                accountId, account.Number, account.CustomerId, account.Customer, decision.Stage, late.Row?.Stage == decision.Stage ? late.Row.StageSinceOn : today, decision.Obstacle, decision.Overdue, decision.OldestDueOn, decision.DaysLate,
                promise?.UntilOn, terms is not null),
            [
                .. late.Bills.Select(bill => new DunningInvoiceRow(
                    bill.Id, bill.Number, bill.DueOn, Money.Idr(bill.OutstandingMinor), [.. told[bill.Id]], fees.FirstOrDefault(fee => fee.Bill.Id == bill.Id).Fee?.Step, fees.FirstOrDefault(fee => fee.Bill.Id == bill.Id).Fee?.Amount)),
            ],
            promise,
            terms?.Reason,
            terms?.UntilOn,
            late.Facts.IsIsolated,
            late.Facts.IsBehindOutage,
            late.Row?.IsolatedRunId is not null,
            late.Row?.FeeWaivedBecause);
    }

    public async Task<Page<DunningEntryRow>> HistoryAsync(Guid accountId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = context.Set<DunningEntry>().AsNoTracking().Where(e => e.BillingAccountId == accountId);
        var rows = await entries.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<DunningEntryRow>.Of(
            [.. rows.Select(e => new DunningEntryRow(e.Id, e.On, e.AtUtc, e.Kind, e.Detail, e.AmountMinor is { } minor ? Money.Idr(minor) : null, e.ActorName))], page, await entries.LongCountAsync(cancellationToken));
    }

    public async Task<Page<PromiseRow>> PromisesAsync(Guid? accountId, PromiseState? state, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var promises = context.Set<PaymentPromise>().AsNoTracking();
        promises = accountId is { } id ? promises.Where(p => p.BillingAccountId == id) : promises;
        promises = state is { } wanted ? promises.Where(p => p.State == wanted) : promises;
        var rows = await promises.OrderByDescending(p => p.CreatedAtUtc).ThenByDescending(p => p.Id).Skip(page.Skip).Take(page.Take).Include(p => p.Parts).AsSplitQuery().ToListAsync(cancellationToken);
        var accountIds = rows.Select(p => p.BillingAccountId).Distinct().ToList();
        var names = await context.Set<BillingAccount>().Where(a => accountIds.Contains(a.Id)).Select(a => new { a.Id, a.Number, Customer = a.Customer!.CompanyName ?? a.Customer.Name }).ToDictionaryAsync(a => a.Id, cancellationToken);
        return Page<PromiseRow>.Of([.. rows.Select(p => RowOf(p, names[p.BillingAccountId].Number, names[p.BillingAccountId].Customer))], page, await promises.LongCountAsync(cancellationToken));
    }

    /// <summary>Fees that the next look charges: of the accounts that are late longest, as many as a person can look through.</summary>
    public async Task<Page<LateFeeRow>> LateFeesAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        var policy = (await settings.GetAsync(cancellationToken)).Policy;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var accountIds = policy.LateFee.Steps.Count == 0 ? [] : await DunningReading.Open(context).Where(i => i.DueOn < today).Select(i => i.BillingAccountId).Distinct().OrderBy(id => id).Take(MostFeesRead).ToListAsync(cancellationToken);
        var due = new List<(LateAccount Account, OpenBill Bill, LateFeeDue Fee)>();
        foreach (var some in accountIds.Chunk(500))
        {
            due.AddRange(await LateFees.DueAsync(context, await reading.ReadAsync(context, some, today, policy, cancellationToken), policy, cancellationToken));
        }

        var shown = due.OrderBy(some => some.Bill.DueOn).ThenBy(some => some.Bill.Id).Skip(page.Skip).Take(page.Take).ToList();
        var shownIds = shown.Select(some => some.Account.Id).Distinct().ToList();
        var numbers = await context.Set<BillingAccount>().Where(a => shownIds.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken);
        return Page<LateFeeRow>.Of([.. shown.Select(some => new LateFeeRow(some.Account.Id, numbers[some.Account.Id], some.Bill.Id, some.Bill.Number, Money.Idr(some.Bill.OutstandingMinor), some.Fee.Step, some.Fee.Amount))], page, due.Count);
    }

    private static PromiseRow RowOf(PaymentPromise promise, string accountNumber, string customer) => new(
        promise.Id, promise.BillingAccountId, accountNumber, customer, promise.State, promise.IsInstalments, promise.UntilOn, Money.Idr(promise.AmountMinor), promise.Reason, DunningReading.PartsOf(promise), promise.CreatedBy,
        promise.CreatedAtUtc, promise.ClosedAtUtc);

    private static int DaysSince(DateOnly? dueOn, DateOnly today) => dueOn is { } day ? Math.Max(0, today.DayNumber - day.DayNumber) : 0;
}
