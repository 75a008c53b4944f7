namespace IspPortal.Core.Common.Jobs;

/// <summary>The last run of one job of the work lane, on whichever node it was.</summary>
internal sealed class JobRecord
{
    public required string Key { get; init; }

    public required DateTime LastStartedAtUtc { get; set; }

    public long? LastDurationMilliseconds { get; set; }

    public JobOutcome? LastOutcome { get; set; }

    public string? LastText { get; set; }

    public required string Node { get; set; }
}
