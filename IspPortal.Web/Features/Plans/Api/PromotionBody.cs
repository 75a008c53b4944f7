using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>A promotion.</summary>
/// <param name="Name">1–80 characters.</param>
/// <param name="Kind">How it makes a plan cheaper.</param>
/// <param name="ValidFromOn">Its first day.</param>
/// <param name="ValidToOn">Its last day; null: until it is switched off.</param>
/// <param name="Coupon">What the customer says, or null.</param>
/// <param name="Description">Or null.</param>
/// <param name="Percent">Of percent.</param>
/// <param name="Amount">Of amount, in whole rupiah.</param>
/// <param name="PayPeriods">Of payNGetM: N.</param>
/// <param name="GetPeriods">Of payNGetM: M.</param>
/// <param name="Periods">For how many periods it holds, or how many are free.</param>
/// <param name="MaxUses">How often it is given, or null.</param>
/// <param name="NewCustomersOnly">Whether only new customers get it.</param>
/// <param name="PlanIds">The plans it is for; empty: all.</param>
/// <param name="IsActive">Whether it can be had within its dates.</param>
/// <param name="Version">Required when changing one.</param>
internal sealed record PromotionBody(
    string? Name = null, PromotionKind Kind = PromotionKind.Percent, DateOnly? ValidFromOn = null, DateOnly? ValidToOn = null, string? Coupon = null, string? Description = null, int? Percent = null,
    long Amount = 0, int? PayPeriods = null, int? GetPeriods = null, int? Periods = null, int? MaxUses = null, bool NewCustomersOnly = false, IReadOnlyList<Guid>? PlanIds = null, bool IsActive = true,
    long? Version = null)
{
    public SavePromotionRequest ToRequest() => new(Name ?? "", Kind, ValidFromOn ?? default, ValidToOn)
    {
        Coupon = Coupon,
        Description = Description,
        Percent = Percent,
        Amount = Money.Idr(Amount),
        PayPeriods = PayPeriods,
        GetPeriods = GetPeriods,
        Periods = Periods,
        MaxUses = MaxUses,
        NewCustomersOnly = NewCustomersOnly,
        PlanIds = PlanIds ?? [],
        IsActive = IsActive,
    };
}
