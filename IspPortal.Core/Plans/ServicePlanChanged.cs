using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Plans;

/// <summary>A plan has another speed or another profile somewhere: lines that hold it themselves follow.</summary>
/// <param name="PlanId">The plan.</param>
public sealed record ServicePlanChanged(Guid PlanId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "plans.service_plan_changed";

    /// <inheritdoc />
    public Guid AggregateId => PlanId;
}
