using System.Globalization;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring.Series;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Alerts.Parts;

/// <summary>Rules in one line.</summary>
internal static class RuleWords
{
    /// <summary>When it opens, e.g. <c>CPU &gt; 90 % for 5 min</c>.</summary>
    public static string Condition(SaveAlertRuleRequest rule, IStringLocalizer<AlertsTexts> texts, CultureInfo culture)
    {
        if (rule.Signal != AlertSignal.Metric || rule.Metric is not { } metric)
        {
            return texts["Signal." + rule.Signal];
        }

        var what = $"{texts["Metric." + metric]} {texts["Op." + rule.Operator]}";
        var figure = rule.Operator switch
        {
            AlertOperator.Missing or AlertOperator.Changed => "",
            AlertOperator.FellByPercent => $" {AlertFigure.Write(rule.Value, null, AlertUnit.Percent, culture)}",
            AlertOperator.GrewBy => $" {AlertFigure.Write(rule.Value, null, AlertUnit.Plain, culture)}",
            AlertOperator.Between or AlertOperator.Outside => $" {Write(rule.Value)} – {Write(rule.UpperValue ?? rule.Value)}",
            // A difference of two levels is no level.
            AlertOperator.FellBy => $" {Write(rule.Value).Replace("dBm", "dB", StringComparison.Ordinal)}",
            _ => $" {Write(rule.Value)}",
        };
        var window = rule.Operator is AlertOperator.FellBy or AlertOperator.FellByPercent or AlertOperator.GrewBy or AlertOperator.Changed ? " " + texts["Within", Span(rule.WindowSeconds, texts)] : "";
        var lasts = rule.ForSeconds > 0 ? " " + texts["ForSpan", Span(rule.ForSeconds, texts)] : "";
        return what + figure + window + lasts;

        string Write(double value) => AlertFigure.Write(value, metric, rule.OfCapacity ? AlertUnit.Percent : AlertUnit.OfMetric, culture);
    }

    public static string Span(int seconds, IStringLocalizer<AlertsTexts> texts) => seconds switch
    {
        >= 3600 when seconds % 3600 == 0 => texts["Hours", seconds / 3600],
        >= 60 when seconds % 60 == 0 => texts["Minutes", seconds / 60],
        _ => texts["Seconds", seconds],
    };

    /// <summary>The kinds of subject that have a metric.</summary>
    public static IEnumerable<SeriesSubjectKind> KindsOf(Metric metric) =>
        metric is Metric.DownBytes or Metric.UpBytes ? [SeriesSubjectKind.Router, .. MetricCatalog.Of(metric).Subjects] : MetricCatalog.Of(metric).Subjects;
}
