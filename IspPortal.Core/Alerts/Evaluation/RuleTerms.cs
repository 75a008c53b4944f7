using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>A rule on a metric, as it is evaluated.</summary>
internal sealed record RuleTerms
{
    public required Guid Id { get; init; }

    public long Version { get; init; }

    public required Metric Metric { get; init; }

    public required SeriesSubjectKind Kind { get; init; }

    public AlertOperator Operator { get; init; }

    public double Value { get; init; }

    public double Upper { get; init; }

    public double? Clear { get; init; }

    public TimeSpan For { get; init; }

    public TimeSpan Window { get; init; }

    public bool OfCapacity { get; init; }

    public AlertQuantifier Quantifier { get; init; }

    public double QuantifierValue { get; init; }

    public RuleScope Scope { get; init; } = RuleScope.Everything;
}
