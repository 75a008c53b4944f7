using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>A rule began or ceased to hold for a subject.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Subject">What of; of a group its router.</param>
/// <param name="Holds">Whether it holds now.</param>
/// <param name="Value">The figure; of a group how many; null when it is missing.</param>
/// <param name="SinceUtc">Since when it is bad.</param>
/// <param name="AtUtc">When that was seen.</param>
internal sealed record RuleTransition(Guid RuleId, SeriesSubject Subject, bool Holds, double? Value, DateTime SinceUtc, DateTime AtUtc);
