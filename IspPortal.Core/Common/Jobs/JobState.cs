namespace IspPortal.Core.Common.Jobs;

/// <summary>A job started or ended; the newest such change is published.</summary>
/// <param name="Key">Which job.</param>
/// <param name="IsRunning">True when it started, false when it ended.</param>
/// <param name="Outcome">How it went; null when it started.</param>
/// <param name="AtUtc">When.</param>
public sealed record JobState(string Key, bool IsRunning, JobOutcome? Outcome, DateTime AtUtc);
