using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>A plan on one router.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Profile">The profile that serves the plan there.</param>
/// <param name="IsMapped">Whether that name was chosen for this router.</param>
/// <param name="State">How it stands, as of <paramref name="ReadAtUtc"/>.</param>
/// <param name="WantedRateLimit">The plan's speed, or that of a campaign that is running.</param>
/// <param name="FoundRateLimit">What the router has; null: not there or not read.</param>
/// <param name="ReadAtUtc">When it was read; null: never.</param>
/// <param name="ErrorCode">Why the last reading failed, or null.</param>
/// <param name="IsAdopted">Whether the portal may make it when it is missing.</param>
/// <param name="Lines">Owned lines on it.</param>
/// <param name="SessionsOnline">Live sessions on it, owned or not.</param>
public sealed record PlanProfileRow(
    Guid RouterId, string RouterName, string Profile, bool IsMapped, PlanProfileState State, string WantedRateLimit, string? FoundRateLimit, DateTime? ReadAtUtc, string? ErrorCode,
    bool IsAdopted, int Lines, int SessionsOnline)
{
    /// <summary>How the plan is served.</summary>
    public AccessService Service { get; init; }
}
