using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Audit;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Rules;

/// <summary>When an incident opens, and what happens then.</summary>
[Audited("alert_rule")]
internal sealed class AlertRule
{
    public required Guid Id { get; init; }

    /// <summary>Which of <see cref="BuiltInRules"/> it was at first; null: somebody made it. Unique.</summary>
    public string? BuiltInKey { get; init; }

    /// <summary>Its name; null: the one that a built-in rule has in each language.</summary>
    public string? Name { get; set; }

    public AlertSignal Signal { get; set; }

    public Metric? Metric { get; set; }

    public SeriesSubjectKind? SubjectKind { get; set; }

    public AlertOperator Operator { get; set; }

    public double Value { get; set; }

    public double? UpperValue { get; set; }

    public double? ClearValue { get; set; }

    public int ForSeconds { get; set; }

    public int WindowSeconds { get; set; }

    /// <summary>The value is percent of what the router's uplink carries.</summary>
    public bool OfCapacity { get; set; }

    public AlertQuantifier Quantifier { get; set; }

    public double QuantifierValue { get; set; }

    public AlertSeverity Severity { get; set; }

    public bool IsEnabled { get; set; }

    /// <summary>Who is told, and when; null: nobody.</summary>
    public Guid? PolicyId { get; set; }

    /// <summary>Ids with a blank between; null: every router.</summary>
    public string? RouterIds { get; set; }

    /// <summary>Words of a router's tags, one of which it must have; null: any.</summary>
    public string? RouterTags { get; set; }

    /// <summary>Ids with a blank between; null: lines of every plan.</summary>
    public string? PlanIds { get; set; }

    /// <summary>Of interfaces, pools and targets: the name, with * and ?; null: any.</summary>
    public string? NamePattern { get; set; }

    /// <summary>Ids with a blank between; null: every subject.</summary>
    public string? SubjectIds { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }

    public static string? Join(IReadOnlyCollection<Guid> ids) => ids.Count == 0 ? null : string.Join(' ', ids.Select(id => id.ToString("N")));

    public static Guid[] Split(string? ids) => ids is null ? [] : [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>What is evaluated, or null when it is not a rule on a metric.</summary>
    public RuleTerms? ToTerms() => Signal != AlertSignal.Metric || Metric is not { } metric || SubjectKind is not { } kind ? null : new RuleTerms
    {
        Id = Id,
        Version = Version,
        Metric = metric,
        Kind = kind,
        Operator = Operator,
        Value = Value,
        Upper = UpperValue ?? Value,
        Clear = ClearValue,
        For = TimeSpan.FromSeconds(ForSeconds),
        Window = TimeSpan.FromSeconds(WindowSeconds),
        OfCapacity = OfCapacity,
        Quantifier = Quantifier,
        QuantifierValue = QuantifierValue,
        Scope = new RuleScope(Split(RouterIds), RouterTags?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [], Split(PlanIds), NamePattern, Split(SubjectIds)),
    };

    /// <summary>What a form of it shows.</summary>
    public SaveAlertRuleRequest ToRequest() => new()
    {
        Name = Name,
        Signal = Signal,
        Metric = Metric,
        SubjectKind = SubjectKind,
        Operator = Operator,
        Value = Value,
        UpperValue = UpperValue,
        ClearValue = ClearValue,
        ForSeconds = ForSeconds,
        WindowSeconds = WindowSeconds,
        OfCapacity = OfCapacity,
        Quantifier = Quantifier,
        QuantifierValue = QuantifierValue,
        Severity = Severity,
        IsEnabled = IsEnabled,
        PolicyId = PolicyId,
        RouterIds = Split(RouterIds),
        RouterTags = RouterTags,
        PlanIds = Split(PlanIds),
        NamePattern = NamePattern,
        SubjectIds = Split(SubjectIds),
    };

    /// <summary>Takes what a form says.</summary>
    public void Fill(SaveAlertRuleRequest request)
    {
        Name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim();
        Metric = request.Metric;
        SubjectKind = request.SubjectKind;
        Operator = request.Operator;
        Value = request.Value;
        UpperValue = request.UpperValue;
        ClearValue = request.ClearValue;
        ForSeconds = request.ForSeconds;
        WindowSeconds = request.WindowSeconds;
        OfCapacity = request.OfCapacity;
        Quantifier = request.Quantifier;
        QuantifierValue = request.QuantifierValue;
        Severity = request.Severity;
        IsEnabled = request.IsEnabled;
        PolicyId = request.PolicyId;
        RouterIds = Join(request.RouterIds);
        RouterTags = string.IsNullOrWhiteSpace(request.RouterTags) ? null : string.Join(' ', request.RouterTags.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        PlanIds = Join(request.PlanIds);
        NamePattern = string.IsNullOrWhiteSpace(request.NamePattern) ? null : request.NamePattern.Trim();
        SubjectIds = Join(request.SubjectIds);
    }
}
