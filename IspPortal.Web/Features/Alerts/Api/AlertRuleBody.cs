using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Alerts;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>A rule on a figure. Rates of bytes are in bits per second.</summary>
/// <param name="Name">Its name; required but for a built-in rule.</param>
/// <param name="Metric">Which figure; required for a rule on one.</param>
/// <param name="SubjectKind">Of what kind of subject; required for a rule on a figure.</param>
/// <param name="Operator">How it is compared; above when left out.</param>
/// <param name="Value">With what.</param>
/// <param name="UpperValue">The upper end of a range.</param>
/// <param name="ClearValue">Where it counts as good again.</param>
/// <param name="ForSeconds">How long it must be bad.</param>
/// <param name="WindowSeconds">How far back a fall, a rise or a change is looked for.</param>
/// <param name="OfCapacity">The value is percent of what the router's uplink carries.</param>
/// <param name="Quantifier">How many must be bad; each when left out.</param>
/// <param name="QuantifierValue">How many, or how many percent.</param>
/// <param name="Severity">How bad it is; warning when left out.</param>
/// <param name="IsEnabled">Whether it works; true when left out.</param>
/// <param name="PolicyId">Who is told, and when.</param>
/// <param name="RouterIds">Only these routers.</param>
/// <param name="RouterTags">Only routers with one of these words among their tags.</param>
/// <param name="PlanIds">Only lines of these plans.</param>
/// <param name="NamePattern">Only interfaces, pools or targets of this name, with * and ?.</param>
/// <param name="SubjectIds">Only these subjects.</param>
/// <param name="Version">The version that was read; required to change one.</param>
internal sealed record AlertRuleBody(
    string? Name = null,
    Metric? Metric = null,
    SeriesSubjectKind? SubjectKind = null,
    AlertOperator? Operator = null,
    double? Value = null,
    double? UpperValue = null,
    double? ClearValue = null,
    int? ForSeconds = null,
    int? WindowSeconds = null,
    bool? OfCapacity = null,
    AlertQuantifier? Quantifier = null,
    double? QuantifierValue = null,
    AlertSeverity? Severity = null,
    bool? IsEnabled = null,
    Guid? PolicyId = null,
    IReadOnlyList<Guid>? RouterIds = null,
    string? RouterTags = null,
    IReadOnlyList<Guid>? PlanIds = null,
    string? NamePattern = null,
    IReadOnlyList<Guid>? SubjectIds = null,
    long? Version = null)
{
    public SaveAlertRuleRequest ToRequest() => new()
    {
        Name = Name,
        Metric = Metric,
        SubjectKind = SubjectKind,
        Operator = Operator ?? AlertOperator.Above,
        Value = Value ?? 0,
        UpperValue = UpperValue,
        ClearValue = ClearValue,
        ForSeconds = ForSeconds ?? 0,
        WindowSeconds = WindowSeconds ?? 0,
        OfCapacity = OfCapacity ?? false,
        Quantifier = Quantifier ?? AlertQuantifier.Each,
        QuantifierValue = QuantifierValue ?? 0,
        Severity = Severity ?? AlertSeverity.Warning,
        IsEnabled = IsEnabled ?? true,
        PolicyId = PolicyId,
        RouterIds = RouterIds ?? [],
        RouterTags = RouterTags,
        PlanIds = PlanIds ?? [],
        NamePattern = NamePattern,
        SubjectIds = SubjectIds ?? [],
    };
}
