using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Plans.WhatIf;

/// <summary>Says what a change of a plan would do, before it is made. Needs <see cref="PlanPermissions.PlansRead"/>.</summary>
public interface IPlanForecast
{
    /// <summary>The report for one plan; changes nothing and asks no router.</summary>
    Task<Result<PlanWhatIfReport>> WhatIfAsync(Guid planId, PlanWhatIfRequest request, CancellationToken cancellationToken);
}
