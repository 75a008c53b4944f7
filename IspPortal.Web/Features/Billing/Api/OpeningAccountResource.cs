using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What an import comes to in one account of the ledger.</summary>
/// <param name="Name">The account.</param>
/// <param name="Amount">Above zero a debit.</param>
internal sealed record OpeningAccountResource(LedgerAccount Name, long Amount);
