using IspPortal.Core.Audit;

namespace IspPortal.Core.Plans.Offers;

/// <summary>A plan that a promotion makes cheaper; one without any does so for all.</summary>
[Audited("plan-promotion-plan")]
internal sealed class PlanPromotionPlan
{
    public Guid PromotionId { get; set; }

    public Guid PlanId { get; set; }
}
