namespace IspPortal.Core.Common.Jobs;

/// <summary>One job in the list.</summary>
/// <param name="Key">Its stable name.</param>
/// <param name="Lane">Which scheduler runs it.</param>
/// <param name="Interval">The distance of two starts; null when it runs daily, per subject or by hand only.</param>
/// <param name="TimeOfDay">The time of day in the business zone; null when it does not run daily.</param>
/// <param name="PerSubject">Whether it runs once per subject; the last run is then that of any subject.</param>
/// <param name="IsRunning">Whether it runs now, on the node that was asked.</param>
/// <param name="LastStartedAtUtc">When the last run started; null when there was none yet.</param>
/// <param name="LastDuration">How long the last finished run took; null when there was none yet.</param>
/// <param name="LastOutcome">How the last finished run went; null when there was none yet.</param>
/// <param name="LastText">What the last finished run said, or null.</param>
/// <param name="NextRunAtUtc">When it is due; null when it runs by hand only or the scheduler stands still.</param>
public sealed record JobRow(
    string Key,
    JobLane Lane,
    TimeSpan? Interval,
    TimeOnly? TimeOfDay,
    bool PerSubject,
    bool IsRunning,
    DateTime? LastStartedAtUtc,
    TimeSpan? LastDuration,
    JobOutcome? LastOutcome,
    string? LastText,
    DateTime? NextRunAtUtc);
