namespace IspPortal.Core.Plans;

/// <summary>A plan's lines on one router.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Profile">The profile that serves it there; null for static lines.</param>
/// <param name="Lines">Owned lines.</param>
/// <param name="SessionsOnline">Live sessions that a change of speed would end, owned or not.</param>
public sealed record PlanRouterUsage(Guid RouterId, string RouterName, string? Profile, int Lines, int SessionsOnline);
