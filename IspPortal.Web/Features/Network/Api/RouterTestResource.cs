using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>What one connection to a router found. What could not be read is null.</summary>
/// <param name="LatencyMilliseconds">Round trip of a small command.</param>
/// <param name="Identity">The router's own name.</param>
/// <param name="RouterOsVersion">Its version.</param>
/// <param name="Board">Its board name.</param>
/// <param name="CertificateSha256">Hex of the certificate it presented, or null on a plain connection.</param>
/// <param name="LicenceLevel">Level of its licence.</param>
/// <param name="LicenceSessions">Sessions that the licence allows; null also when there is no limit.</param>
/// <param name="Sessions">Live PPP sessions.</param>
/// <param name="Group">The group of the API user.</param>
/// <param name="Rights">That group's policies.</param>
/// <param name="ClockSkewSeconds">The router's clock minus the portal's.</param>
/// <param name="MaxApiSessions">API sessions allowed at once, where the version limits them.</param>
/// <param name="AllowedFrom">From where the API may be reached; empty: from everywhere.</param>
/// <param name="Advice">What should be put right, the worst first.</param>
internal sealed record RouterTestResource(
    double LatencyMilliseconds,
    string Identity,
    string RouterOsVersion,
    string Board,
    string? CertificateSha256,
    string? LicenceLevel,
    int? LicenceSessions,
    int? Sessions,
    string? Group,
    IReadOnlyList<string>? Rights,
    double? ClockSkewSeconds,
    int? MaxApiSessions,
    string? AllowedFrom,
    IReadOnlyList<RouterAdviceResource> Advice)
{
    public static RouterTestResource Of(RouterTestReport report) => new(
        Math.Round(report.Latency.TotalMilliseconds, 3),
        report.Identity,
        report.RouterOsVersion,
        report.Board,
        report.CertificateSha256,
        report.LicenceLevel,
        report.LicenceSessions,
        report.Sessions,
        report.Group,
        report.Rights,
        report.ClockSkew is { } skew ? Math.Round(skew.TotalSeconds, 1) : null,
        report.MaxApiSessions,
        report.AllowedFrom,
        [.. report.Advice.Select(advice => new RouterAdviceResource(
            advice.Kind, advice.IsBlocking, [.. advice.Arguments.Select(argument => Convert.ToString(argument, System.Globalization.CultureInfo.InvariantCulture)!)]))]);
}
