using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Tax;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>How one billing account is billed where that differs from the settings. No row: as they say.</summary>
[Audited("billing-terms")]
internal sealed class BillingTerms
{
    public required Guid BillingAccountId { get; init; }

    public CustomerTax Tax { get; set; }

    /// <summary>What the customer withholds (PPh 23), in hundredths of a percent; 0: nothing.</summary>
    public int WithholdingBasisPoints { get; set; }

    /// <summary>The day of the month on which its periods begin, 1–31; null: as the settings say.</summary>
    public int? FixedDay { get; set; }

    /// <summary>NPWP, 16 digits; null: the customer's. Encrypted in the database: of a person it is the identity number.</summary>
    public string? Npwp { get; set; }

    /// <summary>NIK of a buyer without NPWP, 16 digits; null: none. Encrypted in the database.</summary>
    public string? Nik { get; set; }

    /// <summary>What follows the NPWP in its NITKU, 6 digits; null: the head office.</summary>
    public string? Idtku { get; set; }

    public long Version { get; set; }
}
