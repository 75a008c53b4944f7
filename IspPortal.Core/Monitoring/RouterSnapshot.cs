using IspPortal.Core.Network.Routers;

namespace IspPortal.Core.Monitoring;

/// <summary>What one poll of one router said. Figures are those of the last good poll; <see cref="State"/> says whether they are fresh.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="Name">Its name in the portal.</param>
/// <param name="State">Reachability.</param>
/// <param name="PolledAtUtc">When this poll ended.</param>
/// <param name="LastGoodPollAtUtc">When the last good poll ended, or null.</param>
/// <param name="StateSinceUtc">Since when the router is in this state.</param>
/// <param name="ErrorCode">Stable code of the failure while not online, or null.</param>
/// <param name="ErrorDetail">The outside's own words, or null.</param>
/// <param name="Health">The router's own condition, or null when never read.</param>
/// <param name="Sessions">Live sessions, or null when never read.</param>
/// <param name="DownBitsPerSecond">Towards customers, or null.</param>
/// <param name="UpBitsPerSecond">From customers, or null.</param>
/// <param name="Cost">What reading it costs, or null before the first command.</param>
public sealed record RouterSnapshot(
    Guid RouterId,
    string Name,
    RouterState State,
    DateTime PolledAtUtc,
    DateTime? LastGoodPollAtUtc,
    DateTime StateSinceUtc,
    string? ErrorCode,
    string? ErrorDetail,
    RouterHealth? Health,
    int? Sessions,
    long? DownBitsPerSecond,
    long? UpBitsPerSecond,
    PollingCost? Cost);
