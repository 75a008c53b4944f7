using IspPortal.Core.Billing.Invoices;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A whole bill.</summary>
/// <param name="Invoice">As in lists.</param>
/// <param name="Base">The lines without tax.</param>
/// <param name="Tax">All tax.</param>
/// <param name="Withheld">What the customer withholds (PPh 23).</param>
/// <param name="CollectedByCustomer">PPN that a government collector pays itself.</param>
/// <param name="Settled">What was paid, credited or let go.</param>
/// <param name="Credited">What credit notes took back.</param>
/// <param name="FakturCode">The transaction code of the faktur pajak, or null.</param>
/// <param name="Note">What a person wrote on it, or null.</param>
/// <param name="Lines">Its lines in order.</param>
/// <param name="Taxes">Its taxes by code.</param>
/// <param name="Version">Its version.</param>
internal sealed record WholeInvoiceResource(
    InvoiceResource Invoice, long Base, long Tax, long Withheld, long CollectedByCustomer, long Settled, long Credited, string? FakturCode, string? Note, IReadOnlyList<BillLineResource> Lines,
    IReadOnlyList<InvoiceTaxResource> Taxes, long Version)
{
    public static WholeInvoiceResource Of(InvoiceDetails invoice) => new(
        InvoiceResource.Of(invoice.Row), invoice.Base.Minor, invoice.Tax.Minor, invoice.Withheld.Minor, invoice.Collected.Minor, invoice.Settled.Minor, invoice.Credited.Minor, invoice.FakturCode, invoice.Note,
        [.. invoice.Lines.Select(line => BillLineResource.Of(line.Line))], [.. invoice.Taxes.Select(InvoiceTaxResource.Of)], invoice.Version);
}
