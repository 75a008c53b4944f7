namespace IspPortal.Core.Network.Pairs;

/// <summary>What was prepared. The portal knows the new places of the lines; routers change when the plans are applied.</summary>
/// <param name="Lines">Lines it was done for.</param>
/// <param name="Skipped">Lines that stay as they are; the plan's findings name them.</param>
/// <param name="PlanId">The draft of the plan; null when no router has to be changed.</param>
/// <param name="CleanUpPlanId">The draft of the plan for a router that could not be read: it is worked out when the router is back; null when there is none.</param>
public sealed record PairOutcome(int Lines, int Skipped, Guid? PlanId, Guid? CleanUpPlanId);
