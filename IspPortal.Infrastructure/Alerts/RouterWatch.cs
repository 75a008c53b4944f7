using System.Collections.Concurrent;
using IspPortal.Core.Alerts;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Monitoring;

namespace IspPortal.Infrastructure.Alerts;

/// <summary>
/// Opens an incident in the poll that makes a router offline, or that meets another certificate than the trusted one, and resolves it in the one that finds the router again. The database is
/// asked only when the router's state changes or somebody ended one by hand.
/// </summary>
internal sealed class RouterWatch(AlertIncidents incidents) : IRouterStateObserver
{
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
                await incidents.ResolveAsync(kind, snapshot.RouterId, cancellationToken);
                _open[(kind, snapshot.RouterId)] = false;
            }
        }
    }

    public async Task StoppedAsync(Guid routerId, CancellationToken cancellationToken)
    {
        foreach (var kind in (AlertKind[])[.. Kinds, AlertKind.IsolirKitRed])
        {
            await incidents.ResolveAsync(kind, routerId, cancellationToken);
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

    private Task OpenAsync(AlertKind kind, RouterSnapshot snapshot, CancellationToken cancellationToken) => incidents.OpenAsync(
        new AlertIncident
        {
            Kind = kind,
            Severity = AlertSeverity.Critical,
            SubjectId = snapshot.RouterId,
            SubjectName = snapshot.Name,
            ErrorCode = snapshot.ErrorCode,
            AffectedSessions = snapshot.Sessions,
            OpenedAtUtc = snapshot.PolledAtUtc,
        },
        cancellationToken);
}
