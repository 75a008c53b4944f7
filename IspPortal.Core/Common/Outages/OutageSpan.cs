namespace IspPortal.Core.Common.Outages;

/// <summary>A time that a line was behind an outage.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="OutageId">The outage.</param>
/// <param name="FromUtc">When the line went.</param>
/// <param name="ToUtc">When it was back, or the outage over; null: not yet.</param>
/// <param name="IsPlanned">Planned works.</param>
/// <param name="WasOnline">Whether it was online when the outage began: only such lines get a credit.</param>
public sealed record OutageSpan(Guid AccessId, Guid OutageId, DateTime FromUtc, DateTime? ToUtc, bool IsPlanned, bool WasOnline);
