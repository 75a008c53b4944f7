using IspPortal.Core.Common.Jobs;

namespace IspPortal.Web.Features.Jobs.Api;

/// <summary>One background job and how it went.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Lane">Which scheduler runs it.</param>
/// <param name="IntervalSeconds">The distance of two starts; null when it runs daily, per subject or by hand only.</param>
/// <param name="TimeOfDay">The time of day in the business zone, hh:mm:ss; null when it does not run daily.</param>
/// <param name="PerSubject">Whether it runs once per subject; such a job cannot be run by hand.</param>
/// <param name="IsRunning">Whether it runs now, on the node that was asked.</param>
/// <param name="LastStartedAtUtc">When the last run started, or null.</param>
/// <param name="LastDurationSeconds">How long the last finished run took, or null.</param>
/// <param name="LastOutcome">How the last finished run went, or null.</param>
/// <param name="LastText">What the last finished run said, or null.</param>
/// <param name="NextRunAtUtc">When it is due, or null.</param>
internal sealed record JobResource(
    string Id,
    JobLane Lane,
    double? IntervalSeconds,
    TimeOnly? TimeOfDay,
    bool PerSubject,
    bool IsRunning,
    DateTime? LastStartedAtUtc,
    double? LastDurationSeconds,
    JobOutcome? LastOutcome,
    string? LastText,
    DateTime? NextRunAtUtc)
{
    public static JobResource Of(JobRow row) => new(
        row.Key,
        row.Lane,
        row.Interval?.TotalSeconds,
        row.TimeOfDay,
        row.PerSubject,
        row.IsRunning,
        row.LastStartedAtUtc,
        row.LastDuration?.TotalSeconds,
        row.LastOutcome,
        row.LastText,
        row.NextRunAtUtc);
}
