using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Tax;

/// <summary>Reads invoices as fakturs, each table once.</summary>
internal static class FakturReading
{
    private const int LongestName = 200;

    /// <summary>In the order of the ids' numbers.</summary>
    public static async Task<IReadOnlyList<(Faktur Faktur, Guid BillingAccountId)>> ReadAsync(PortalDbContext context, IReadOnlyCollection<Guid> invoiceIds, CancellationToken cancellationToken)
    {
        var read = new List<(Faktur, Guid)>();
        foreach (var ids in invoiceIds.Chunk(500))
        {
            var invoices = await context.Set<Invoice>().AsNoTracking().Include(i => i.Lines).Include(i => i.Taxes).AsSplitQuery().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Number).ToListAsync(cancellationToken);
            Guid[] customerIds = [.. invoices.Select(i => i.CustomerId).Distinct()];
            Guid[] accountIds = [.. invoices.Select(i => i.BillingAccountId).Distinct()];
            var customers = await context.Set<Customer>().AsNoTracking().Where(c => customerIds.Contains(c.Id)).Select(c => new { c.Id, c.Kind, c.Email, c.TaxId, c.IdentityNumber }).ToDictionaryAsync(c => c.Id, cancellationToken);
            var terms = await context.Set<BillingTerms>().AsNoTracking().Where(t => accountIds.Contains(t.BillingAccountId)).ToDictionaryAsync(t => t.BillingAccountId, cancellationToken);
            read.AddRange(invoices.Select(i =>
            {
                var (customer, own) = (customers[i.CustomerId], terms.GetValueOrDefault(i.BillingAccountId));
                // The number of a household stands for its identity, which is only given to the office where the account says so.
                var npwp = own?.Npwp ?? (own?.Nik is not null || customer.Kind == CustomerKind.Residential ? null : TaxNumbers.NumberOf(customer.TaxId));
                var nik = own?.Nik ?? (customer.Kind == CustomerKind.Residential ? null : customer.IdentityNumber);
                return (FakturOf(i, new(i.BuyerName, i.BuyerAddress, customer.Email, npwp, nik, npwp is null || own?.Idtku is null ? null : npwp + own.Idtku)), i.BillingAccountId);
            }));
        }

        return read;
    }

    private static Faktur FakturOf(Invoice invoice, FakturBuyer buyer) => new(
        invoice.Id,
        invoice.Number!,
        invoice.IssuedOn!.Value,
        invoice.FakturCode!,
        buyer,
        [.. invoice.Taxes.Where(tax => tax.Mode != TaxMode.Exempt).OrderBy(tax => tax.Code, StringComparer.Ordinal).Select(tax => GoodOf(tax, [.. invoice.Lines.Where(line => line.TaxCode == tax.Code).OrderBy(line => line.No)], invoice))]);

    private static FakturGood GoodOf(InvoiceTaxLine tax, IReadOnlyList<InvoiceLine> lines, Invoice invoice)
    {
        // Of prices that have the tax in them what was taken off is not known without it.
        var discount = tax.Mode == TaxMode.Inclusive ? 0 : -lines.Where(line => line.AmountMinor < 0).Sum(line => line.AmountMinor);
        var name = string.Join(", ", lines.Where(line => line.AmountMinor > 0 && line.Text.Length > 0).Select(line => line.Text).Distinct(StringComparer.Ordinal));
        var period = invoice.PeriodFromOn is { } from && invoice.PeriodToOn is { } to ? FormattableString.Invariant($" ({from:yyyy-MM-dd} – {to:yyyy-MM-dd})") : "";
        name = name.Length == 0 ? tax.Name : name.Length + period.Length > LongestName ? name[..(LongestName - period.Length)] : name;
        return new(name + period, tax.RateBasisPoints, Money.Idr(tax.BaseMinor + discount), Money.Idr(discount), Money.Idr(tax.TaxBaseMinor), Money.Idr(tax.TaxMinor));
    }
}
