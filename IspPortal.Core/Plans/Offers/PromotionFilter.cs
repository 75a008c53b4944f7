namespace IspPortal.Core.Plans.Offers;

/// <summary>Which promotions.</summary>
/// <param name="State">In this state today, or null.</param>
/// <param name="Kind">Of this kind, or null.</param>
/// <param name="PlanId">For this plan, or null.</param>
public sealed record PromotionFilter(PromotionState? State = null, PromotionKind? Kind = null, Guid? PlanId = null);
