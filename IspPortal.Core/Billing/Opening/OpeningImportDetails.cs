using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Opening;

/// <summary>An import with what it comes to.</summary>
/// <param name="Row">The import.</param>
/// <param name="Kinds">By what is brought along.</param>
/// <param name="Accounts">By account of the ledger.</param>
public sealed record OpeningImportDetails(OpeningImportRow Row, IReadOnlyList<OpeningKindTotal> Kinds, IReadOnlyList<OpeningAccountTotal> Accounts)
{
    /// <summary>Debits less credits: nothing, always.</summary>
    public Money Difference => Accounts.Aggregate(Money.Zero, (sum, total) => sum + total.Amount);
}
