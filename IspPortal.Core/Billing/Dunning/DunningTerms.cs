using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>An account that is never isolated. No row: isolated like everybody.</summary>
[Audited("dunning-terms")]
internal sealed class DunningTerms
{
    public required Guid BillingAccountId { get; init; }

    public required string Reason { get; set; }

    /// <summary>The last day of it; null: until somebody takes it back.</summary>
    public DateOnly? UntilOn { get; set; }

    public required string CreatedBy { get; set; }

    public required DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }
}
