namespace IspPortal.Core.Network.Provisioning;

/// <summary>One router of a plan.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="State">Where its part stands.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Kicks">The sessions it ends.</param>
/// <param name="Done">Steps done or not needed any more.</param>
/// <param name="Failed">Steps that failed.</param>
/// <param name="Findings">How many things were found that the plan leaves alone.</param>
/// <param name="ErrorCode">Why it could not be read or is waiting, or null.</param>
/// <param name="ErrorDetail">The router's own words, or null.</param>
/// <param name="NextTryAtUtc">When it is tried again, or null.</param>
public sealed record AccessPlanPart(
    Guid RouterId, string RouterName, AccessPlanState State, int Steps, int Kicks, int Done, int Failed, int Findings, string? ErrorCode, string? ErrorDetail, DateTime? NextTryAtUtc);
