using IspPortal.Core.Billing.Ageing;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What all accounts of the list owe together.</summary>
/// <param name="On">As of which day.</param>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Bills">How many open bills.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Sums">The amounts.</param>
internal sealed record AgeingTotalsResource(DateOnly On, long Accounts, long Bills, string Currency, AgeingSumsResource Sums)
{
    public static AgeingTotalsResource Of(AgeingTotals totals) => new(totals.On, totals.Accounts, totals.Bills, totals.Sums.Total.Currency.Code, AgeingSumsResource.Of(totals.Sums));
}
