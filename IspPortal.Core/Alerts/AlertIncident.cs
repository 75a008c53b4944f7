using IspPortal.Core.Audit;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts;

/// <summary>One incident, from the moment its condition began until it is over.</summary>
[Audited("alert")]
internal sealed class AlertIncident
{
    public Guid Id { get; set; }

    public AlertKind Kind { get; set; }

    public AlertSeverity Severity { get; set; }

    public AlertStatus Status { get; set; }

    public Guid SubjectId { get; set; }

    /// <summary>The interface's, pool's or target's name, or empty.</summary>
    public string SubjectPart { get; set; } = "";

    public required string SubjectName { get; set; }

    /// <summary>Kind and subject while it is not resolved, then null. Unique: never two open for one subject, whoever opens them.</summary>
    [NotAudited]
    public string? OpenKey { get; set; }

    /// <summary>The same, kept: by it is seen that one comes and goes.</summary>
    [NotAudited]
    public string? Key { get; set; }

    public string? ErrorCode { get; set; }

    public int? AffectedSessions { get; set; }

    public DateTime OpenedAtUtc { get; set; }

    public DateTime? AcknowledgedAtUtc { get; set; }

    public string? AcknowledgedBy { get; set; }

    public DateTime? ResolvedAtUtc { get; set; }

    public string? ResolvedBy { get; set; }

    public string? Note { get; set; }

    /// <summary>The rule that opened it; null: there is none any more, or none was there yet.</summary>
    public Guid? RuleId { get; set; }

    /// <summary>The rule's name then; null: a built-in one without a name of its own.</summary>
    public string? RuleName { get; set; }

    /// <summary>Which of the built-in rules, or null.</summary>
    public string? RuleKey { get; set; }

    /// <summary>The router that it is about or on, or null.</summary>
    public Guid? RouterId { get; set; }

    public SeriesSubjectKind? SubjectKind { get; set; }

    public Metric? Metric { get; set; }

    public double? Value { get; set; }

    public double? Threshold { get; set; }

    public AlertUnit Unit { get; set; }

    /// <summary>The incident that hides it, or null.</summary>
    public Guid? SuppressedById { get; set; }

    /// <summary>The outage that its line is behind, or null.</summary>
    public Guid? SuppressedByOutageId { get; set; }

    /// <summary>When it shows again unless it is over by then; null: what hides it is not over.</summary>
    [NotAudited]
    public DateTime? SurfacesAtUtc { get; set; }

    /// <summary>Until when nobody is told, or null.</summary>
    public DateTime? MutedUntilUtc { get; set; }

    public bool IsFlapping { get; set; }

    /// <summary>Of one that flaps: since when its condition does not hold; null: it holds.</summary>
    [NotAudited]
    public DateTime? CalmSinceUtc { get; set; }

    /// <summary>Who is told, or null: nobody.</summary>
    public Guid? PolicyId { get; set; }

    /// <summary>How many steps of the policy are done.</summary>
    [NotAudited]
    public int StepsDone { get; set; }

    /// <summary>When the next step is due; null: none.</summary>
    [NotAudited]
    public DateTime? NextStepAtUtc { get; set; }

    /// <summary>It is over, and those who were told are not told that yet.</summary>
    [NotAudited]
    public bool OwesAllClear { get; set; }

    public long Version { get; set; }

    /// <summary>Whether it is hidden.</summary>
    public bool IsSuppressed => SuppressedById is not null || SuppressedByOutageId is not null;

    public static string OpenKeyOf(AlertKind kind, Guid subjectId) => $"{kind}:{subjectId:N}";

    public static string OpenKeyOf(Guid ruleId, SeriesSubject subject) => $"{ruleId:N}:{subject.Kind}:{subject.Id:N}:{subject.Name}";

    /// <summary>It is over, by a person or (null) by itself.</summary>
    public void Resolve(DateTime atUtc, string? by)
    {
        Status = AlertStatus.Resolved;
        ResolvedAtUtc = atUtc;
        ResolvedBy = by;
        OpenKey = null;
        NextStepAtUtc = null;
        SurfacesAtUtc = null;
        OwesAllClear = StepsDone > 0;
    }
}
