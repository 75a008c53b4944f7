namespace IspPortal.Core.Alerts.Rules;

/// <summary>One incident that a rule would have opened.</summary>
/// <param name="SubjectName">What of.</param>
/// <param name="FromUtc">When it would have opened.</param>
/// <param name="ToUtc">When it would have ended; null: not yet.</param>
/// <param name="Value">The figure then.</param>
public sealed record RulePreviewFiring(string SubjectName, DateTime FromUtc, DateTime? ToUtc, double? Value);
