using IspPortal.Core.Billing.Tax;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>The terms of an account as somebody wants them.</summary>
/// <param name="Tax">Who pays the tax.</param>
/// <param name="WithholdingBasisPoints">What it withholds, 0–10,000 hundredths of a percent.</param>
/// <param name="FixedDay">The day on which its periods begin, 1–31; null: as the settings say.</param>
/// <param name="Npwp">NPWP, 16 digits; null keeps the one that is held, an empty text takes it away.</param>
/// <param name="Nik">NIK, 16 digits; the same.</param>
/// <param name="Idtku">The six digits of the place after the NPWP; null or empty: the head office.</param>
public sealed record SaveBillingTermsRequest(CustomerTax Tax, int WithholdingBasisPoints, int? FixedDay, string? Npwp, string? Nik, string? Idtku);
