using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What a closing of a day would hold now.</summary>
/// <param name="On">The day, and the last one that it closes.</param>
/// <param name="FromOn">The first one that it closes; null when none was ever closed.</param>
/// <param name="Postings">How many postings there are; to be sent back with the closing.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Totals">Money by where it lies.</param>
internal sealed record DayTotalsResource(DateOnly On, DateOnly? FromOn, int Postings, string Currency, IReadOnlyList<DayTotalResource> Totals)
{
    public static DayTotalsResource Of(DayTotals totals) => new(totals.On, totals.FromOn, totals.Postings, Core.Common.Money.Currency.Idr.Code, [.. totals.Totals.Select(DayTotalResource.Of)]);
}
