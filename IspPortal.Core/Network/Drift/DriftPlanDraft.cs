namespace IspPortal.Core.Network.Drift;

/// <summary>The draft of a plan that ends differences.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Failures">Routers that could not be read: they are not part of it. Empty: none.</param>
public sealed record DriftPlanDraft(Guid PlanId, IReadOnlyList<DriftRouterFailure> Failures);
