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

    private volatile Held _held = new([], default, RenewalFailed: false);

    public RouterLeases(PortalContextSource source, TimeProvider clock)
        : this(source, clock, $"{Environment.MachineName}:{Environment.ProcessId}:{Ids.New(clock):N}")
    {
    }

    public string Owner { get; } = owner;

    /// <summary>
    /// Whether nobody else can be polling this router: its lease is ours and has not run out, or it could not be renewed because the database
    /// cannot be had, in which case what is read here is written nowhere.
    /// </summary>
    public bool Holds(Guid routerId) => _held is var held && held.Routers.Contains(routerId) && (held.RenewalFailed || clock.UtcNow() < held.UntilUtc);

    /// <summary>Takes or renews what is free or ours of <paramref name="routerIds"/>; gives those this node holds now.</summary>
    public async Task<IReadOnlySet<Guid>> HoldAsync(IReadOnlyCollection<Guid> routerIds, CancellationToken cancellationToken)
    {
        var until = clock.UtcNow() + Length;
        var routers = await TakeAsync(routerIds, until, cancellationToken);
        _held = new Held(routers, until, RenewalFailed: false);
        return routers;
    }

    /// <summary>The database could not be asked: see <see cref="Holds"/>.</summary>
    public void RenewalFailed() => _held = _held with { RenewalFailed = true };

    /// <summary>Gives all back at once, so that another node need not wait.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        _held = new Held([], default, RenewalFailed: false);
        await using var context = source.CreateForSystem(Job);
        var me = Owner;
        await context.Set<RouterLease>().Where(l => l.Owner == me).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<HashSet<Guid>> TakeAsync(IReadOnlyCollection<Guid> routerIds, DateTime until, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var now = clock.UtcNow();
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

    private sealed record Held(HashSet<Guid> Routers, DateTime UntilUtc, bool RenewalFailed);
}
