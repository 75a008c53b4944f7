using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network;

/// <summary>Connects once to a router that may not be stored at all, apart from the connection that polling uses.</summary>
internal sealed class RouterProbe(IRouterOsPool pool, TimeProvider clock)
{
    // No certificate has this fingerprint: the handshake shows one and goes no further.
    private static readonly string NoCertificate = new('0', 64);

    /// <summary>Connects, signs in and looks round; what the account may not read stays unknown.</summary>
    public async Task<Result<RouterTestReport>> ProbeAsync(RouterEndpoint endpoint, int? plannedSessions, CancellationToken cancellationToken)
    {
        var client = pool.Get(endpoint);
        try
        {
            var connected = await client.ConnectAsync(cancellationToken);
            if (!connected.Succeeded)
            {
                return connected.Error;
            }

            var start = clock.GetTimestamp();
            var identity = await client.PrintAsync(Print("/system/identity"), cancellationToken);
            var latency = clock.GetElapsedTime(start);
            if (!identity.Succeeded)
            {
                return identity.Error;
            }

            var resource = await client.PrintAsync(Print("/system/resource"), cancellationToken);
            if (!resource.Succeeded)
            {
                return resource.Error;
            }

            var row = First(resource.Value);
            var report = await LookRoundAsync(
                client,
                endpoint,
                new RouterTestReport(latency, First(identity.Value)["name"] ?? string.Empty, row["version"] ?? string.Empty, row["board-name"] ?? string.Empty, client.PresentedCertificateSha256),
                cancellationToken);
            return report.Succeeded ? report.Value with { Advice = RouterAdvisor.Advise(report.Value, plannedSessions) } : report.Error;
        }
        finally
        {
            await pool.RemoveAsync(endpoint.RouterId);
        }
    }

    /// <summary>The fingerprint that the router shows. The connection ends there: nobody is told the password.</summary>
    public async Task<Result<string>> CertificateAsync(RouterEndpoint endpoint, CancellationToken cancellationToken)
    {
        var client = pool.Get(endpoint with { PinnedCertificateSha256 = NoCertificate });
        try
        {
            var connected = await client.ConnectAsync(cancellationToken);
            return client.PresentedCertificateSha256 is { } seen ? Result.Of(seen) : connected.Error ?? RouterOsErrors.TlsFailed(endpoint.Host, null);
        }
        finally
        {
            await pool.RemoveAsync(endpoint.RouterId);
        }
    }

    private async Task<Result<RouterTestReport>> LookRoundAsync(IRouterOsClient client, RouterEndpoint endpoint, RouterTestReport report, CancellationToken cancellationToken)
    {
        var licence = await AskAsync(client, Print("/system/license"), cancellationToken);
        var user = await AskAsync(client, Print("/user").Proplist("name", "group").Where("?name=" + endpoint.Username), cancellationToken);
        var group = First(user)["group"];
        var policy = group is null ? null : await AskAsync(client, Print("/user/group").Proplist("name", "policy").Where("?name=" + group), cancellationToken);
        var asked = clock.UtcNow();
        var time = await AskAsync(client, Print("/system/clock"), cancellationToken);
        var answered = clock.UtcNow();
        var service = await AskAsync(client, Print("/ip/service").Where("?name=" + (endpoint.UseTls ? "api-ssl" : "api")), cancellationToken);
        var sessions = await client.ExecuteAsync(new RouterOsCommand("/ppp/active/print").Flag("count-only"), cancellationToken);
        if (client.State != RouterOsLinkState.Open && client.LastFault is { } fell)
        {
            return fell;
        }

        var level = First(licence)["nlevel"] ?? First(licence)["level"];
        return report with
        {
            LicenceLevel = level,
            LicenceSessions = RouterLicence.SessionsOf(level),
            Group = group,
            Rights = First(policy)["policy"] is { } words ? RouterRights.Parse(words) : null,
            ClockSkew = UtcOf(First(time)) is { } theirs ? theirs - (asked + ((answered - asked) / 2)) : null,
            MaxApiSessions = (int?)First(service).Long("max-sessions"),
            AllowedFrom = service is { Count: > 0 } ? service[0]["address"] ?? string.Empty : null,
            Sessions = sessions.Succeeded && int.TryParse(sessions.Value.Ret, NumberStyles.None, CultureInfo.InvariantCulture, out var live) ? live : null,
        };
    }

    /// <summary>The router's time in UTC, or null when it does not say its offset.</summary>
    internal static DateTime? UtcOf(RouterOsRow clockRow)
    {
        if (clockRow["date"] is not { } date || clockRow["time"] is not { } time || OffsetOf(clockRow["gmt-offset"]) is not { } offset)
        {
            return null;
        }

        return RouterOs.Wire.Values.RouterOsTimestamp.TryParse($"{date} {time}", DateOnly.MinValue, out var local) ? DateTime.SpecifyKind(local - offset, DateTimeKind.Utc) : null;
    }

    /// <summary><c>+07:00</c>, as the router's clock tells it, or null.</summary>
    internal static TimeSpan? OffsetOf(string? text) =>
        text is { Length: > 1 } && TimeSpan.TryParse(text.TrimStart('+', '-'), CultureInfo.InvariantCulture, out var offset) ? (text[0] == '-' ? -offset : offset) : null;

    private static RouterOsCommand Print(string menu) => new RouterOsCommand(menu + "/print").Deadlines(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

    private static RouterOsRow First(IReadOnlyList<RouterOsRow>? rows) => rows is { Count: > 0 } ? rows[0] : new RouterOsRow();

    private static async Task<IReadOnlyList<RouterOsRow>?> AskAsync(IRouterOsClient client, RouterOsCommand command, CancellationToken cancellationToken) =>
        (await client.PrintAsync(command, cancellationToken)).ValueOr(null);
}
