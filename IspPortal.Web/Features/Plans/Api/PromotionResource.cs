using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>A promotion as it is kept.</summary>
/// <param name="Id">The promotion.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Uses">How often it was given.</param>
/// <param name="Currency">Of its amount.</param>
/// <param name="Content">What it is.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
internal sealed record PromotionResource(Guid Id, PromotionState State, int Uses, string Currency, PromotionBody Content, DateTime CreatedAtUtc)
{
    public static PromotionResource Of(PromotionRow row)
    {
        var c = row.Content;
        return new(
            row.Id,
            row.State,
            row.Uses,
            c.Amount.Currency.Code,
            new(c.Name, c.Kind, c.ValidFromOn, c.ValidToOn, c.Coupon, c.Description, c.Percent, c.Amount.Minor, c.PayPeriods, c.GetPeriods, c.Periods, c.MaxUses, c.NewCustomersOnly, c.PlanIds, c.IsActive, row.Version),
            row.CreatedAtUtc);
    }
}
