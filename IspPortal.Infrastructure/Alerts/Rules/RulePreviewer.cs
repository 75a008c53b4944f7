using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>Runs a rule that is not kept yet over the history of its subjects: the same evaluator, fed with what was stored.</summary>
internal sealed class RulePreviewer(RuleEngine engine, RuleBook book, SubjectNames names, ISeriesReader series, TimeProvider clock)
{
    private const int MostSubjects = 50;
    private const int MostFirings = 20;
    private const int Points = 1_440;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public async Task<Result<RulePreview>> LookAsync(SaveAlertRuleRequest request, CancellationToken cancellationToken)
    {
        var to = clock.UtcNow();
        var from = to - Day;
        var rule = new AlertRule { Id = Guid.Empty, Signal = AlertSignal.Metric };
        rule.Fill(request);
        if (rule.ToTerms() is not { } terms)
        {
            return Core.Alerts.AlertErrors.NotOnMetric;
        }

        var page = await book.GetAsync(cancellationToken);
        var subjects = await engine.SubjectsOfAsync(terms, cancellationToken);
        var firings = new List<RulePreviewFiring>();
        var (looked, withHistory) = (0, 0);
        foreach (var router in subjects.Take(MostSubjects).GroupBy(s => s.RouterId))
        {
            var histories = new List<(SeriesSubject Subject, SeriesResult Points)>();
            foreach (var (_, subject) in router)
            {
                var read = await series.QueryAsync(new SeriesQuery(subject, terms.Metric, from, to, Points), cancellationToken);
                if (!read.Succeeded)
                {
                    return read.Error;
                }

                looked++;
                withHistory += read.Value.Points.Any(p => p.Average is not null) ? 1 : 0;
                histories.Add((subject, read.Value));
            }

            var called = await names.OfAsync(router.Key, [.. router.Select(s => s.Subject), SeriesSubject.Router(router.Key)], cancellationToken);
            firings.AddRange(Replay(router.Key, terms, page.Set.Around, histories, to).Select(f => new RulePreviewFiring(called.GetValueOrDefault(f.Opened.Subject, ""), f.Opened.AtUtc, f.EndedAtUtc, f.Opened.Value)));
        }

        return new RulePreview(from, to, subjects.Count, looked, withHistory, firings.Count, [.. firings.OrderByDescending(f => f.FromUtc).Take(MostFirings)]);
    }

    private static List<(RuleTransition Opened, DateTime? EndedAtUtc)> Replay(Guid routerId, RuleTerms terms, RuleSurroundings around, List<(SeriesSubject Subject, SeriesResult Points)> histories, DateTime toUtc)
    {
        // A minute without a sample is no gap of what is read every few seconds: stored points are as far apart as they are.
        var isCounter = MetricCatalog.Of(terms.Metric).Kind == MetricKind.Counter;
        var evaluator = new RuleEvaluator(routerId);
        evaluator.Use(new RuleSet([terms], around));
        var found = new List<(RuleTransition Opened, DateTime? EndedAtUtc)>();
        var moments = histories.SelectMany(h => h.Points.Points.Where(p => p.Average is not null).Select(p => (p.AtUtc, h.Subject, Value: p.Average!.Value, h.Points.Step))).GroupBy(p => p.AtUtc).OrderBy(g => g.Key);
        foreach (var moment in moments)
        {
            evaluator.Begin(moment.Key);
            foreach (var (_, subject, value, step) in moment)
            {
                evaluator.Take(subject, terms.Metric, isCounter ? value * step.TotalSeconds : value, step);
            }

            Note(evaluator.End());
        }

        evaluator.Begin(toUtc);
        Note(evaluator.End());
        return found;

        void Note(IReadOnlyList<RuleTransition> transitions)
        {
            foreach (var transition in transitions)
            {
                if (transition.Holds)
                {
                    found.Add((transition, null));
                }
                else if (found.FindLastIndex(f => f.Opened.Subject == transition.Subject) is >= 0 and var at)
                {
                    found[at] = found[at] with { EndedAtUtc = transition.AtUtc };
                }
            }
        }
    }
}
