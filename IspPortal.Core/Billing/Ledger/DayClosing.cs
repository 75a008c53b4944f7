using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>A business day that takes no more postings, and every day before it. It is never opened again.</summary>
[Audited("day_closing")]
[AppendOnly]
internal sealed class DayClosing
{
    public required Guid Id { get; init; }

    /// <summary>The last day that it closes.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The first day that it closes; null for the first closing, which closes all there was.</summary>
    public DateOnly? FromOn { get; init; }

    public required DateTime ClosedAtUtc { get; init; }

    public required string ActorName { get; init; }

    public string? Note { get; init; }

    /// <summary>How many postings it holds.</summary>
    public required int Postings { get; init; }

    public List<DayClosingTotal> Totals { get; init; } = [];
}
