using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Tax;

/// <summary>Which bills are output tax and how they are filed. What takes tax back is here too: every sum and every file of taxes is made of these.</summary>
internal static class TaxedBills
{
    private const string ByCollector = "02";

    /// <summary>Invoices and debit notes of a month. What was written off later was issued all the same; what came along from the old system was taxed there.</summary>
    public static IQueryable<Invoice> Of(PortalDbContext context, TaxMonth month)
    {
        var (first, last) = (month.FirstOn, month.LastOn);
        return context.Set<Invoice>().AsNoTracking().Where(i => i.IssuedOn >= first && i.IssuedOn <= last && i.Kind != InvoiceKind.ProForma && i.Kind != InvoiceKind.Opening && (i.State == InvoiceState.Issued || i.State == InvoiceState.WrittenOff));
    }

    /// <summary>Those that get a faktur: of collectors and large companies always, of others when they are known to the tax office as companies or gave a number for it.</summary>
    public static IQueryable<Invoice> Filed(PortalDbContext context, IQueryable<Invoice> bills) => bills.Where(i => i.FakturCode != null
        && (i.FakturCode == ByCollector
            || context.Set<Customer>().Any(c => c.Id == i.CustomerId && (c.Kind == CustomerKind.Enterprise || (c.Kind == CustomerKind.Business && c.TaxId != null)))
            || context.Set<BillingTerms>().Any(t => t.BillingAccountId == i.BillingAccountId && (t.Npwp != null || t.Nik != null))));

    /// <summary>The other ones with tax: they go into the digunggung summary.</summary>
    public static IQueryable<Invoice> Retail(PortalDbContext context, IQueryable<Invoice> bills) => bills.Where(i => i.FakturCode != null && i.FakturCode != ByCollector
        && !context.Set<Customer>().Any(c => c.Id == i.CustomerId && (c.Kind == CustomerKind.Enterprise || (c.Kind == CustomerKind.Business && c.TaxId != null)))
        && !context.Set<BillingTerms>().Any(t => t.BillingAccountId == i.BillingAccountId && (t.Npwp != null || t.Nik != null)));

    /// <summary>What took tax back in a month: it counts in the month of the credit note, whenever the invoice was.</summary>
    public static IQueryable<CreditNote> TakenBack(PortalDbContext context, TaxMonth month)
    {
        var (first, last) = (month.FirstOn, month.LastOn);
        return context.Set<CreditNote>().AsNoTracking().Where(n => n.IssuedOn >= first && n.IssuedOn <= last && n.TaxMinor != 0);
    }

    /// <summary>Invoices whose slip is not there.</summary>
    public static IQueryable<Invoice> Waiting(PortalDbContext context) => context.Set<Invoice>().AsNoTracking()
        .Where(i => i.WithheldMinor > i.WithheldCreditedMinor && !i.IsWithholdingProven && i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma);
}
