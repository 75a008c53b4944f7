using IspPortal.Core.Billing.Revenue;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What months earned.</summary>
/// <param name="Currency">Of every amount.</param>
/// <param name="Months">The first month first.</param>
internal sealed record RevenueResource(string Currency, IReadOnlyList<RevenueMonthResource> Months)
{
    public static RevenueResource Of(IReadOnlyList<RevenueMonth> months) => new(Core.Common.Money.Currency.Idr.Code, [.. months.Select(RevenueMonthResource.Of)]);
}
