using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>A router: what is configured, and what the last poll said. Null figures are unknown, never zero.</summary>
/// <param name="Id">The router's id.</param>
/// <param name="Name">Unique name.</param>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">API port.</param>
/// <param name="UseTls">Whether the API is spoken over TLS.</param>
/// <param name="Site">Where it stands, or null.</param>
/// <param name="Latitude">Degrees, WGS 84, or null.</param>
/// <param name="Longitude">Degrees, WGS 84, or null.</param>
/// <param name="State">Reachability.</param>
/// <param name="ErrorCode">Stable code of the last failure while not online, or null.</param>
/// <param name="Identity">The router's own name, or null.</param>
/// <param name="RouterOsVersion">e.g. 7.18.2, or null.</param>
/// <param name="Board">Board name, or null.</param>
/// <param name="CpuPercent">0–100.</param>
/// <param name="MemoryPercent">0–100.</param>
/// <param name="UptimeSeconds">Since its boot, as of the last good poll.</param>
/// <param name="Sessions">Live sessions.</param>
/// <param name="DownBitsPerSecond">Sum towards customers.</param>
/// <param name="UpBitsPerSecond">Sum from customers.</param>
/// <param name="ApiBusyPercent">Share of the time it spends answering the portal.</param>
/// <param name="LastGoodPollAtUtc">When the last good poll ended, or null.</param>
/// <param name="Version">Send it with a change.</param>
internal record RouterResource(
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
    long? UptimeSeconds,
    int? Sessions,
    long? DownBitsPerSecond,
    long? UpBitsPerSecond,
    double? ApiBusyPercent,
    DateTime? LastGoodPollAtUtc,
    long Version)
{
    /// <summary>How its isolir kit stands by the last check: unchecked, green (lines can be isolated) or red (nobody is isolated there).</summary>
    public IsolirKitState Isolir { get; init; }

    public static RouterResource Of(RouterRow row) => new(
        row.Id,
        row.Name,
        row.Host,
        row.Port,
        row.UseTls,
        row.Site,
        row.Latitude,
        row.Longitude,
        row.State,
        row.ErrorCode,
        row.Identity,
        row.RouterOsVersion,
        row.Board,
        row.CpuPercent,
        row.MemoryPercent,
        (long?)row.Uptime?.TotalSeconds,
        row.Sessions,
        row.DownBitsPerSecond,
        row.UpBitsPerSecond,
        row.ApiBusyPercent,
        row.LastGoodPollAtUtc,
        row.Version)
    {
        Isolir = row.Isolir,
    };
}
