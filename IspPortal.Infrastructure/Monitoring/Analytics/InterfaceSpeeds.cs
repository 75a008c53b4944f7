using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

/// <summary>
/// Asks routers how fast the links of their Ethernet interfaces are. A link that is down has no speed: the last one stays, it says what the port carries. One router that does not answer hinders no
/// other and keeps what is known of it.
/// </summary>
internal sealed class InterfaceSpeeds(RouterClients clients, PortalContextSource source, TimeProvider clock, ILogger<InterfaceSpeeds> logger)
{
    private const string By = "interface-speeds";
    private const int LongestName = 128;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(15);

    /// <summary>Asks every enabled router; gives how many answered and how many did not.</summary>
    public async Task<(int Answered, int Silent)> ReadAsync(CancellationToken cancellationToken)
    {
        List<Guid> routers;
        await using (var context = source.CreateForSystem(By))
        {
            routers = await context.Set<Router>().AsNoTracking().Where(r => r.Enabled && r.RemovedAtUtc == null).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        }

        var (answered, silent) = (0, 0);
        foreach (var routerId in routers)
        {
            _ = await ReadAsync(routerId, cancellationToken) ? answered++ : silent++;
        }

        return (answered, silent);
    }

    private async Task<bool> ReadAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return false;
        }

        var names = await client.Value.PrintAsync(new RouterOsCommand("/interface/print").Proplist("name").Where("?type=ether").Deadlines(Silence, Whole), cancellationToken);
        if (!names.Succeeded)
        {
            return false;
        }

        string[] known = [.. names.Value.Select(row => row["name"]).OfType<string>().Where(name => name.Length is > 0 and <= LongestName && !name.Contains(',', StringComparison.Ordinal))];
        if (known.Length == 0)
        {
            return true;
        }

        var read = await client.Value.PrintAsync(new RouterOsCommand("/interface/ethernet/monitor").With("numbers", string.Join(',', known)).With("once", "").Deadlines(Silence, Whole), cancellationToken);
        if (!read.Succeeded)
        {
            logger.LogInformation("Router {RouterId} did not say how fast its links are: {Error}", routerId, read.Error);
            return false;
        }

        await KeepAsync(routerId, read.Value.Select(row => (Name: row["name"] ?? "", Rate: LinkRate.Read(row["rate"]))).Where(link => link.Rate is not null && known.Contains(link.Name)).ToDictionary(link => link.Name, link => link.Rate!.Value), cancellationToken);
        return true;
    }

    private async Task KeepAsync(Guid routerId, Dictionary<string, long> rates, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        var kept = await context.Set<InterfaceSpeed>().Where(s => s.RouterId == routerId).ToDictionaryAsync(s => s.Name, cancellationToken);
        var now = clock.UtcNow();
        foreach (var (name, rate) in rates)
        {
            if (kept.TryGetValue(name, out var speed))
            {
                (speed.BitsPerSecond, speed.ReadAtUtc) = (rate, now);
            }
            else
            {
                context.Add(new InterfaceSpeed { RouterId = routerId, Name = name, BitsPerSecond = rate, ReadAtUtc = now });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
