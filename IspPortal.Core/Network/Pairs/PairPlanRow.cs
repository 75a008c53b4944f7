using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Pairs;

/// <summary>A plan of a pair that is not over yet.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Origin">What made it: <c>pair-move</c>, <c>pair-twins</c>, <c>pair-cleanup</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Steps">Steps, kicks included; 0 while its router could not be read yet.</param>
/// <param name="Kicks">Sessions it ends.</param>
/// <param name="WaitsForRouter">A router of it could not be read yet: it is planned when it is back.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
public sealed record PairPlanRow(Guid PlanId, string Origin, AccessPlanState State, int Steps, int Kicks, bool WaitsForRouter, DateTime CreatedAtUtc);
