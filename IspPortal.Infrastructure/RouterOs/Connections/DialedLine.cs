namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>An open line to a router, before anyone has logged in on it.</summary>
internal sealed record DialedLine(Stream Stream, string? CertificateSha256);
