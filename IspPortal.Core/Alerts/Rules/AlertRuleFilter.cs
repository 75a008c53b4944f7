namespace IspPortal.Core.Alerts.Rules;

/// <summary>Which rules a list shows; null means all.</summary>
/// <param name="IsEnabled">Only those that work, or only those that do not.</param>
/// <param name="Severity">Only those of this severity.</param>
/// <param name="Signal">Only those on this.</param>
public sealed record AlertRuleFilter(bool? IsEnabled = null, AlertSeverity? Severity = null, AlertSignal? Signal = null);
