namespace IspPortal.Core.Network.Routers;

/// <summary>The certificate that a router shows now beside the one that the portal trusts.</summary>
/// <param name="TrustedSha256">Hex of the trusted one, or null when none is.</param>
/// <param name="PresentedSha256">Hex of the one it shows.</param>
public sealed record PresentedCertificate(string? TrustedSha256, string PresentedSha256)
{
    /// <summary>Whether it is another one than the trusted.</summary>
    public bool HasChanged => TrustedSha256 is not null && !string.Equals(TrustedSha256, PresentedSha256, StringComparison.OrdinalIgnoreCase);
}
