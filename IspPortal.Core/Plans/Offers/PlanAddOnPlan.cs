using IspPortal.Core.Audit;

namespace IspPortal.Core.Plans.Offers;

/// <summary>A plan to which an add-on belongs; an add-on without any belongs to all.</summary>
[Audited("plan-add-on-plan")]
internal sealed class PlanAddOnPlan
{
    public Guid AddOnId { get; set; }

    public Guid PlanId { get; set; }
}
