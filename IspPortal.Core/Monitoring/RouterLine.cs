using IspPortal.Core.Network.Routers;

namespace IspPortal.Core.Monitoring;

/// <summary>One router on the wall.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Reachability.</param>
/// <param name="Sessions">Live sessions; the last known ones while it cannot be read (see <paramref name="State"/>), null when never read.</param>
/// <param name="DownBitsPerSecond">Towards customers, or null when unknown.</param>
/// <param name="UpBitsPerSecond">From customers, or null when unknown.</param>
/// <param name="CpuPercent">0–100, or null when unknown.</param>
/// <param name="LastGoodPollAtUtc">Age of the figures, or null when there are none.</param>
public sealed record RouterLine(
    Guid RouterId,
    string Name,
    RouterState State,
    int? Sessions,
    long? DownBitsPerSecond,
    long? UpBitsPerSecond,
    double? CpuPercent,
    DateTime? LastGoodPollAtUtc);
