namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>A promotion that is to be given: chosen, or named by the customer's coupon; one of both.</summary>
/// <param name="PromotionId">One that is given without a coupon, or null.</param>
/// <param name="Coupon">What the customer says, whatever the case, or null.</param>
public sealed record WantedPromotion(Guid? PromotionId = null, string? Coupon = null)
{
    /// <summary>Whether nothing is wanted.</summary>
    public bool IsNone => PromotionId is null && string.IsNullOrWhiteSpace(Coupon);
}
