using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Rules;

/// <summary>The form of a rule. Rates of bytes are in bits per second.</summary>
public sealed record SaveAlertRuleRequest
{
    /// <summary>Its name, up to 80 letters; only a built-in rule may leave it out.</summary>
    public string? Name { get; init; }

    /// <summary>What it looks at; of an existing rule it stays as it is.</summary>
    public AlertSignal Signal { get; init; }

    /// <summary>Which figure, of a rule on one.</summary>
    public Metric? Metric { get; init; }

    /// <summary>Of what kind of subject.</summary>
    public SeriesSubjectKind? SubjectKind { get; init; }

    /// <summary>How it is compared.</summary>
    public AlertOperator Operator { get; init; }

    /// <summary>With what.</summary>
    public double Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public double? UpperValue { get; init; }

    /// <summary>Where it counts as good again; null: as soon as it is not bad.</summary>
    public double? ClearValue { get; init; }

    /// <summary>How long it must be bad, 0–86,400 s.</summary>
    public int ForSeconds { get; init; }

    /// <summary>How far back a fall, a rise or a change is looked for, 0–172,800 s.</summary>
    public int WindowSeconds { get; init; }

    /// <summary>The value is percent of what the router's uplink carries; a router whose capacity nobody said is unknown.</summary>
    public bool OfCapacity { get; init; }

    /// <summary>How many must be bad.</summary>
    public AlertQuantifier Quantifier { get; init; }

    /// <summary>How many, or how many percent.</summary>
    public double QuantifierValue { get; init; }

    /// <summary>How bad it is.</summary>
    public AlertSeverity Severity { get; init; } = AlertSeverity.Warning;

    /// <summary>Whether it works.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Who is told, and when; null: nobody.</summary>
    public Guid? PolicyId { get; init; }

    /// <summary>Only these routers and what is on them; empty: all.</summary>
    public IReadOnlyList<Guid> RouterIds { get; init; } = [];

    /// <summary>Only routers with one of these words among their tags; null: all.</summary>
    public string? RouterTags { get; init; }

    /// <summary>Only lines of these plans; empty: all.</summary>
    public IReadOnlyList<Guid> PlanIds { get; init; } = [];

    /// <summary>Only interfaces, pools or targets of this name, with * and ?; null: all.</summary>
    public string? NamePattern { get; init; }

    /// <summary>Only these subjects; empty: all.</summary>
    public IReadOnlyList<Guid> SubjectIds { get; init; } = [];
}
