using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>Opens an incident when the check of a kit that once worked turns red, and ends it with the check that is good again.</summary>
internal sealed class IsolirWatch(PortalContextSource source, AlertIncidents incidents, RuleBook book) : IEventHandler<IsolirKitChecked>
{
    public async Task HandleAsync(IsolirKitChecked domainEvent, CancellationToken cancellationToken)
    {
        var routerId = domainEvent.AggregateId;
        await using var context = source.CreateForSystem("alerts");
        var found = await (
            from check in context.Set<IsolirCheckRecord>().AsNoTracking()
            join router in context.Set<Router>() on check.RouterId equals router.Id
            where check.RouterId == routerId && router.RemovedAtUtc == null
            select new { check.IsProven, check.LastProvenAtUtc, check.ErrorCode, check.CheckedAtUtc, router.Name, router.Enabled }).FirstOrDefaultAsync(cancellationToken);
        var rule = (await book.GetAsync(cancellationToken)).BuiltIn(BuiltInRules.IsolirKit);
        if (found is { IsProven: false, Enabled: true, LastProvenAtUtc: not null })
        {
            if (rule is { IsEnabled: false })
            {
                return;
            }

            await incidents.OpenAsync(
                new AlertIncident
                {
                    Kind = AlertKind.IsolirKitRed,
                    Severity = rule?.Severity ?? AlertSeverity.Warning,
                    SubjectId = routerId,
                    SubjectName = found.Name,
                    RouterId = routerId,
                    RuleId = rule?.Id,
                    RuleName = rule?.Name,
                    RuleKey = rule?.BuiltInKey,
                    PolicyId = rule?.PolicyId,
                    ErrorCode = found.ErrorCode,
                    OpenedAtUtc = found.CheckedAtUtc,
                },
                cancellationToken);
        }
        else
        {
            await incidents.ResolveAsync(AlertKind.IsolirKitRed, routerId, cancellationToken);
        }
    }
}
