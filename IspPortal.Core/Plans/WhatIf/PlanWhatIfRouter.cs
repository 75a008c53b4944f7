namespace IspPortal.Core.Plans.WhatIf;

/// <summary>What one router would get.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Lines">Owned lines of the plan there.</param>
/// <param name="Steps">Changes on the router.</param>
/// <param name="Kicks">Sessions that would end.</param>
/// <param name="KicksFromUtc">When the first would end; null: none would.</param>
/// <param name="KicksUntilUtc">When the last would have ended at the pace asked for; null: none would, or at the router's own pace.</param>
/// <param name="IsRead">False when nothing is known of its profiles: the steps are then what would be needed at the most.</param>
public sealed record PlanWhatIfRouter(Guid RouterId, string RouterName, int Lines, int Steps, int Kicks, DateTime? KicksFromUtc, DateTime? KicksUntilUtc, bool IsRead);
