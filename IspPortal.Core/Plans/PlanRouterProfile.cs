using IspPortal.Core.Audit;

namespace IspPortal.Core.Plans;

/// <summary>The profile that serves a plan on one router, where it is not the plan's own name.</summary>
[Audited("plan-profile")]
internal sealed class PlanRouterProfile
{
    public Guid PlanId { get; set; }

    public Guid RouterId { get; set; }

    public required string Profile { get; set; }
}
