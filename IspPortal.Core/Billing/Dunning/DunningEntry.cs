namespace IspPortal.Core.Billing.Dunning;

/// <summary>A dated line of the history of a late account; only ever added.</summary>
internal sealed class DunningEntry
{
    public required Guid Id { get; init; }

    public required Guid BillingAccountId { get; init; }

    public required DateOnly On { get; init; }

    public required DateTime AtUtc { get; init; }

    public required DunningEntryKind Kind { get; init; }

    /// <summary>A stage, a step, the number of a run or a bill, or what somebody wrote; null: the kind says it all.</summary>
    public string? Detail { get; init; }

    public long? AmountMinor { get; init; }

    public required string ActorName { get; init; }
}
