using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>What one connection to a router found.</summary>
/// <param name="LatencyMilliseconds">Round trip of a small command.</param>
/// <param name="Identity">The router's own name.</param>
/// <param name="RouterOsVersion">Its version.</param>
/// <param name="Board">Its board name.</param>
/// <param name="CertificateSha256">Hex of the certificate it presented, or null on a plain connection.</param>
internal sealed record RouterTestResource(double LatencyMilliseconds, string Identity, string RouterOsVersion, string Board, string? CertificateSha256)
{
    public static RouterTestResource Of(RouterTestReport report) =>
        new(Math.Round(report.Latency.TotalMilliseconds, 3), report.Identity, report.RouterOsVersion, report.Board, report.CertificateSha256);
}
