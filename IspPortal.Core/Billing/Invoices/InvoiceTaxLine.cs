using IspPortal.Core.Billing.Tax;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>The tax of one code on one bill, with the rule as it was. Written once.</summary>
internal sealed class InvoiceTaxLine
{
    public required Guid InvoiceId { get; init; }

    /// <summary>Empty: the lines have no code.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public int RateBasisPoints { get; init; }

    public TaxMode Mode { get; init; }

    public required long BaseMinor { get; init; }

    /// <summary>DPP nilai lain where it differs from the base.</summary>
    public required long TaxBaseMinor { get; init; }

    public required long TaxMinor { get; init; }
}
