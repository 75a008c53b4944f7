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
/// Opens an incident in the poll that makes a router offline, or that meets another certificate than the trusted one, and resolves it in the one that finds the router again. The database decides what is open
/// (a unique key), so that restarts and further nodes change nothing; it is asked only when the router's state changes or somebody ended one by hand.
/// </summary>
internal sealed class RouterWatch(PortalContextSource source, AlertBoard board, TimeProvider clock) : IRouterStateObserver
{
    private const string Job = "alerts";

    private const string CertificateChanged = "routeros.certificate_changed";

    private static readonly AlertKind[] Kinds = [AlertKind.RouterUnreachable, AlertKind.RouterCertificateChanged];

    private readonly ConcurrentDictionary<(AlertKind Kind, Guid RouterId), bool> _open = new();

    public async Task PolledAsync(RouterSnapshot snapshot, CancellationToken cancellationToken)
    {
        foreach (var kind in Kinds)
        {
            bool? known = _open.TryGetValue((kind, snapshot.RouterId), out var open) ? open : null;
            var holds = kind == AlertKind.RouterUnreachable ? snapshot.State == RouterState.Offline : snapshot.State != RouterState.Online && snapshot.ErrorCode == CertificateChanged;
            if (holds && known != true)
            {
                await OpenAsync(kind, snapshot, cancellationToken);
                _open[(kind, snapshot.RouterId)] = true;
            }
            else if (snapshot.State == RouterState.Online && known != false)
            {
                await ResolveAsync(kind, snapshot.RouterId, cancellationToken);
                _open[(kind, snapshot.RouterId)] = false;
            }
        }
    }

    public async Task StoppedAsync(Guid routerId, CancellationToken cancellationToken)
    {
        foreach (var kind in Kinds)
        {
            await ResolveAsync(kind, routerId, cancellationToken);
        }

        Forget(routerId);
    }

    /// <summary>Somebody ended the router's incident by hand: the next poll asks the database again.</summary>
    public void Forget(Guid routerId)
    {
        foreach (var kind in Kinds)
        {
            _open.TryRemove((kind, routerId), out _);
        }
    }

    private async Task OpenAsync(AlertKind kind, RouterSnapshot snapshot, CancellationToken cancellationToken)
    {
        var key = AlertIncident.OpenKeyOf(kind, snapshot.RouterId);
        await using var context = source.CreateForSystem(Job);
        if (await context.Set<AlertIncident>().AnyAsync(a => a.OpenKey == key, cancellationToken))
        {
            return;
        }

        context.Add(new AlertIncident
        {
            Id = Ids.New(clock),
            Kind = kind,
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

    private async Task ResolveAsync(AlertKind kind, Guid routerId, CancellationToken cancellationToken)
    {
        var key = AlertIncident.OpenKeyOf(kind, routerId);
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
