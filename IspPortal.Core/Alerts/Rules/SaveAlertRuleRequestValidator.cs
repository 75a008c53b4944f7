using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Rules;

/// <summary>The bounds of a rule's form.</summary>
internal sealed class SaveAlertRuleRequestValidator : FormValidator<SaveAlertRuleRequest>
{
    private const int MostIds = 500;

    public SaveAlertRuleRequestValidator(bool nameRequired)
    {
        RuleFor(r => r.Name).NotEmpty().When(_ => nameRequired).WithErrorCode("common.required");
        RuleFor(r => r.Name).MaximumLength(80);
        RuleFor(r => r.Signal).IsInEnum();
        RuleFor(r => r.Operator).IsInEnum();
        RuleFor(r => r.Quantifier).IsInEnum();
        RuleFor(r => r.Severity).IsInEnum();
        RuleFor(r => r.Metric).NotNull().When(IsMetric).WithErrorCode("common.required");
        RuleFor(r => r.SubjectKind).NotNull().When(IsMetric).WithErrorCode("common.required");
        RuleFor(r => r.SubjectKind).Must((r, kind) => Has(r.Metric!.Value, kind!.Value)).When(r => IsMetric(r) && r.Metric is not null && r.SubjectKind is not null).WithErrorCode("alerts.metric_not_of_subject");
        RuleFor(r => r.Value).Must(double.IsFinite).WithErrorCode("common.not_allowed");
        RuleFor(r => r.Value).GreaterThan(0).When(r => r.Operator is AlertOperator.FellBy or AlertOperator.FellByPercent).WithErrorCode("alerts.not_a_fall");
        RuleFor(r => r.UpperValue).NotNull().When(IsRange).WithErrorCode("common.required");
        RuleFor(r => r.UpperValue).GreaterThanOrEqualTo(r => r.Value).When(r => IsRange(r) && r.UpperValue is not null).WithErrorCode("alerts.range_upside_down");
        RuleFor(r => r.ClearValue).Must((r, clear) => IsOnTheGoodSide(r, clear!.Value)).When(r => r.ClearValue is not null).WithErrorCode("alerts.clear_on_bad_side");
        RuleFor(r => r.ForSeconds).InclusiveBetween(0, 86_400);
        RuleFor(r => r.ForSeconds).InclusiveBetween(10, 86_400).When(r => IsMetric(r) && r.Operator == AlertOperator.Missing);
        RuleFor(r => r.WindowSeconds).InclusiveBetween(0, 172_800);
        RuleFor(r => r.WindowSeconds).InclusiveBetween(10, 172_800).When(NeedsWindow);
        RuleFor(r => r.OfCapacity).Must((r, _) => r.Metric is { } m && Has(m, SeriesSubjectKind.Access)).When(r => r.OfCapacity).WithErrorCode("alerts.no_capacity");
        RuleFor(r => r.QuantifierValue).InclusiveBetween(1, 100_000).When(r => r.Quantifier == AlertQuantifier.AtLeast);
        RuleFor(r => r.QuantifierValue).InclusiveBetween(1, 100).When(r => r.Quantifier == AlertQuantifier.AtLeastPercent);
        RuleFor(r => r.RouterTags).MaximumLength(256);
        RuleFor(r => r.NamePattern).MaximumLength(128);
        RuleFor(r => r.RouterIds.Count).InclusiveBetween(0, MostIds).OverridePropertyName("routerIds");
        RuleFor(r => r.PlanIds.Count).InclusiveBetween(0, MostIds).OverridePropertyName("planIds");
        RuleFor(r => r.SubjectIds.Count).InclusiveBetween(0, MostIds).OverridePropertyName("subjectIds");
    }

    /// <summary>Whether a metric is kept of a kind of subject. Of routers the traffic of their lines is kept too.</summary>
    public static bool Has(Metric metric, SeriesSubjectKind kind) =>
        MetricCatalog.All.FirstOrDefault(d => d.Metric == metric) is { } found
        && (found.Subjects.Contains(kind) || (kind == SeriesSubjectKind.Router && metric is Metric.DownBytes or Metric.UpBytes));

    private static bool IsMetric(SaveAlertRuleRequest request) => request.Signal == AlertSignal.Metric;

    private static bool IsRange(SaveAlertRuleRequest request) => request.Operator is AlertOperator.Between or AlertOperator.Outside;

    private static bool NeedsWindow(SaveAlertRuleRequest request) =>
        IsMetric(request) && request.Operator is AlertOperator.FellBy or AlertOperator.FellByPercent or AlertOperator.GrewBy or AlertOperator.Changed;

    private static bool IsOnTheGoodSide(SaveAlertRuleRequest request, double clear) => request.Operator switch
    {
        AlertOperator.Above or AlertOperator.AtLeast or AlertOperator.FellBy or AlertOperator.FellByPercent or AlertOperator.GrewBy => clear <= request.Value,
        AlertOperator.Below or AlertOperator.AtMost => clear >= request.Value,
        _ => false,
    };
}
