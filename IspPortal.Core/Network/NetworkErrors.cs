using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network;

/// <summary>Expected failures of the network features.</summary>
public static class NetworkErrors
{
    /// <summary>The code of <see cref="RouterServesLines"/>.</summary>
    public const string RouterServesLinesCode = "network.router_serves_lines";

    /// <summary>No such router.</summary>
    public static Error RouterNotFound { get; } = new("network.router_not_found", ErrorKind.NotFound);

    /// <summary>Another router has this name.</summary>
    public static Error RouterNameTaken(string name) => new("network.router_name_taken", ErrorKind.Conflict, name);

    /// <summary>Another router has this host and port.</summary>
    public static Error RouterAddressTaken(string host, int port) => new("network.router_address_taken", ErrorKind.Conflict, host, port);

    /// <summary>The router serves so many lines of the portal, which no other router has: they are moved or end first.</summary>
    public static Error RouterServesLines(int lines) => new(RouterServesLinesCode, ErrorKind.Conflict, lines);

    /// <summary>The router serves lines that subscriptions keep: they are moved or ended there, not with the router. Argument: how many.</summary>
    public static Error RouterServesSubscriptions(int lines) => new("network.router_serves_subscriptions", ErrorKind.Conflict, lines);

    /// <summary>The router serves so many lines that its partner has too: they are moved there first.</summary>
    public static Error RouterHasTwins(int lines) => new("network.router_has_twins", ErrorKind.Conflict, lines);

    /// <summary>The router is not spoken to over TLS: it has no certificate to trust.</summary>
    public static Error RouterWithoutTls { get; } = new("network.router_without_tls", ErrorKind.Conflict);

    /// <summary>The router shows another certificate than the one that is to be trusted.</summary>
    public static Error CertificateDiffers(string presentedSha256) => new("network.certificate_differs", ErrorKind.Conflict, presentedSha256);

    /// <summary>No such access.</summary>
    public static Error AccessNotFound { get; } = new("network.access_not_found", ErrorKind.NotFound);

    /// <summary>Another line has this username, or had it and it is still reserved.</summary>
    public static Error UsernameTaken(string username) => new("network.username_taken", ErrorKind.Conflict, username);

    /// <summary>The line is not the portal's: it was only discovered.</summary>
    public static Error AccessNotOwned { get; } = new("network.access_not_owned", ErrorKind.Conflict);

    /// <summary>A subscription ({0}) says what the line should be: it is changed there.</summary>
    public static Error LineKept(string number) => new("network.line_kept", ErrorKind.Conflict, number);
}
