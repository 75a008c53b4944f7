namespace IspPortal.Core.Alerts;

/// <summary>One incident.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubjectId">What it is about: the router's id.</param>
/// <param name="SubjectName">That subject's name when it opened.</param>
/// <param name="ErrorCode">Stable code of the last failure, or null.</param>
/// <param name="AffectedSessions">Sessions live just before, or null when unknown.</param>
/// <param name="OpenedAtUtc">When it opened.</param>
/// <param name="AcknowledgedAtUtc">When somebody took it, or null.</param>
/// <param name="AcknowledgedBy">Who, or null.</param>
/// <param name="ResolvedAtUtc">When it ended, or null.</param>
/// <param name="ResolvedBy">Who ended it; null while open, or when it ended by itself.</param>
/// <param name="Note">The last note, or null.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record AlertRow(
    Guid Id,
    AlertKind Kind,
    AlertSeverity Severity,
    AlertStatus Status,
    Guid SubjectId,
    string SubjectName,
    string? ErrorCode,
    int? AffectedSessions,
    DateTime OpenedAtUtc,
    DateTime? AcknowledgedAtUtc,
    string? AcknowledgedBy,
    DateTime? ResolvedAtUtc,
    string? ResolvedBy,
    string? Note,
    long Version);
