using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>One account of a trial balance.</summary>
/// <param name="Account">The account.</param>
/// <param name="Code">Its code in the chart of accounts.</param>
/// <param name="Debit">All its debits.</param>
/// <param name="Credit">All its credits, as an amount above zero.</param>
public sealed record TrialBalanceRow(LedgerAccount Account, string Code, Money Debit, Money Credit)
{
    /// <summary>Debits less credits.</summary>
    public Money Balance => Debit - Credit;
}
