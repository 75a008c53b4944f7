using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>A router as it is added or changed.</summary>
/// <param name="Name">Unique name, 1–64 characters.</param>
/// <param name="Host">Host name or address, 1–253 characters.</param>
/// <param name="Username">The API user, 1–64 characters.</param>
/// <param name="Password">The API password; when changing, null keeps the stored one.</param>
/// <param name="Port">1–65535; without it 8728, or 8729 with TLS.</param>
/// <param name="UseTls">Whether to speak TLS.</param>
/// <param name="Site">Where it stands.</param>
/// <param name="Latitude">−90 to 90.</param>
/// <param name="Longitude">−180 to 180.</param>
/// <param name="Notes">Free text up to 2,000 characters.</param>
/// <param name="CountersEverySeconds">5–300, or null for the portal's setting.</param>
/// <param name="SessionsEverySeconds">10–600, or null for the portal's setting.</param>
/// <param name="ForgetCertificate">Drop the pinned certificate, so that the next one is trusted.</param>
/// <param name="CapacityMegabits">What the uplink carries, in Mbit/s.</param>
/// <param name="CapacitySessions">How many sessions it is meant for.</param>
/// <param name="Tags">Words to find it by, up to 256 characters.</param>
/// <param name="TwinRouterId">The partner of a pair; without it the router has none. The partner is changed too.</param>
/// <param name="TwinMode">active: lines are enabled on both; standby: they are disabled on the partner until they are moved.</param>
/// <param name="Version">When changing: the version that was read.</param>
internal sealed record SaveRouterBody(
    string? Name,
    string? Host,
    string? Username,
    string? Password = null,
    int? Port = null,
    bool UseTls = false,
    string? Site = null,
    double? Latitude = null,
    double? Longitude = null,
    string? Notes = null,
    int? CountersEverySeconds = null,
    int? SessionsEverySeconds = null,
    bool ForgetCertificate = false,
    int? CapacityMegabits = null,
    int? CapacitySessions = null,
    string? Tags = null,
    Guid? TwinRouterId = null,
    PairMode TwinMode = PairMode.Active,
    long? Version = null)
{
    private const int PlainPort = 8728;
    private const int TlsPort = 8729;

    /// <summary>What is missing becomes empty: the service names the field.</summary>
    public SaveRouterRequest ToRequest() => new(
        Name ?? "",
        Host ?? "",
        Port ?? (UseTls ? TlsPort : PlainPort),
        UseTls,
        Username ?? "",
        Password,
        Site,
        Latitude,
        Longitude,
        Notes,
        CountersEverySeconds,
        SessionsEverySeconds,
        ForgetCertificate)
    {
        CapacityMegabits = CapacityMegabits,
        CapacitySessions = CapacitySessions,
        Tags = Tags,
        TwinRouterId = TwinRouterId,
        TwinMode = TwinMode,
    };
}
