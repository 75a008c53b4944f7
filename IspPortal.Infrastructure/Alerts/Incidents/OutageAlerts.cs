using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Outages;
using IspPortal.Infrastructure.Alerts.Rules;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>A confirmed outage of the plant is an incident for as long as it lasts.</summary>
internal sealed class OutageAlerts(AlertIncidents incidents, RuleBook book, IOutageFacts outages) : IEventHandler<PlantOutageChanged>
{
    public async Task HandleAsync(PlantOutageChanged domainEvent, CancellationToken cancellationToken)
    {
        var rule = (await book.GetAsync(cancellationToken)).BuiltIn(BuiltInRules.Outage);
        var outage = await outages.FindAsync(domainEvent.AggregateId, cancellationToken);
        if (outage is not { EndedAtUtc: null })
        {
            await incidents.ResolveAsync(AlertKind.Outage, domainEvent.AggregateId, cancellationToken);
        }
        else if (rule is { IsEnabled: true })
        {
            await incidents.OpenAsync(
                new AlertIncident
                {
                    Kind = AlertKind.Outage, Severity = rule.Severity, SubjectId = outage.OutageId, SubjectName = outage.Name, AffectedSessions = outage.Lines, OpenedAtUtc = outage.StartedAtUtc,
                    RuleId = rule.Id, RuleName = rule.Name, RuleKey = rule.BuiltInKey, PolicyId = rule.PolicyId,
                },
                cancellationToken);
        }
    }
}
