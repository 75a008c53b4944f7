namespace IspPortal.Core.Billing.Dunning;

/// <summary>One account of an isolir run.</summary>
internal sealed class IsolirRunItem
{
    public required Guid RunId { get; init; }

    public required Guid BillingAccountId { get; init; }

    public IsolirItemState State { get; set; }

    public DunningObstacle Obstacle { get; set; }

    /// <summary>More about the obstacle: a day, a router; null: nothing more.</summary>
    public string? Detail { get; set; }

    public required int Lines { get; init; }

    public required long OverdueMinor { get; init; }

    public required DateOnly OldestDueOn { get; init; }
}
