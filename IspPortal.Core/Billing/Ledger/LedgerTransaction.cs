using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>One posting as it stands in the ledger. Rows are only ever added; what was wrong is taken back by another one.</summary>
[AppendOnly]
internal sealed class LedgerTransaction
{
    public required Guid Id { get; init; }

    public required LedgerKind Kind { get; init; }

    /// <summary>Unique: an occasion is posted once.</summary>
    public required string Key { get; init; }

    /// <summary>The business day that it was posted to, which was open then.</summary>
    public required DateOnly PostedOn { get; init; }

    /// <summary>When it really happened; on another day than <see cref="PostedOn"/> when it came late.</summary>
    public required DateTime OccurredAtUtc { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    public required string ActorName { get; init; }

    /// <summary>The number of the document.</summary>
    public required string Reference { get; init; }

    public Guid? DocumentId { get; init; }

    public string? Note { get; init; }

    public List<LedgerEntry> Entries { get; init; } = [];
}
