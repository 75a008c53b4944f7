using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>One dated price.</summary>
/// <param name="Id">The price.</param>
/// <param name="ValidFromOn">Its first day.</param>
/// <param name="ValidToOn">Its last day, or null.</param>
/// <param name="State">Whether it was, is or will be in force.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Terms">What it costs.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="CreatedBy">Who scheduled it.</param>
/// <param name="CreatedAtUtc">When.</param>
internal sealed record PlanPriceResource(
    Guid Id, DateOnly ValidFromOn, DateOnly? ValidToOn, PlanPriceState State, string Currency, TermsBody Terms, string? Reason, string CreatedBy, DateTime CreatedAtUtc)
{
    public static PlanPriceResource Of(PlanPriceRow row) => new(
        row.Id, row.ValidFromOn, row.ValidToOn, row.State, Core.Common.Money.Currency.Idr.Code, TermsBody.Of(row.Terms), row.Reason, row.CreatedBy, row.CreatedAtUtc);
}
