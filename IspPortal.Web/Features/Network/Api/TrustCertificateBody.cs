namespace IspPortal.Web.Features.Network.Api;

/// <summary>The certificate that is trusted from now on.</summary>
/// <param name="CertificateSha256">Its fingerprint, as it was compared with the router's.</param>
/// <param name="Reason">Why it changed; kept in the audit.</param>
internal sealed record TrustCertificateBody(string? CertificateSha256, string? Reason);
