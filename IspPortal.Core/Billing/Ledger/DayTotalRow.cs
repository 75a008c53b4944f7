using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>What went into and out of one place where money lies.</summary>
/// <param name="Account"><see cref="LedgerAccount.Cash"/>, <see cref="LedgerAccount.Bank"/> or <see cref="LedgerAccount.GatewayClearing"/>.</param>
/// <param name="SubAccount">Which drawer, collector, bank account or gateway; empty where nobody said.</param>
/// <param name="Before">What was there before.</param>
/// <param name="In">What came in.</param>
/// <param name="Out">What went out, as an amount above zero.</param>
public sealed record DayTotalRow(LedgerAccount Account, string SubAccount, Money Before, Money In, Money Out)
{
    /// <summary>What should be there now.</summary>
    public Money After => Before + In - Out;
}
