namespace IspPortal.Core.Network.Routers;

/// <summary>What one try to connect found. What the account may not read, or the version does not have, is null.</summary>
/// <param name="Latency">Round trip of a small command.</param>
/// <param name="Identity">The router's own name.</param>
/// <param name="RouterOsVersion">Its version.</param>
/// <param name="Board">Its board name.</param>
/// <param name="CertificateSha256">Hex of the certificate it presented, or null on a plain connection.</param>
public sealed record RouterTestReport(TimeSpan Latency, string Identity, string RouterOsVersion, string Board, string? CertificateSha256)
{
    /// <summary>Level of the licence, 0–6, or its name on virtual routers (<c>p1</c>, <c>free</c>).</summary>
    public string? LicenceLevel { get; init; }

    /// <summary>PPPoE sessions that the licence allows; null when it sets no limit or is not known (<see cref="RouterLicence"/>).</summary>
    public int? LicenceSessions { get; init; }

    /// <summary>The group of the API user.</summary>
    public string? Group { get; init; }

    /// <summary>The policies of that group.</summary>
    public IReadOnlyList<string>? Rights { get; init; }

    /// <summary>The router's clock minus the portal's.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>How many API sessions the service allows at once; only newer versions have such a limit.</summary>
    public int? MaxApiSessions { get; init; }

    /// <summary>From where the API service may be reached, as the router writes it; empty: from everywhere.</summary>
    public string? AllowedFrom { get; init; }

    /// <summary>Live sessions at that moment.</summary>
    public int? Sessions { get; init; }

    /// <summary>What should be put right, the worst first.</summary>
    public IReadOnlyList<RouterAdvice> Advice { get; init; } = [];
}
