using IspPortal.Core.Network.Pairs;

namespace IspPortal.Core.Network.Routers;

/// <summary>A router as the form gives it.</summary>
/// <param name="Name">Unique name, 1–64 characters.</param>
/// <param name="Host">Host name or address, 1–253 characters.</param>
/// <param name="Port">1–65535; 8728 plain, 8729 TLS by default.</param>
/// <param name="UseTls">Whether to speak TLS.</param>
/// <param name="Username">The API user, 1–64 characters.</param>
/// <param name="Password">The API password; null keeps the stored one (only when updating).</param>
/// <param name="Site">Where it stands, or null.</param>
/// <param name="Latitude">−90 to 90, or null.</param>
/// <param name="Longitude">−180 to 180, or null.</param>
/// <param name="Notes">Free text up to 2,000 characters, or null.</param>
/// <param name="CountersEverySeconds">5–300, or null for the portal's setting.</param>
/// <param name="SessionsEverySeconds">10–600, or null for the portal's setting.</param>
/// <param name="ForgetCertificate">Drop the pinned certificate, so that the next one is trusted.</param>
public sealed record SaveRouterRequest(
    string Name,
    string Host,
    int Port,
    bool UseTls,
    string Username,
    string? Password,
    string? Site = null,
    double? Latitude = null,
    double? Longitude = null,
    string? Notes = null,
    int? CountersEverySeconds = null,
    int? SessionsEverySeconds = null,
    bool ForgetCertificate = false)
{
    /// <summary>What the uplink carries, 1–1,000,000 Mbit/s, or null when not said.</summary>
    public int? CapacityMegabits { get; init; }

    /// <summary>How many sessions it is meant for, 1–1,000,000, or null when not said.</summary>
    public int? CapacitySessions { get; init; }

    /// <summary>Words to find it by, up to 256 characters, or null.</summary>
    public string? Tags { get; init; }

    /// <summary>The partner of a pair, or null. Both name each other: the partner is changed too.</summary>
    public Guid? TwinRouterId { get; init; }

    /// <summary>How the pair keeps its lines; without a partner it means nothing.</summary>
    public PairMode TwinMode { get; init; }
}
