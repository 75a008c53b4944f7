namespace IspPortal.Core.Billing.Ageing;

/// <summary>Whose debts are wanted; null always means any.</summary>
public sealed record AgeingFilter
{
    /// <summary>As of the end of that day; null: today. A day that is over is counted from the ledger as it was.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Of customers in that city, whatever the case.</summary>
    public string? City { get; init; }

    /// <summary>Of customers with that tag.</summary>
    public string? Tag { get; init; }

    /// <summary>Of accounts with a line on that plan.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>Of accounts that owe something that late.</summary>
    public AgeingBucket? Bucket { get; init; }
}
