using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>What is taken back of one invoice. Written once: neither it nor the invoice is ever changed.</summary>
[Audited("credit-note")]
internal sealed class CreditNote
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "CN";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Unique: what was asked for twice is issued once.</summary>
    public required string Key { get; init; }

    public required Guid InvoiceId { get; init; }

    public required string InvoiceNumber { get; init; }

    public required Guid BillingAccountId { get; init; }

    public required Guid CustomerId { get; init; }

    [Personal]
    public required string BuyerName { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>Without tax.</summary>
    public required long BaseMinor { get; init; }

    public required long TaxMinor { get; init; }

    /// <summary>Base and tax.</summary>
    public required long TotalMinor { get; init; }

    /// <summary>Of it what the customer was to withhold (PPh 23).</summary>
    public required long WithheldMinor { get; init; }

    /// <summary>Of it PPN that the customer pays to the state itself.</summary>
    public required long CollectedMinor { get; init; }

    /// <summary>What the invoice no longer owed and became credit of the account.</summary>
    public required long ToCreditMinor { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public string SearchKey { get; init; } = "";

    public List<CreditNoteLine> Lines { get; init; } = [];
}
