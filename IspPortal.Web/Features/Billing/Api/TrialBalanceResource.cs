using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Every account at the end of a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Debit">All debits.</param>
/// <param name="Credit">All credits.</param>
/// <param name="Difference">What they differ by: 0.</param>
/// <param name="Rows">Accounts that were ever posted to, by their codes.</param>
internal sealed record TrialBalanceResource(DateOnly On, string Currency, long Debit, long Credit, long Difference, IReadOnlyList<TrialBalanceRowResource> Rows)
{
    public static TrialBalanceResource Of(TrialBalance balance) => new(
        balance.On, Core.Common.Money.Currency.Idr.Code, balance.Debit.Minor, balance.Credit.Minor, balance.Difference.Minor, [.. balance.Rows.Select(TrialBalanceRowResource.Of)]);
}
