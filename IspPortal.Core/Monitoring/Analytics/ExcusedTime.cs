namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>A time in which a line was kept from working on purpose.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="FromUtc">Since when.</param>
/// <param name="ToUtc">Until when; null: still.</param>
public sealed record ExcusedTime(Guid AccessId, DateTime FromUtc, DateTime? ToUtc);
