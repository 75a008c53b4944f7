namespace IspPortal.Infrastructure.RouterOs;

/// <summary>Where a router's API is and who logs in. A null <paramref name="PinnedCertificateSha256"/> trusts the first certificate and offers it to be pinned.</summary>
internal sealed record RouterEndpoint(Guid RouterId, string Host, int Port, bool UseTls, string Username, string Password, string? PinnedCertificateSha256)
{
    public const int PlainPort = 8728;

    public const int TlsPort = 8729;

    public override string ToString() => $"{Username}@{Host}:{Port}{(UseTls ? " (TLS)" : string.Empty)}";
}
