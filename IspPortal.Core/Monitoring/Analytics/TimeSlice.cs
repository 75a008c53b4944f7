namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>A stretch of time.</summary>
/// <param name="FromUtc">Start, inclusive.</param>
/// <param name="ToUtc">End, exclusive.</param>
public readonly record struct TimeSlice(DateTime FromUtc, DateTime ToUtc)
{
    /// <summary>How long it is; nothing when it ends before it begins.</summary>
    public TimeSpan Length => ToUtc > FromUtc ? ToUtc - FromUtc : TimeSpan.Zero;
}
