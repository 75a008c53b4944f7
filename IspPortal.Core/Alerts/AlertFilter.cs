namespace IspPortal.Core.Alerts;

/// <summary>Which incidents a list shows; null means all.</summary>
/// <param name="Status">Only those in this status.</param>
/// <param name="Severity">Only those of this severity.</param>
/// <param name="SubjectId">Only those about this subject.</param>
/// <param name="ActiveOnly">Only those that are not resolved.</param>
public sealed record AlertFilter(AlertStatus? Status = null, AlertSeverity? Severity = null, Guid? SubjectId = null, bool ActiveOnly = false);
