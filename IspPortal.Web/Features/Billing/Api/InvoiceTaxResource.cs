using IspPortal.Core.Billing.Invoices;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>The tax of one code on a bill.</summary>
/// <param name="Code">The code; empty: none.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Base">The price.</param>
/// <param name="TaxBase">The base on paper (DPP nilai lain).</param>
/// <param name="Tax">The tax.</param>
internal sealed record InvoiceTaxResource(string Code, string Name, long Base, long TaxBase, long Tax)
{
    public static InvoiceTaxResource Of(InvoiceTaxRow row) => new(row.Code, row.Name, row.Base.Minor, row.TaxBase.Minor, row.Tax.Minor);
}
