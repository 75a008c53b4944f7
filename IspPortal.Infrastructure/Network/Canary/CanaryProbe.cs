using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Canary;

/// <summary>Asks a router every command shape that the portal uses to write, by prints alone, and keeps what came out.</summary>
internal sealed class CanaryProbe(PortalContextSource source, RouterClients clients, TimeProvider clock)
{
    private const string Who = "canary";

    private static readonly string[] Menus =
    [
        RouterMenus.PppProfile, RouterMenus.PppSecret, RouterMenus.PppActive, RouterMenus.SimpleQueue, RouterMenus.HotspotProfile, RouterMenus.HotspotUser, RouterMenus.HotspotActive,
        RouterMenus.AddressList, RouterMenus.Pool, RouterMenus.DhcpLease, RouterMenus.FirewallFilter, RouterMenus.FirewallNat,
    ];

    /// <summary>The version that the router runs now; <c>unknown</c> when its account may not read it.</summary>
    public async Task<Result<string>> VersionAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var connected = await client.Value.ConnectAsync(cancellationToken);
        return connected.Succeeded ? Result.Of(client.Value.Version?.ToString() ?? "unknown") : connected.Error;
    }

    /// <summary>Probes and stores the outcome. An error means that the connection failed: then nothing is known and nothing is stored.</summary>
    public async Task<Result<CanaryReport>> ProbeAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(routerId, cancellationToken);
        var client = version.Succeeded ? await clients.GetAsync(routerId, cancellationToken) : version.Error;
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var shapes = new List<CanaryShape>();
        foreach (var menu in Menus)
        {
            foreach (var (shape, command) in ShapesOf(client.Value, menu))
            {
                var error = shape == "count"
                    ? (await client.Value.ExecuteAsync(command, cancellationToken)).Error
                    : (await client.Value.PrintAsync(command, cancellationToken)).Error;
                if (error is not null && !error.Code.StartsWith("routeros.trap", StringComparison.Ordinal) && error.Code != "routeros.not_enough_permissions")
                {
                    return error;
                }

                shapes.Add(new CanaryShape(menu, shape, error?.Code, error?.Detail));
            }
        }

        var report = new CanaryReport(version.Value, clock.UtcNow(), shapes.TrueForAll(s => s.ErrorCode is null), shapes);
        await StoreAsync(routerId, report, cancellationToken);
        return report;
    }

    public async Task<CanaryReport?> FindAsync(Guid routerId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Who);
        return await context.Set<RouterCanary>().AsNoTracking().FirstOrDefaultAsync(c => c.RouterId == routerId, cancellationToken) is { } canary
            ? new CanaryReport(canary.RouterOsVersion, canary.ProbedAtUtc, canary.IsGood, JsonSerializer.Deserialize<List<CanaryShape>>(canary.ShapesJson)!)
            : null;
    }

    private static IEnumerable<(string Shape, RouterOsCommand Command)> ShapesOf(IRouterOsClient client, string menu)
    {
        var print = new RouterOsCommand(menu + "/print");
        var key = RouterMenus.KeyOf(menu) is [.., var last] ? last : "comment";

        // A name that nobody has: the answer is an empty table, and passwords never come.
        var read = print.Proplist([".id", "dynamic", .. Writable.PropertiesOf(menu)]).Where($"?{key}=isp-canary-1f7e");
        yield return ("read", menu is RouterMenus.PppSecret or RouterMenus.HotspotUser ? client.Dialect.ShowingSensitive(read) : read);
        yield return ("query", print.Proplist(".id").Where($"?{key}=isp-canary-1f7e").Where($"?{key}=isp-canary-2a90").Where("?#|"));
        yield return ("count", print.Flag("count-only").Where($"?{key}=isp-canary-1f7e"));
    }

    private async Task StoreAsync(Guid routerId, CanaryReport report, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Who);
        var json = JsonSerializer.Serialize(report.Shapes);
        var stored = await context.Set<RouterCanary>().FirstOrDefaultAsync(c => c.RouterId == routerId, cancellationToken);
        if (stored is null)
        {
            context.Add(new RouterCanary { RouterId = routerId, RouterOsVersion = report.RouterOsVersion, ProbedAtUtc = report.ProbedAtUtc, IsGood = report.IsGood, ShapesJson = json });
        }
        else
        {
            (stored.RouterOsVersion, stored.ProbedAtUtc, stored.IsGood, stored.ShapesJson) = (report.RouterOsVersion, report.ProbedAtUtc, report.IsGood, json);
        }

        var probed = report.IsGood ? report.RouterOsVersion : null;
        await context.SaveChangesAsync(cancellationToken);

        // A figure of the portal's own: whoever edits the router meanwhile is not in its way.
        await context.Set<Router>().Where(r => r.Id == routerId).ExecuteUpdateAsync(set => set.SetProperty(r => r.ProbedVersion, probed), cancellationToken);
    }
}
