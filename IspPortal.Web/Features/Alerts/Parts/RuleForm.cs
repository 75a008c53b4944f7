using System.Globalization;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Alerts.Parts;

/// <summary>A rule as text while it is typed. Rates of bytes are in Mbit/s here.</summary>
internal sealed class RuleForm
{
    private const double Mega = 1_000_000;

    public string Name { get; set; } = "";

    public AlertSignal Signal { get; set; }

    public string Metric { get; set; } = nameof(Core.Monitoring.Series.Metric.CpuPercent);

    public string SubjectKind { get; set; } = nameof(SeriesSubjectKind.Router);

    public string Operator { get; set; } = nameof(AlertOperator.Above);

    public string Value { get; set; } = "";

    public string UpperValue { get; set; } = "";

    public string ClearValue { get; set; } = "";

    public string ForSeconds { get; set; } = "0";

    public string WindowSeconds { get; set; } = "0";

    public bool OfCapacity { get; set; }

    public string Quantifier { get; set; } = nameof(AlertQuantifier.Each);

    public string QuantifierValue { get; set; } = "";

    public string Severity { get; set; } = nameof(AlertSeverity.Warning);

    public bool IsEnabled { get; set; } = true;

    public string PolicyId { get; set; } = "";

    public HashSet<Guid> RouterIds { get; init; } = [];

    public string RouterTags { get; set; } = "";

    public HashSet<Guid> PlanIds { get; init; } = [];

    public string NamePattern { get; set; } = "";

    public IReadOnlyList<Guid> SubjectIds { get; init; } = [];

    public Metric ChosenMetric => Enum.Parse<Metric>(Metric);

    public AlertOperator ChosenOperator => Enum.Parse<AlertOperator>(Operator);

    public bool HasWindow => ChosenOperator is AlertOperator.FellBy or AlertOperator.FellByPercent or AlertOperator.GrewBy or AlertOperator.Changed;

    public bool HasValue => ChosenOperator is not (AlertOperator.Missing or AlertOperator.Changed);

    public bool HasUpper => ChosenOperator is AlertOperator.Between or AlertOperator.Outside;

    public bool HasClear => HasValue && !HasUpper;

    public bool IsTraffic => MetricCatalog.Of(ChosenMetric).Unit == MetricUnit.Bytes;

    /// <summary>What stands behind the value's field.</summary>
    public string Unit => ChosenOperator == AlertOperator.FellByPercent || OfCapacity ? "%" : ChosenOperator == AlertOperator.GrewBy && MetricCatalog.Of(ChosenMetric).Kind == MetricKind.Counter ? "" : AlertFigure.UnitOf(ChosenMetric);

    private double Factor => Unit == "Mbit/s" ? Mega : 1;

    public static RuleForm Of(SaveAlertRuleRequest rule)
    {
        var form = new RuleForm
        {
            Name = rule.Name ?? "",
            Signal = rule.Signal,
            Metric = (rule.Metric ?? Core.Monitoring.Series.Metric.CpuPercent).ToString(),
            SubjectKind = (rule.SubjectKind ?? SeriesSubjectKind.Router).ToString(),
            Operator = rule.Operator.ToString(),
            ForSeconds = rule.ForSeconds.ToString(CultureInfo.InvariantCulture),
            WindowSeconds = rule.WindowSeconds.ToString(CultureInfo.InvariantCulture),
            OfCapacity = rule.OfCapacity,
            Quantifier = rule.Quantifier.ToString(),
            QuantifierValue = rule.Quantifier is AlertQuantifier.AtLeast or AlertQuantifier.AtLeastPercent ? Text(rule.QuantifierValue) : "",
            Severity = rule.Severity.ToString(),
            IsEnabled = rule.IsEnabled,
            PolicyId = rule.PolicyId?.ToString() ?? "",
            RouterIds = [.. rule.RouterIds],
            RouterTags = rule.RouterTags ?? "",
            PlanIds = [.. rule.PlanIds],
            NamePattern = rule.NamePattern ?? "",
            SubjectIds = rule.SubjectIds,
        };
        form.Value = Text(rule.Value / form.Factor);
        form.UpperValue = Text(rule.UpperValue / form.Factor);
        form.ClearValue = Text(rule.ClearValue / form.Factor);
        return form;
    }

    public Result<SaveAlertRuleRequest> Read()
    {
        List<FieldError> wrong = [];
        if (Signal == AlertSignal.Metric && HasValue && string.IsNullOrWhiteSpace(Value))
        {
            wrong.Add(new FieldError("value", "common.required"));
        }

        var isOnMetric = Signal == AlertSignal.Metric;
        var request = new SaveAlertRuleRequest
        {
            Name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(),
            Signal = Signal,
            Metric = isOnMetric ? ChosenMetric : null,
            SubjectKind = isOnMetric ? Enum.Parse<SeriesSubjectKind>(SubjectKind) : null,
            Operator = ChosenOperator,
            Value = HasValue ? (Number("value", Value) ?? 0) * Factor : 0,
            UpperValue = HasUpper ? Number("upperValue", UpperValue) * Factor : null,
            ClearValue = HasClear ? Number("clearValue", ClearValue) * Factor : null,
            ForSeconds = (int)(Number("forSeconds", ForSeconds) ?? 0),
            WindowSeconds = HasWindow ? (int)(Number("windowSeconds", WindowSeconds) ?? 0) : 0,
            OfCapacity = OfCapacity && IsTraffic,
            Quantifier = Enum.Parse<AlertQuantifier>(Quantifier),
            QuantifierValue = Number("quantifierValue", QuantifierValue) ?? 0,
            Severity = Enum.Parse<AlertSeverity>(Severity),
            IsEnabled = IsEnabled,
            PolicyId = Guid.TryParse(PolicyId, out var policy) ? policy : null,
            RouterIds = [.. RouterIds],
            RouterTags = string.IsNullOrWhiteSpace(RouterTags) ? null : RouterTags.Trim(),
            PlanIds = SubjectKind == nameof(SeriesSubjectKind.Access) ? [.. PlanIds] : [],
            NamePattern = string.IsNullOrWhiteSpace(NamePattern) ? null : NamePattern.Trim(),
            SubjectIds = SubjectIds,
        };
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : request;

        double? Number(string field, string text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e12)
            {
                return value;
            }

            wrong.Add(new FieldError(field, "alerts.not_a_number"));
            return null;
        }
    }

    private static string Text(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
