using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>Everything that can go wrong between the portal and a router. The router's own words are in <see cref="Error.Detail"/>.</summary>
internal static class RouterOsErrors
{
    public const string Prefix = "routeros.";

    // The way to the router. {0} is host:port.
    public static Error HostUnknown(string address) => new("routeros.host_unknown", ErrorKind.External, address);

    public static Error Unreachable(string address, string? detail = null) => new("routeros.unreachable", ErrorKind.Timeout, address) { Detail = detail };

    public static Error Refused(string address) => new("routeros.refused", ErrorKind.External, address);

    public static Error TlsOnPlainPort(string address) => new("routeros.tls_on_plain_port", ErrorKind.External, address);

    public static Error PlainOnTlsPort(string address) => new("routeros.plain_on_tls_port", ErrorKind.External, address);

    public static Error CertificateChanged(string address, string presented) => new("routeros.certificate_changed", ErrorKind.External, address, presented);

    public static Error CertificateAnonymous(string address) => new("routeros.certificate_anonymous", ErrorKind.External, address);

    public static Error TlsFailed(string address, string? detail) => new("routeros.tls_failed", ErrorKind.External, address) { Detail = detail };

    /// <summary>{1} is the code of the failure that opened the circuit, {2} the seconds until the next attempt.</summary>
    public static Error CircuitOpen(string address, Error cause, int seconds) =>
        new("routeros.circuit_open", ErrorKind.External, address, cause.Code, seconds) { Detail = cause.Detail };

    // The connection. It is closed after each of these.
    public static Error Silent(TimeSpan after) => new("routeros.silent", ErrorKind.Timeout, Seconds(after));

    public static Error TimedOut(TimeSpan after) => new("routeros.timeout", ErrorKind.Timeout, Seconds(after));

    public static Error Closed(string? detail = null) => new("routeros.closed", ErrorKind.External) { Detail = detail };

    public static Error Protocol(string detail) => new("routeros.protocol_error", ErrorKind.External) { Detail = detail };

    public static Error Fatal(string detail) => new("routeros.fatal", ErrorKind.External) { Detail = detail };

    public static Error TooManySessions(string? detail) => new("routeros.too_many_sessions", ErrorKind.External) { Detail = detail };

    public static Error StreamOverrun() => new("routeros.stream_overrun", ErrorKind.External);

    // The account.
    public static Error LoginFailed(string? detail) => new("routeros.login_failed", ErrorKind.External) { Detail = detail };

    public static Error NoApiPermission(string? detail) => new("routeros.no_api_permission", ErrorKind.External) { Detail = detail };

    public static Error NotEnoughPermissions(string? detail) => new("routeros.not_enough_permissions", ErrorKind.External) { Detail = detail };

    // What the router said to a command. The connection stays.
    public static Error TrapDuplicate(string detail) => new("routeros.trap_duplicate", ErrorKind.Conflict) { Detail = detail };

    public static Error TrapNoSuchItem(string detail) => new("routeros.trap_no_such_item", ErrorKind.NotFound) { Detail = detail };

    public static Error TrapNoSuchCommand(string detail) => new("routeros.trap_no_such_command", ErrorKind.External) { Detail = detail };

    public static Error TrapBadValue(string detail) => new("routeros.trap_bad_value", ErrorKind.Invalid) { Detail = detail };

    public static Error TrapMissingArgument(string detail) => new("routeros.trap_missing_argument", ErrorKind.Invalid) { Detail = detail };

    public static Error TrapInterrupted(string detail) => new("routeros.trap_interrupted", ErrorKind.External) { Detail = detail };

    public static Error Trap(string detail) => new("routeros.trap", ErrorKind.External) { Detail = detail };

    private static double Seconds(TimeSpan span) => Math.Round(span.TotalSeconds, 1);
}
