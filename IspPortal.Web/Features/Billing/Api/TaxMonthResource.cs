using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>The output tax of a month.</summary>
/// <param name="Month">The month, as yyyy-MM.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Sums">By code; fakturs and retail apart.</param>
/// <param name="Tax">All PPN.</param>
/// <param name="Collected">PPN that government collectors pay to the state themselves.</param>
/// <param name="Payable">PPN that we pay.</param>
/// <param name="WaitingCount">How many invoices, of any month, wait for a slip.</param>
/// <param name="Waiting">What they wait for.</param>
internal sealed record TaxMonthResource(string Month, string Currency, IReadOnlyList<TaxCodeSumResource> Sums, long Tax, long Collected, long Payable, int WaitingCount, long Waiting)
{
    public static TaxMonthResource Of(TaxMonthSummary summary) => new(
        summary.Month.ToString(),
        Core.Common.Money.Currency.Idr.Code,
        [.. summary.Sums.Select(TaxCodeSumResource.Of)],
        summary.Tax.Minor,
        summary.Collected.Minor,
        summary.Payable.Minor,
        summary.WaitingCount,
        summary.Waiting.Minor);
}
