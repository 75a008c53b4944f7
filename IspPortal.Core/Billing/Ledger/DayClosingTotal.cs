using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>What went into and out of one drawer, collector, bank account or gateway by the end of a closed day.</summary>
[AppendOnly]
internal sealed class DayClosingTotal
{
    public required Guid Id { get; init; }

    public required Guid ClosingId { get; init; }

    public required LedgerAccount Account { get; init; }

    /// <summary>Empty where the account has none.</summary>
    public required string SubAccount { get; init; }

    public required long BeforeMinor { get; init; }

    public required long InMinor { get; init; }

    public required long OutMinor { get; init; }
}
