using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

internal sealed class ReceiptDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IReceiptDirectory
{
    public async Task<Result<Page<ReceiptRow>>> ListAsync(ReceiptFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (actor.Deny(ReceiptPermissions.ReceiptsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Narrow(context, filter, page.SearchOrNull);
        var count = await found.LongCountAsync(cancellationToken);
        var receipts = count == 0 ? [] : await found.OrderByDescending(r => r.PaidAtUtc).ThenByDescending(r => r.Id).Skip(page.Skip).Take(page.Take).Include(r => r.Money).AsSplitQuery().ToListAsync(cancellationToken);
        Guid[] accountIds = [.. receipts.Select(r => r.BillingAccountId).Distinct()];
        var numbers = await context.Set<BillingAccount>().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken);
        return Page<ReceiptRow>.Of([.. receipts.Select(r => ReceiptReading.RowOf(r, numbers[r.BillingAccountId]))], page, count);
    }

    public async Task<Result<IReadOnlyDictionary<PaymentMethod, Money>>> TotalsAsync(ReceiptFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (actor.Deny(ReceiptPermissions.ReceiptsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sums = await Narrow(context, filter, page.SearchOrNull).Where(r => r.State == ReceiptState.Booked)
            .Join(context.Set<ReceiptMoney>(), r => r.Id, m => m.ReceiptId, (_, m) => m).GroupBy(m => m.Method).Select(g => new { g.Key, Minor = g.Sum(m => m.AmountMinor) }).ToListAsync(cancellationToken);
        return Result.Of<IReadOnlyDictionary<PaymentMethod, Money>>(sums.ToDictionary(sum => sum.Key, sum => Money.Idr(sum.Minor)));
    }

    public async Task<Result<ReceiptDetails>> GetAsync(Guid receiptId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReceiptReading.GetAsync(context, receiptId, cancellationToken);
    }

    private static IQueryable<Receipt> Narrow(PortalDbContext context, ReceiptFilter filter, string? search)
    {
        var receipts = context.Set<Receipt>().AsNoTracking();
        receipts = filter.BillingAccountId is { } account ? receipts.Where(r => r.Parts.Any(part => part.BillingAccountId == account)) : receipts;
        receipts = filter.Method is { } method ? receipts.Where(r => r.Money.Any(part => part.Method == method)) : receipts;
        receipts = filter.State is { } state ? receipts.Where(r => r.State == state) : receipts;
        receipts = filter.From is { } from ? receipts.Where(r => r.PaidOn >= from) : receipts;
        receipts = filter.To is { } to ? receipts.Where(r => r.PaidOn <= to) : receipts;
        if (SearchKey.Of(search) is { Length: > 0 } text)
        {
            var number = search!.Trim().ToUpperInvariant();
            receipts = receipts.Where(r => r.Number.StartsWith(number) || r.Reference!.StartsWith(search) || r.SearchKey.StartsWith(text));
        }

        return receipts;
    }
}
