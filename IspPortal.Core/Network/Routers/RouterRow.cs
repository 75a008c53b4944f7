using IspPortal.Core.Network.Isolir;

namespace IspPortal.Core.Network.Routers;

/// <summary>One router in the list: what is configured, and what the last poll said. Null figures are unknown, never zero.</summary>
/// <param name="Id">The router's id.</param>
/// <param name="Name">Unique name, e.g. <c>RTR-BEKASI</c>.</param>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">API port.</param>
/// <param name="UseTls">Whether the API is spoken over TLS.</param>
/// <param name="Site">Where it stands, in words, or null.</param>
/// <param name="Latitude">Degrees, WGS 84, or null when not placed.</param>
/// <param name="Longitude">Degrees, WGS 84, or null when not placed.</param>
/// <param name="State">Reachability.</param>
/// <param name="ErrorCode">Stable code of the last failure while not online, or null.</param>
/// <param name="Identity">The router's own name, or null.</param>
/// <param name="RouterOsVersion">e.g. <c>7.18.2</c>, or null.</param>
/// <param name="Board">Board name, or null.</param>
/// <param name="CpuPercent">CPU load, 0–100.</param>
/// <param name="MemoryPercent">Used memory, 0–100.</param>
/// <param name="Uptime">Since its boot, as of the last good poll.</param>
/// <param name="Sessions">Live sessions.</param>
/// <param name="DownBitsPerSecond">Sum towards customers.</param>
/// <param name="UpBitsPerSecond">Sum from customers.</param>
/// <param name="ApiBusyPercent">Share of wall time it spent answering us over the last minutes.</param>
/// <param name="LastGoodPollAtUtc">When the last good poll ended, or null when there was none.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record RouterRow(
    Guid Id,
    string Name,
    string Host,
    int Port,
    bool UseTls,
    string? Site,
    double? Latitude,
    double? Longitude,
    RouterState State,
    string? ErrorCode,
    string? Identity,
    string? RouterOsVersion,
    string? Board,
    double? CpuPercent,
    double? MemoryPercent,
    TimeSpan? Uptime,
    int? Sessions,
    long? DownBitsPerSecond,
    long? UpBitsPerSecond,
    double? ApiBusyPercent,
    DateTime? LastGoodPollAtUtc,
    long Version)
{
    /// <summary>Words to find it by, one space between, or null.</summary>
    public string? Tags { get; init; }

    /// <summary>The partner of a pair; null: none.</summary>
    public Guid? TwinRouterId { get; init; }

    /// <summary>How its isolir kit stands by the last check.</summary>
    public IsolirKitState Isolir { get; init; }
}
