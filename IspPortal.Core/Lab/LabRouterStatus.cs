namespace IspPortal.Core.Lab;

/// <summary>What an emulated router does right now.</summary>
/// <param name="Name">Its name in the lab, e.g. <c>RTR-BEKASI</c>; also the key of every action on it.</param>
/// <param name="Version">RouterOS version it emulates, e.g. <c>7.18.2</c>.</param>
/// <param name="Board">Board it claims to be.</param>
/// <param name="Port">TCP port of the plain API on loopback.</param>
/// <param name="TlsPort">TCP port of the API over TLS on loopback.</param>
/// <param name="IsPoweredOn">False while it has no power.</param>
/// <param name="IsBooting">True between power on (or a reboot) and the first answer.</param>
/// <param name="PppSessions">Live PPPoE sessions.</param>
/// <param name="HotspotSessions">Live hotspot sessions.</param>
/// <param name="StaticLines">Lines with a simple queue of their own.</param>
/// <param name="ApiConnections">Open API connections, signed in or not.</param>
/// <param name="DownloadBitsPerSecond">True rate towards the customers, over all sessions and lines.</param>
/// <param name="UploadBitsPerSecond">True rate from the customers.</param>
/// <param name="UptimeSeconds">Seconds since it started, 0 while it is off.</param>
/// <param name="Faults">Faults that are on, in the order they were thrown.</param>
public sealed record LabRouterStatus(
    string Name,
    string Version,
    string Board,
    int Port,
    int TlsPort,
    bool IsPoweredOn,
    bool IsBooting,
    int PppSessions,
    int HotspotSessions,
    int StaticLines,
    int ApiConnections,
    long DownloadBitsPerSecond,
    long UploadBitsPerSecond,
    long UptimeSeconds,
    IReadOnlyList<LabFault> Faults);
