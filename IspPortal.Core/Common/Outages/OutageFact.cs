namespace IspPortal.Core.Common.Outages;

/// <summary>How an outage stands.</summary>
/// <param name="OutageId">The outage.</param>
/// <param name="Name">What is broken, as far as the lines tell.</param>
/// <param name="StartedAtUtc">When it began.</param>
/// <param name="EndedAtUtc">When it was over, or null.</param>
/// <param name="Lines">How many lines it hit at most.</param>
public sealed record OutageFact(Guid OutageId, string Name, DateTime StartedAtUtc, DateTime? EndedAtUtc, int Lines);
