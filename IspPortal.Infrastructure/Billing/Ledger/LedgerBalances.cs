using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Ledger;

/// <summary>Sums that the database makes of entries. Within a transaction that posted for the billing account before they stay true until its end.</summary>
internal static class LedgerBalances
{
    /// <summary>The entries whose sum a billing account owes; below zero it has paid ahead.</summary>
    public static IQueryable<LedgerEntry> BalanceOf(this PortalDbContext context, Guid billingAccountId) => context.Set<LedgerEntry>().AsNoTracking()
        .Where(e => e.BillingAccountId == billingAccountId && (e.Account == LedgerAccount.Receivable || e.Account == LedgerAccount.CustomerCredit));

    /// <summary>The credit that a billing account may still use; never below zero unless it was used twice.</summary>
    public static async Task<Money> CreditOfAsync(this PortalDbContext context, Guid billingAccountId, CancellationToken cancellationToken) => -Money.Idr(await context.Set<LedgerEntry>()
        .Where(e => e.BillingAccountId == billingAccountId && e.Account == LedgerAccount.CustomerCredit).SumAsync(e => e.AmountMinor, cancellationToken));

    /// <summary>What each of these invoices still owes; those without entries are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Money>> OwedForAsync(this PortalDbContext context, IReadOnlyCollection<Guid> invoiceIds, CancellationToken cancellationToken)
    {
        var owed = await context.Set<LedgerEntry>().Where(e => e.InvoiceId != null && invoiceIds.Contains(e.InvoiceId.Value) && e.Account == LedgerAccount.Receivable)
            .GroupBy(e => e.InvoiceId!.Value).Select(group => new { Id = group.Key, Minor = group.Sum(e => e.AmountMinor) }).ToListAsync(cancellationToken);
        return owed.ToDictionary(row => row.Id, row => Money.Idr(row.Minor));
    }
}
