namespace IspPortal.Core.Alerts.Rules;

/// <summary>One rule.</summary>
/// <param name="Id">The rule.</param>
/// <param name="BuiltInKey">Which of those that the portal comes with, or null.</param>
/// <param name="Terms">What it says.</param>
/// <param name="PolicyName">Who is told, or null.</param>
/// <param name="OpenNow">How many of its incidents are open.</param>
/// <param name="OpenedInDay">How many opened within 24 h.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record AlertRuleRow(Guid Id, string? BuiltInKey, SaveAlertRuleRequest Terms, string? PolicyName, int OpenNow, int OpenedInDay, long Version);
