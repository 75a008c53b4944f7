using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A day that was closed.</summary>
/// <param name="Id">The closing.</param>
/// <param name="On">The day, and the last one that it closed.</param>
/// <param name="FromOn">The first one that it closed; null for the first closing.</param>
/// <param name="ClosedAtUtc">When.</param>
/// <param name="ActorName">By whom.</param>
/// <param name="Postings">How many postings it holds.</param>
/// <param name="Note">What was noted, or null.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Totals">Money by where it lies.</param>
internal sealed record DayClosingResource(
    Guid Id, DateOnly On, DateOnly? FromOn, DateTime ClosedAtUtc, string ActorName, int Postings, string? Note, string Currency, IReadOnlyList<DayTotalResource> Totals)
{
    public static DayClosingResource Of(DayClosingRow row) => new(
        row.Id, row.On, row.FromOn, row.ClosedAtUtc, row.ActorName, row.Postings, row.Note, Core.Common.Money.Currency.Idr.Code, [.. row.Totals.Select(DayTotalResource.Of)]);
}
