namespace IspPortal.Core.Network.Provisioning;

/// <summary>One plan with its routers.</summary>
/// <param name="Row">The plan.</param>
/// <param name="Kicks">When sessions feel it.</param>
/// <param name="StopAtFailedPercent">The share of failures at which it stops by itself.</param>
/// <param name="UndoesPlanId">The plan it takes back, or null.</param>
/// <param name="Parts">Its routers.</param>
public sealed record AccessPlanDetails(AccessPlanRow Row, KickPolicy Kicks, int StopAtFailedPercent, Guid? UndoesPlanId, IReadOnlyList<AccessPlanPart> Parts);
