namespace IspPortal.Core.Alerts.Rules;

/// <summary>How often a rule would have opened an incident in the last 24 h.</summary>
/// <param name="FromUtc">Start of what was looked at.</param>
/// <param name="ToUtc">Its end.</param>
/// <param name="Subjects">How many subjects the rule is about, as far as they were read since the portal started.</param>
/// <param name="Looked">Of how many of them the history was looked at.</param>
/// <param name="WithHistory">How many of those had any.</param>
/// <param name="Count">How often it would have opened.</param>
/// <param name="Firings">The latest of them, at most 20.</param>
public sealed record RulePreview(DateTime FromUtc, DateTime ToUtc, int Subjects, int Looked, int WithHistory, int Count, IReadOnlyList<RulePreviewFiring> Firings);
