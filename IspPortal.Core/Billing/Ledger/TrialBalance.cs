using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>Every account at the end of a day. The balances add up to zero, or the ledger is broken.</summary>
/// <param name="On">The day.</param>
/// <param name="Rows">Accounts that were ever posted to, by their codes.</param>
public sealed record TrialBalance(DateOnly On, IReadOnlyList<TrialBalanceRow> Rows)
{
    /// <summary>All debits.</summary>
    public Money Debit => Rows.Aggregate(Money.Zero, (sum, row) => sum + row.Debit);

    /// <summary>All credits, as an amount above zero.</summary>
    public Money Credit => Rows.Aggregate(Money.Zero, (sum, row) => sum + row.Credit);

    /// <summary>What debits and credits differ by: zero.</summary>
    public Money Difference => Debit - Credit;
}
