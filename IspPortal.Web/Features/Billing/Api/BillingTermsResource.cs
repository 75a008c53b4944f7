using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>How a billing account is billed and taxed.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="Tax">Who pays the tax.</param>
/// <param name="WithholdingBasisPoints">What it withholds, in hundredths of a percent.</param>
/// <param name="FixedDay">The day on which its periods begin; null: as the settings say.</param>
/// <param name="NpwpMasked">Its NPWP with the last digits alone, or null.</param>
/// <param name="NikMasked">Its NIK with the last digits alone, or null.</param>
/// <param name="Idtku">The six digits of the place after the NPWP; null: the head office.</param>
/// <param name="Version">To be given back with a change; 0: it has no terms of its own.</param>
internal sealed record BillingTermsResource(Guid BillingAccountId, CustomerTax Tax, int WithholdingBasisPoints, int? FixedDay, string? NpwpMasked, string? NikMasked, string? Idtku, long Version)
{
    public static BillingTermsResource Of(BillingTermsDetails terms) => new(terms.BillingAccountId, terms.Tax, terms.WithholdingBasisPoints, terms.FixedDay, terms.NpwpMasked, terms.NikMasked, terms.Idtku, terms.Version);
}
