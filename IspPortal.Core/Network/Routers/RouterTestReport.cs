namespace IspPortal.Core.Network.Routers;

/// <summary>What one try to connect found.</summary>
/// <param name="Latency">Round trip of a small command.</param>
/// <param name="Identity">The router's own name.</param>
/// <param name="RouterOsVersion">Its version.</param>
/// <param name="Board">Its board name.</param>
/// <param name="CertificateSha256">Hex of the certificate it presented, or null on a plain connection.</param>
public sealed record RouterTestReport(TimeSpan Latency, string Identity, string RouterOsVersion, string Board, string? CertificateSha256);
