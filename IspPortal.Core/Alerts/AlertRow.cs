using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts;

/// <summary>One incident.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubjectId">What it is about: the id of the router, the line, the device or the outage.</param>
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
/// <param name="RuleId">The rule that opened it, or null.</param>
/// <param name="RuleName">That rule's name then; null: the one that the built-in rule has in each language.</param>
/// <param name="RuleKey">Which of the built-in rules, or null.</param>
/// <param name="RouterId">The router that it is about or on, or null.</param>
/// <param name="SubjectKind">What kind of subject, of a rule on a figure.</param>
/// <param name="SubjectPart">The interface's, pool's or target's name, or empty.</param>
/// <param name="Metric">The figure, or null.</param>
/// <param name="Value">What it was, or null: it was missing, or it is no rule on a figure.</param>
/// <param name="Threshold">What the rule compares with, or null.</param>
/// <param name="Unit">What the value and the threshold count.</param>
/// <param name="IsSuppressed">Whether it is hidden behind another one or an outage.</param>
/// <param name="IsFlapping">Whether it came and went too often.</param>
/// <param name="MutedUntilUtc">Until when nobody is told, or null.</param>
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
    long Version,
    Guid? RuleId = null,
    string? RuleName = null,
    string? RuleKey = null,
    Guid? RouterId = null,
    SeriesSubjectKind? SubjectKind = null,
    string SubjectPart = "",
    Metric? Metric = null,
    double? Value = null,
    double? Threshold = null,
    AlertUnit Unit = AlertUnit.OfMetric,
    bool IsSuppressed = false,
    bool IsFlapping = false,
    DateTime? MutedUntilUtc = null);
