namespace IspPortal.Core.Billing.Dunning;

/// <summary>How it stands with a billing account that was late at least once. Follows from its bills; looked at again and again.</summary>
internal sealed class DunningAccount
{
    public required Guid BillingAccountId { get; init; }

    public DunningStage Stage { get; set; }

    /// <summary>The first day of the stage.</summary>
    public DateOnly StageSinceOn { get; set; }

    /// <summary>Why it is not isolated though it is late enough.</summary>
    public DunningObstacle Obstacle { get; set; }

    public long OverdueMinor { get; set; }

    /// <summary>The due day of the oldest overdue bill; null: nothing is overdue.</summary>
    public DateOnly? OldestDueOn { get; set; }

    /// <summary>The run that isolated lines of it which are not restored yet; null: none.</summary>
    public Guid? IsolatedRunId { get; set; }

    public DateTime? IsolatedAtUtc { get; set; }

    /// <summary>Why coming back costs nothing this time; null: it costs what the settings say.</summary>
    public string? FeeWaivedBecause { get; set; }

    public required DateTime SeenAtUtc { get; set; }
}
