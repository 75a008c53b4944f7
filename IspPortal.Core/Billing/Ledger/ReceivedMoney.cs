using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>Money of a receipt by where it lies now.</summary>
/// <param name="Account"><see cref="LedgerAccount.Cash"/>, <see cref="LedgerAccount.Bank"/> or <see cref="LedgerAccount.GatewayClearing"/>.</param>
/// <param name="SubAccount">Which drawer, collector, bank account or gateway.</param>
/// <param name="Amount">How much; above zero.</param>
public sealed record ReceivedMoney(LedgerAccount Account, string SubAccount, Money Amount);
