using IspPortal.Core.Network.Pairs;

namespace IspPortal.Core.Network.Routers;

/// <summary>Everything the router page and the edit form show, the credentials excepted: they are never shown again.</summary>
/// <param name="Row">State and figures.</param>
/// <param name="Username">The API user.</param>
/// <param name="PinnedCertificateSha256">Hex of the pinned certificate, or null when none was seen yet.</param>
/// <param name="Notes">Free text, or null.</param>
/// <param name="CountersEverySeconds">How often counters are read; null means the portal's setting.</param>
/// <param name="SessionsEverySeconds">How often sessions are read; null means the portal's setting.</param>
/// <param name="CreatedAtUtc">When it was added.</param>
public sealed record RouterDetails(
    RouterRow Row,
    string Username,
    string? PinnedCertificateSha256,
    string? Notes,
    int? CountersEverySeconds,
    int? SessionsEverySeconds,
    DateTime CreatedAtUtc)
{
    /// <summary>What the uplink carries, in Mbit/s; null: not said.</summary>
    public int? CapacityMegabits { get; init; }

    /// <summary>How many sessions it is meant for; null: not said.</summary>
    public int? CapacitySessions { get; init; }

    /// <summary>Since when the portal only watches this router; null: it may write.</summary>
    public DateTime? ObservesSinceUtc { get; init; }

    /// <summary>The partner of a pair; null: none.</summary>
    public Guid? TwinRouterId { get; init; }

    /// <summary>The partner's name; null: none.</summary>
    public string? TwinRouterName { get; init; }

    /// <summary>How the pair keeps its lines; null: no pair.</summary>
    public PairMode? TwinMode { get; init; }
}
