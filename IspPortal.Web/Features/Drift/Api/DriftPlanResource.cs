using IspPortal.Core.Network.Drift;

namespace IspPortal.Web.Features.Drift.Api;

/// <summary>The draft of a plan that was made.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Failures">Routers that could not be read: they are not part of it.</param>
internal sealed record DriftPlanResource(Guid PlanId, IReadOnlyList<DriftRouterFailure> Failures);
