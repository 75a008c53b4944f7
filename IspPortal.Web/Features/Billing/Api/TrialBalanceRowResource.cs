using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>One account of a trial balance.</summary>
/// <param name="Account">The account.</param>
/// <param name="Code">Its code in the chart of accounts.</param>
/// <param name="Debit">All its debits.</param>
/// <param name="Credit">All its credits.</param>
/// <param name="Balance">Debits less credits.</param>
internal sealed record TrialBalanceRowResource(LedgerAccount Account, string Code, long Debit, long Credit, long Balance)
{
    public static TrialBalanceRowResource Of(TrialBalanceRow row) => new(row.Account, row.Code, row.Debit.Minor, row.Credit.Minor, row.Balance.Minor);
}
