using System.Collections.Concurrent;
using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts;

/// <summary>
/// Opens an incident in the poll that makes a router offline and resolves it in the one that finds it again. The database decides what is open
/// (a unique key), so that restarts and further nodes change nothing; it is asked only when the router's state changes or somebody ended one by hand.
/// </summary>
internal sealed class RouterUnreachableWatch(PortalContextSource source, AlertBoard board, TimeProvider clock) : IRouterStateObserver
{
    private const string Job = "alerts";

    private readonly ConcurrentDictionary<Guid, bool> _open = new();

    public async Task PolledAsync(RouterSnapshot snapshot, CancellationToken cancellationToken)
    {
        bool? known = _open.TryGetValue(snapshot.RouterId, out var open) ? open : null;
        if (snapshot.State == RouterState.Offline && known != true)
        {
            await OpenAsync(snapshot, cancellationToken);
            _open[snapshot.RouterId] = true;
        }
        else if (snapshot.State == RouterState.Online && known != false)
        {
            await ResolveAsync(snapshot.RouterId, cancellationToken);
            _open[snapshot.RouterId] = false;
        }
    }

    public async Task StoppedAsync(Guid routerId, CancellationToken cancellationToken)
    {
        await ResolveAsync(routerId, cancellationToken);
        _open.TryRemove(routerId, out _);
    }

    /// <summary>Somebody ended the router's incident by hand: the next poll asks the database again.</summary>
    public void Forget(Guid routerId) => _open.TryRemove(routerId, out _);

    private async Task OpenAsync(RouterSnapshot snapshot, CancellationToken cancellationToken)
    {
        var key = AlertIncident.OpenKeyOf(AlertKind.RouterUnreachable, snapshot.RouterId);
        await using var context = source.CreateForSystem(Job);
        if (await context.Set<AlertIncident>().AnyAsync(a => a.OpenKey == key, cancellationToken))
        {
            return;
        }

        context.Add(new AlertIncident
        {
            Id = Ids.New(clock),
            Kind = AlertKind.RouterUnreachable,
            Severity = AlertSeverity.Critical,
            Status = AlertStatus.Open,
            SubjectId = snapshot.RouterId,
            SubjectName = snapshot.Name,
            OpenKey = key,
            ErrorCode = snapshot.ErrorCode,
            AffectedSessions = snapshot.Sessions,
            OpenedAtUtc = snapshot.PolledAtUtc,
        });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return; // Another node opened it first.
        }

        await board.PublishAsync(cancellationToken);
    }

    private async Task ResolveAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var key = AlertIncident.OpenKeyOf(AlertKind.RouterUnreachable, routerId);
        await using var context = source.CreateForSystem(Job);
        var incident = await context.Set<AlertIncident>().FirstOrDefaultAsync(a => a.OpenKey == key, cancellationToken);
        if (incident is null)
        {
            return;
        }

        incident.Resolve(clock.UtcNow(), by: null);
        await context.SaveChangesAsync(cancellationToken);
        await board.PublishAsync(cancellationToken);
    }
}
