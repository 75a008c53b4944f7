using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Ageing;

internal sealed class AgeingDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business) : IAgeing
{
    public async Task<Result<Page<AgeingRow>>> ListAsync(AgeingFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var on = await DayAsync(filter, cancellationToken);
        if (!on.Succeeded)
        {
            return on.Error;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = AccountsOf(context, filter, page.SearchOrNull, on.Value.Day, on.Value.IsToday);
        var count = await accounts.LongCountAsync(cancellationToken);
        var aged = count == 0 ? [] : await Sort(context, accounts, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<AgeingRow>.Of(await RowsAsync(context, aged, cancellationToken), page, count);
    }

    public async Task<Result<AgeingTotals>> TotalsAsync(AgeingFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var on = await DayAsync(filter, cancellationToken);
        if (!on.Succeeded)
        {
            return on.Error;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sum = await AccountsOf(context, filter, page.SearchOrNull, on.Value.Day, on.Value.IsToday).GroupBy(_ => 1).Select(g => new
        {
            Accounts = g.LongCount(),
            Bills = g.Sum(a => (long)a.Bills),
            Current = g.Sum(a => a.Current),
            Days30 = g.Sum(a => a.Days30),
            Days60 = g.Sum(a => a.Days60),
            Days90 = g.Sum(a => a.Days90),
            Older = g.Sum(a => a.Older),
        }).SingleOrDefaultAsync(cancellationToken);
        return sum is null
            ? new AgeingTotals(on.Value.Day, 0, 0, new(Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero))
            : new AgeingTotals(on.Value.Day, sum.Accounts, sum.Bills, new(Money.Idr(sum.Current), Money.Idr(sum.Days30), Money.Idr(sum.Days60), Money.Idr(sum.Days90), Money.Idr(sum.Older)));
    }

    private async Task<Result<(DateOnly Day, bool IsToday)>> DayAsync(AgeingFilter filter, CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        var on = filter.On ?? today;
        return on > today || on < AgeingRules.EarliestOn ? AgeingErrors.BadDay : (on, on == today);
    }

    private static IQueryable<AgedAccount> AccountsOf(PortalDbContext context, AgeingFilter filter, string? search, DateOnly on, bool isToday)
    {
        var (due30, due60, due90) = (on.AddDays(-AgeingRules.Step), on.AddDays(-2 * AgeingRules.Step), on.AddDays(-3 * AgeingRules.Step));
        var debts = isToday ? OpenDebts.Now(context) : OpenDebts.AtEndOf(context, on);
        if (AccountIds(context, filter, search) is { } wanted)
        {
            debts = debts.Where(d => wanted.Contains(d.BillingAccountId));
        }

        var accounts = debts.GroupBy(d => d.BillingAccountId).Select(g => new AgedAccount
        {
            BillingAccountId = g.Key,
            Bills = g.Count(),
            OldestDueOn = g.Min(d => d.DueOn),
            Total = g.Sum(d => d.Minor),
            Current = g.Sum(d => d.DueOn == null || d.DueOn >= on ? d.Minor : 0),
            Days30 = g.Sum(d => d.DueOn < on && d.DueOn >= due30 ? d.Minor : 0),
            Days60 = g.Sum(d => d.DueOn < due30 && d.DueOn >= due60 ? d.Minor : 0),
            Days90 = g.Sum(d => d.DueOn < due60 && d.DueOn >= due90 ? d.Minor : 0),
            Older = g.Sum(d => d.DueOn < due90 ? d.Minor : 0),
        });
        return filter.Bucket switch
        {
            AgeingBucket.Current => accounts.Where(a => a.Current > 0),
            AgeingBucket.Days30 => accounts.Where(a => a.Days30 > 0),
            AgeingBucket.Days60 => accounts.Where(a => a.Days60 > 0),
            AgeingBucket.Days90 => accounts.Where(a => a.Days90 > 0),
            AgeingBucket.Older => accounts.Where(a => a.Older > 0),
            _ => accounts,
        };
    }

    private static IQueryable<Guid>? AccountIds(PortalDbContext context, AgeingFilter filter, string? search)
    {
        var text = SearchKey.Of(search);
        if (filter is { City: null, Tag: null, PlanId: null } && text.Length == 0)
        {
            return null;
        }

        var accounts = context.Set<BillingAccount>().AsNoTracking();
        if (filter.City is { } city)
        {
            var key = Customer.CityKeyOf(city);
            accounts = accounts.Where(a => a.Customer!.CityKey == key);
        }

        if (filter.Tag is { } word)
        {
            var tag = word.Trim().ToLowerInvariant();
            accounts = accounts.Where(a => a.Customer!.Tags.Any(t => t.Tag == tag));
        }

        if (filter.PlanId is { } plan)
        {
            accounts = accounts.Where(a => context.Set<Subscription>().Any(s => s.BillingAccountId == a.Id && s.PlanId == plan && s.TerminatedAtUtc == null));
        }

        if (text.Length > 0)
        {
            var number = text.ToUpperInvariant();
            accounts = accounts.Where(a => a.Number.StartsWith(number) || a.Customer!.Number.StartsWith(number) || a.SearchKey.StartsWith(text) || a.Customer.NameKey.StartsWith(text));
        }

        return accounts.Select(a => a.Id);
    }

    private static IQueryable<AgedAccount> Sort(PortalDbContext context, IQueryable<AgedAccount> accounts, PageRequest page)
    {
        if (page.Sort == "account")
        {
            var numbered = accounts.Join(context.Set<BillingAccount>(), a => a.BillingAccountId, b => b.Id, (a, b) => new { Aged = a, b.Number });
            return (page.Descending ? numbered.OrderByDescending(a => a.Number) : numbered.OrderBy(a => a.Number)).Select(a => a.Aged);
        }

        return (page.Sort, page.Descending) switch
        {
            ("current", false) => accounts.OrderBy(a => a.Current).ThenBy(a => a.BillingAccountId),
            ("current", true) => accounts.OrderByDescending(a => a.Current).ThenBy(a => a.BillingAccountId),
            ("days30", false) => accounts.OrderBy(a => a.Days30).ThenBy(a => a.BillingAccountId),
            ("days30", true) => accounts.OrderByDescending(a => a.Days30).ThenBy(a => a.BillingAccountId),
            ("days60", false) => accounts.OrderBy(a => a.Days60).ThenBy(a => a.BillingAccountId),
            ("days60", true) => accounts.OrderByDescending(a => a.Days60).ThenBy(a => a.BillingAccountId),
            ("days90", false) => accounts.OrderBy(a => a.Days90).ThenBy(a => a.BillingAccountId),
            ("days90", true) => accounts.OrderByDescending(a => a.Days90).ThenBy(a => a.BillingAccountId),
            ("older", false) => accounts.OrderBy(a => a.Older).ThenBy(a => a.BillingAccountId),
            ("older", true) => accounts.OrderByDescending(a => a.Older).ThenBy(a => a.BillingAccountId),
            ("oldest", false) => accounts.OrderBy(a => a.OldestDueOn).ThenBy(a => a.BillingAccountId),
            ("oldest", true) => accounts.OrderByDescending(a => a.OldestDueOn).ThenBy(a => a.BillingAccountId),
            ("total", false) => accounts.OrderBy(a => a.Total).ThenBy(a => a.BillingAccountId),
            _ => accounts.OrderByDescending(a => a.Total).ThenBy(a => a.BillingAccountId),
        };
    }

    private async Task<IReadOnlyList<AgeingRow>> RowsAsync(PortalDbContext context, IReadOnlyList<AgedAccount> aged, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. aged.Select(a => a.BillingAccountId)];
        var maySeeCustomers = actor.Actor.May(CustomersPermissions.CustomersRead);
        var names = ids.Length == 0 ? [] : await context.Set<BillingAccount>().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.Number, a.Name, a.CustomerId, Customer = a.Customer!.CompanyName ?? a.Customer.Name, Phone = maySeeCustomers ? a.Customer.Phone : null }).ToDictionaryAsync(a => a.Id, cancellationToken);
        return
        [
            .. aged.Select(a => new AgeingRow(
                a.BillingAccountId,
                names[a.BillingAccountId].Number,
                names[a.BillingAccountId].Name,
                names[a.BillingAccountId].CustomerId,
                names[a.BillingAccountId].Customer,
                names[a.BillingAccountId].Phone,
                a.Bills,
                a.OldestDueOn,
                new AgeingSums(Money.Idr(a.Current), Money.Idr(a.Days30), Money.Idr(a.Days60), Money.Idr(a.Days90), Money.Idr(a.Older)))),
        ];
    }
}
