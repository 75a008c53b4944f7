using System.Collections.Concurrent;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Monitoring;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>
/// Opens an incident in the poll that makes a router offline, or that meets another certificate than the trusted one, and resolves it in the one that finds the router again. The database is
/// asked only when the router's state changes or somebody ended one by hand.
/// </summary>
internal sealed class RouterWatch(AlertIncidents incidents, RuleBook book) : IRouterStateObserver
{
    private const string CertificateChanged = "routeros.certificate_changed";

    private static readonly (AlertKind Kind, string Rule)[] Kinds = [(AlertKind.RouterUnreachable, BuiltInRules.RouterUnreachable), (AlertKind.RouterCertificateChanged, BuiltInRules.RouterCertificate)];

    private readonly ConcurrentDictionary<(AlertKind Kind, Guid RouterId), bool> _open = new();
    private RulePage? _seen;

    public async Task PolledAsync(RouterSnapshot snapshot, CancellationToken cancellationToken)
    {
        var page = await book.GetAsync(cancellationToken);
        if (!ReferenceEquals(page, Interlocked.Exchange(ref _seen, page)))
        {
            // A rule changed: what is open may have been ended, and what was left out may have to open.
            _open.Clear();
        }

        foreach (var (kind, key) in Kinds)
        {
            bool? known = _open.TryGetValue((kind, snapshot.RouterId), out var open) ? open : null;
            var rule = page.BuiltIn(key);
            var holds = kind == AlertKind.RouterUnreachable ? snapshot.State == RouterState.Offline : snapshot.State != RouterState.Online && snapshot.ErrorCode == CertificateChanged;
            if (holds && known != true && rule is null or { IsEnabled: true } && LastsLongEnough(snapshot, rule))
            {
                _open[(kind, snapshot.RouterId)] = await OpenAsync(kind, rule, snapshot, cancellationToken);
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
        await incidents.ResolveOfRouterAsync(routerId, cancellationToken);
        Forget(routerId);
    }

    /// <summary>Somebody ended the router's incident by hand: the next poll asks the database again.</summary>
    public void Forget(Guid routerId)
    {
        foreach (var (kind, _) in Kinds)
        {
            _open.TryRemove((kind, routerId), out _);
        }
    }

    private static bool LastsLongEnough(RouterSnapshot snapshot, AlertRule? rule) => rule is null || snapshot.PolledAtUtc - snapshot.StateSinceUtc >= TimeSpan.FromSeconds(rule.ForSeconds);

    private Task<bool> OpenAsync(AlertKind kind, AlertRule? rule, RouterSnapshot snapshot, CancellationToken cancellationToken) => incidents.OpenAsync(
        new AlertIncident
        {
            Kind = kind,
            Severity = rule?.Severity ?? AlertSeverity.Critical,
            SubjectId = snapshot.RouterId,
            SubjectName = snapshot.Name,
            RouterId = snapshot.RouterId,
            ErrorCode = snapshot.ErrorCode,
            AffectedSessions = snapshot.Sessions,
            OpenedAtUtc = snapshot.PolledAtUtc,
            RuleId = rule?.Id,
            RuleName = rule?.Name,
            RuleKey = rule?.BuiltInKey,
            PolicyId = rule?.PolicyId,
        },
        cancellationToken);
}
