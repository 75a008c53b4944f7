namespace IspPortal.Core.Alerts;

/// <summary>Which incidents a list shows; null means all.</summary>
/// <param name="Status">Only those in this status.</param>
/// <param name="Severity">Only those of this severity.</param>
/// <param name="SubjectId">Only those about this subject.</param>
/// <param name="ActiveOnly">Only those that are not resolved.</param>
/// <param name="RuleId">Only those of this rule.</param>
/// <param name="IsSuppressed">Only those that are hidden, or only those that are not.</param>
/// <param name="IsFlapping">Only those that flap, or only those that do not.</param>
/// <param name="RouterId">Only those about this router and what is on it.</param>
public sealed record AlertFilter(
    AlertStatus? Status = null,
    AlertSeverity? Severity = null,
    Guid? SubjectId = null,
    bool ActiveOnly = false,
    Guid? RuleId = null,
    bool? IsSuppressed = null,
    bool? IsFlapping = null,
    Guid? RouterId = null);
