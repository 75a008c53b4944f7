namespace IspPortal.Core.Network.Provisioning;

/// <summary>Something the planner reports instead of changing it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Menu">Where.</param>
/// <param name="Key">Which item.</param>
/// <param name="AccessId">The line, or null.</param>
/// <param name="Detail">What was seen, e.g. the other comment or the missing profile's name; null without.</param>
public sealed record PlanFinding(PlanFindingKind Kind, string Menu, string Key, Guid? AccessId = null, string? Detail = null);
