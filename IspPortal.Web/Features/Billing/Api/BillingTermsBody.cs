using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>How a billing account is to be billed and taxed.</summary>
/// <param name="Version">As it was read; 0: it had no terms of its own.</param>
/// <param name="Tax">Who pays the tax.</param>
/// <param name="WithholdingBasisPoints">What it withholds, in hundredths of a percent.</param>
/// <param name="FixedDay">The day on which its periods begin, 1 to 31; null: as the settings say.</param>
/// <param name="Npwp">NPWP, 16 digits; null keeps the one that is held, an empty text takes it away.</param>
/// <param name="Nik">NIK, 16 digits; the same.</param>
/// <param name="Idtku">The six digits of the place after the NPWP; null: the head office.</param>
internal sealed record BillingTermsBody(long? Version, CustomerTax? Tax, int? WithholdingBasisPoints, int? FixedDay, string? Npwp, string? Nik, string? Idtku);
