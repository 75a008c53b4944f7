using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Which routers this node polls. A lease lives half a minute and is renewed well before; a node that dies loses its routers by itself.</summary>
internal sealed class RouterLeases(PortalContextSource source, TimeProvider clock, string owner)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private const string Job = "assign-routers";

    public RouterLeases(PortalContextSource source, TimeProvider clock)
        : this(source, clock, $"{Environment.MachineName}:{Environment.ProcessId}:{Ids.New(clock):N}")
    {
    }

    public string Owner { get; } = owner;

    /// <summary>Takes or renews what is free or ours of <paramref name="routerIds"/>; gives those this node holds now.</summary>
    public async Task<HashSet<Guid>> HoldAsync(IReadOnlyCollection<Guid> routerIds, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var now = clock.UtcNow();
        var until = now + Length;
        var leases = await context.Set<RouterLease>().AsNoTracking().ToDictionaryAsync(l => l.RouterId, cancellationToken);
        foreach (var id in routerIds.Where(id => !leases.ContainsKey(id)))
        {
            try
            {
                await using var adding = source.CreateForSystem(Job);
                adding.Add(new RouterLease { RouterId = id, Owner = Owner, ExpiresAtUtc = until });
                await adding.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another node was faster, or the router is gone: what is held is asked below.
            }
        }

        var me = Owner;
        await context.Set<RouterLease>()
            .Where(l => l.Owner == me || l.ExpiresAtUtc < now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Owner, me).SetProperty(l => l.ExpiresAtUtc, until), cancellationToken);
        var held = await context.Set<RouterLease>().Where(l => l.Owner == me).Select(l => l.RouterId).ToListAsync(cancellationToken);
        return [.. held.Where(routerIds.Contains)];
    }

    /// <summary>Gives all back at once, so that another node need not wait.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var me = Owner;
        await context.Set<RouterLease>().Where(l => l.Owner == me).ExecuteDeleteAsync(cancellationToken);
    }
}
