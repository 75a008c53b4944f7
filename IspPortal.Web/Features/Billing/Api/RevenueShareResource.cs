using IspPortal.Core.Billing.Revenue;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What was billed of one plan or area.</summary>
/// <param name="Name">The plan or city, or null.</param>
/// <param name="Billed">Without tax and deposits, discounts taken off.</param>
/// <param name="Lines">How many lines were billed.</param>
/// <param name="Percent">Its share of everything.</param>
internal sealed record RevenueShareResource(string? Name, long Billed, int Lines, double Percent)
{
    public static RevenueShareResource Of(RevenueShare share) => new(share.Name, share.Billed.Minor, share.Lines, share.Percent);
}
