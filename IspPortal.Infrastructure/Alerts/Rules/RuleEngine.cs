using System.Collections.Concurrent;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Series;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>Lets the rules look at every batch within the poll that brings it, and keeps what turned. One router's batches come one after another; routers do not wait for each other.</summary>
internal sealed class RuleEngine(RuleBook book, AlertIncidents incidents, SubjectNames names, PortalContextSource source, TimeProvider clock) : ISampleObserver, IRouterStateObserver
{
    private readonly ConcurrentDictionary<Guid, SourceRules> _sources = new();

    public async Task ObservedAsync(SeriesBatch batch, CancellationToken cancellationToken)
    {
        var page = await book.GetAsync(cancellationToken);
        using var turn = await EnterAsync(batch.SourceId, page, cancellationToken);
        turn.Evaluator.Begin(batch.AtUtc);
        foreach (var sample in batch.Samples)
        {
            turn.Evaluator.Take(sample.Subject, sample.Metric, sample.Value, sample.Interval);
        }

        await KeepAsync(batch.SourceId, turn.Evaluator.End(), page, cancellationToken);
    }

    /// <summary>A poll that brought nothing is time that passed: what waits for a silence sees it.</summary>
    public async Task PolledAsync(RouterSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (!_sources.ContainsKey(snapshot.RouterId))
        {
            return;
        }

        var page = await book.GetAsync(cancellationToken);
        using var turn = await EnterAsync(snapshot.RouterId, page, cancellationToken);
        turn.Evaluator.Begin(snapshot.PolledAtUtc);
        await KeepAsync(snapshot.RouterId, turn.Evaluator.End(), page, cancellationToken);
    }

    public async Task StoppedAsync(Guid routerId, CancellationToken cancellationToken)
    {
        _sources.TryRemove(routerId, out _);
        await incidents.ResolveOfRouterAsync(routerId, cancellationToken);
    }

    /// <summary>Reads the rules anew and lets every router's evaluator know what is open; gives how many routers there are.</summary>
    public async Task<int> AlignAsync(CancellationToken cancellationToken)
    {
        var page = await book.RefreshAsync(cancellationToken);
        foreach (var sourceId in _sources.Keys)
        {
            using var turn = await EnterAsync(sourceId, page, cancellationToken);
            turn.Evaluator.Align(await OpenAsync(sourceId, cancellationToken), clock.UtcNow());
        }

        return _sources.Count;
    }

    /// <summary>Everything read so far that a rule is about, with the router it is on; as far as this node reads.</summary>
    public async Task<IReadOnlyList<(Guid RouterId, SeriesSubject Subject)>> SubjectsOfAsync(RuleTerms terms, CancellationToken cancellationToken)
    {
        var page = await book.GetAsync(cancellationToken);
        var found = new List<(Guid, SeriesSubject)>();
        foreach (var sourceId in _sources.Keys.Order())
        {
            using var turn = await EnterAsync(sourceId, page, cancellationToken);
            found.AddRange(turn.Evaluator.SubjectsOf(terms, page.Set.Around).Select(s => (sourceId, s)));
        }

        return found;
    }

    private async Task<SourceTurn> EnterAsync(Guid sourceId, RulePage page, CancellationToken cancellationToken)
    {
        var rules = _sources.GetOrAdd(sourceId, static id => new SourceRules(id));
        var turn = await rules.EnterAsync(cancellationToken);
        try
        {
            turn.Evaluator.Use(page.Set);
            if (!rules.KnowsWhatIsOpen)
            {
                turn.Evaluator.Align(await OpenAsync(sourceId, cancellationToken), clock.UtcNow());
                rules.KnowsWhatIsOpen = true;
            }

            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private async Task KeepAsync(Guid sourceId, IReadOnlyList<RuleTransition> transitions, RulePage page, CancellationToken cancellationToken)
    {
        if (transitions.Count == 0)
        {
            return;
        }

        try
        {
            var called = await names.OfAsync(sourceId, [.. transitions.Where(t => t.Holds).Select(t => t.Subject)], cancellationToken);
            await incidents.OpenAllAsync([.. transitions.Where(t => t.Holds && page.Rules.ContainsKey(t.RuleId)).Select(t => ToIncident(sourceId, t, page.Rules[t.RuleId], called[t.Subject]))], cancellationToken);
            await incidents.ResolveAsync([.. transitions.Where(t => !t.Holds).Select(t => AlertIncident.OpenKeyOf(t.RuleId, t.Subject))], cancellationToken);
        }
        catch
        {
            // What was not kept is asked for again with the next batch.
            if (_sources.TryGetValue(sourceId, out var rules))
            {
                rules.KnowsWhatIsOpen = false;
            }

            throw;
        }
    }

    private static AlertIncident ToIncident(Guid sourceId, RuleTransition transition, AlertRule rule, string name) => new()
    {
        Kind = AlertKind.Metric,
        Severity = rule.Severity,
        SubjectId = transition.Subject.Id,
        SubjectKind = transition.Subject.Kind,
        SubjectPart = transition.Subject.Name,
        SubjectName = name,
        RouterId = sourceId == Guid.Empty ? null : sourceId,
        Key = AlertIncident.OpenKeyOf(rule.Id, transition.Subject),
        RuleId = rule.Id,
        RuleName = rule.Name,
        RuleKey = rule.BuiltInKey,
        PolicyId = rule.PolicyId,
        Metric = rule.Metric,
        Value = transition.Value,
        Threshold = ThresholdOf(rule),
        Unit = rule.Quantifier != AlertQuantifier.Each || rule.Operator == AlertOperator.GrewBy ? AlertUnit.Plain : rule.OfCapacity ? AlertUnit.Percent : AlertUnit.OfMetric,
        OpenedAtUtc = transition.AtUtc,
    };

    // What counts as the incident's value does: a fall is compared by another measure.
    private static double? ThresholdOf(AlertRule rule) => (rule.Quantifier, rule.Operator) switch
    {
        (AlertQuantifier.AtLeast, _) => rule.QuantifierValue,
        (not AlertQuantifier.Each, _) or (_, AlertOperator.FellBy or AlertOperator.FellByPercent or AlertOperator.Changed or AlertOperator.Missing) => null,
        _ => rule.Value,
    };

    private async Task<HashSet<(Guid, SeriesSubject)>> OpenAsync(Guid sourceId, CancellationToken cancellationToken)
    {
        Guid? router = sourceId == Guid.Empty ? null : sourceId;
        await using var context = source.CreateForSystem("alert-rules");
        var open = await context.Set<AlertIncident>().AsNoTracking()
            .Where(a => a.OpenKey != null && a.Kind == AlertKind.Metric && a.RouterId == router && a.RuleId != null && a.SubjectKind != null && a.CalmSinceUtc == null)
            .Select(a => new { a.RuleId, a.SubjectKind, a.SubjectId, a.SubjectPart }).ToListAsync(cancellationToken);
        return [.. open.Select(a => (a.RuleId!.Value, new SeriesSubject(a.SubjectKind!.Value, a.SubjectId, a.SubjectPart)))];
    }
}
