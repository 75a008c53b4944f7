using IspPortal.Core.Billing.Tax;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>How an account is billed and taxed.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Tax">Who pays the tax.</param>
/// <param name="WithholdingBasisPoints">What it withholds, in hundredths of a percent.</param>
/// <param name="FixedDay">The day on which its periods begin; null: as the settings say.</param>
/// <param name="NpwpMasked">Its NPWP with the last digits alone; null: none of its own.</param>
/// <param name="NikMasked">Its NIK with the last digits alone; null: none of its own.</param>
/// <param name="Idtku">Its NITKU after the NPWP, six digits; null: the head office.</param>
/// <param name="HasCustomerNumber">Whether the customer has an NPWP, which is taken when the account has none.</param>
/// <param name="Version">To be given back with a change; 0: it has none of its own.</param>
public sealed record BillingTermsDetails(
    Guid BillingAccountId, string Number, string Name, CustomerTax Tax, int WithholdingBasisPoints, int? FixedDay, string? NpwpMasked, string? NikMasked, string? Idtku, bool HasCustomerNumber, long Version);
