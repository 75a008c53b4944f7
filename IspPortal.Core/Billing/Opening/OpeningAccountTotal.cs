using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Opening;

/// <summary>What an import comes to in one account of the ledger.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">Above zero a debit.</param>
public sealed record OpeningAccountTotal(LedgerAccount Account, Money Amount);
