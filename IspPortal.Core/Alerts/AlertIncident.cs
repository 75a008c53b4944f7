using IspPortal.Core.Audit;

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

    public required string SubjectName { get; set; }

    /// <summary>Kind and subject while it is not resolved, then null. Unique: never two open for one subject, whoever opens them.</summary>
    [NotAudited]
    public string? OpenKey { get; set; }

    public string? ErrorCode { get; set; }

    public int? AffectedSessions { get; set; }

    public DateTime OpenedAtUtc { get; set; }

    public DateTime? AcknowledgedAtUtc { get; set; }

    public string? AcknowledgedBy { get; set; }

    public DateTime? ResolvedAtUtc { get; set; }

    public string? ResolvedBy { get; set; }

    public string? Note { get; set; }

    public long Version { get; set; }

    public static string OpenKeyOf(AlertKind kind, Guid subjectId) => $"{kind}:{subjectId:N}";

    /// <summary>It is over, by a person or (null) by itself.</summary>
    public void Resolve(DateTime atUtc, string? by)
    {
        Status = AlertStatus.Resolved;
        ResolvedAtUtc = atUtc;
        ResolvedBy = by;
        OpenKey = null;
    }
}
