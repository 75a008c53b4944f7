using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>What is charged for paying late: one or more steps, each the whole fee from its day on.</summary>
public sealed record LateFeePolicy
{
    /// <summary>The steps by day; none: nothing is charged.</summary>
    public IReadOnlyList<LateFeeStep> Steps { get; init; } = [];

    /// <summary>The most that is charged on one bill; null: no such limit.</summary>
    public Money? Cap { get; init; }

    /// <summary>The last day after the due day on which nothing is charged yet.</summary>
    public int GraceDays { get; init; }
}
