using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Sample;

/// <summary>A router of the sample ISP.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">E.g. <c>RTR-BEKASI</c>.</param>
/// <param name="Site">Where it stands.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Version">RouterOS version.</param>
/// <param name="Board">Board.</param>
/// <param name="Architecture">CPU architecture.</param>
/// <param name="Host">Where its API listens.</param>
/// <param name="Port">Plain API port; 0 when the lab takes any free one.</param>
/// <param name="TlsPort">TLS API port; 0 when the lab takes any free one.</param>
internal sealed record SampleRouter(
    int Index, string Name, SampleSite Site, double Latitude, double Longitude, LabVersion Version, string Board, string Architecture, string Host, int Port, int TlsPort)
{
    /// <summary>The API user of the portal on every lab router.</summary>
    public const string PortalUser = "portal";

    /// <summary>How many customers come in over its radio: one router of the ISP has one.</summary>
    public int RadioClients => Index == 2 ? 14 : 0;
}
