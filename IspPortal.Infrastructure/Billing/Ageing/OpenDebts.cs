using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Ageing;

/// <summary>Bills with something to pay. What a customer withholds and proves with a slip, and the tax that a collector pays itself, is nothing to pay to us and never late.</summary>
internal static class OpenDebts
{
    /// <summary>As the bills stand now. Whatever settles the last of a bill says so in <see cref="Invoice.SettledAtUtc"/>: the index leads with it, so that paid bills cost nothing.</summary>
    public static IQueryable<OpenDebt> Now(PortalDbContext context) => context.Set<Invoice>().AsNoTracking()
        .Where(i => i.SettledAtUtc == null && i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma && i.TotalMinor - i.WithheldMinor - i.CollectedMinor - i.SettledMinor > 0)
        .Select(i => new OpenDebt { BillingAccountId = i.BillingAccountId, DueOn = i.DueOn, Minor = i.TotalMinor - i.WithheldMinor - i.CollectedMinor - i.SettledMinor });

    /// <summary>As the ledger had them at the end of a day. A slip moves what was withheld from one of the two accounts to the other, so that their sum does not depend on when it came.</summary>
    public static IQueryable<OpenDebt> AtEndOf(PortalDbContext context, DateOnly on)
    {
        var owed = context.Set<LedgerEntry>().AsNoTracking()
            .Where(e => e.InvoiceId != null && e.PostedOn <= on && (e.Account == LedgerAccount.Receivable || e.Account == LedgerAccount.Withholding))
            .GroupBy(e => e.InvoiceId!.Value).Select(g => new { InvoiceId = g.Key, Minor = g.Sum(e => e.AmountMinor) });
        return from sum in owed
               join invoice in context.Set<Invoice>().AsNoTracking() on sum.InvoiceId equals invoice.Id
               where sum.Minor - invoice.WithheldMinor > 0
               select new OpenDebt { BillingAccountId = invoice.BillingAccountId, DueOn = invoice.DueOn, Minor = sum.Minor - invoice.WithheldMinor };
    }
}
