namespace IspPortal.Core.Common.Jobs;

/// <summary>When a job runs. A run that was missed is skipped, never made up for in a burst.</summary>
public sealed record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>The distance of two starts, or null.</summary>
    public TimeSpan? Interval { get; private init; }

    /// <summary>How long after the start of the portal the first run comes.</summary>
    public TimeSpan InitialDelay { get; private init; }

    /// <summary>The time of day in the business zone, or null.</summary>
    public TimeOnly? TimeOfDay { get; private init; }

    /// <summary>Which scheduler runs it.</summary>
    public JobLane Lane { get; private init; } = JobLane.Work;

    /// <summary>Whether the job is started per subject (<see cref="IJobPlanner"/>) and has no schedule of its own.</summary>
    public bool PerSubject { get; private init; }

    /// <summary>Again and again.</summary>
    /// <param name="interval">The distance of two starts, at least 100 ms.</param>
    /// <param name="initialDelay">How long after the start of the portal the first run comes; null means at once.</param>
    public static JobSchedule Every(TimeSpan interval, TimeSpan? initialDelay = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(100));
        return new JobSchedule { Interval = interval, InitialDelay = initialDelay ?? TimeSpan.Zero };
    }

    /// <summary>Once a day, in the business zone.</summary>
    public static JobSchedule DailyAt(TimeOnly time) => new() { TimeOfDay = time };

    /// <summary>Only by hand.</summary>
    public static JobSchedule ByHand() => new();

    /// <summary>Per subject, as <see cref="IJobPlanner"/> is told.</summary>
    public static JobSchedule ForSubjects() => new() { PerSubject = true };

    /// <summary>The same on <paramref name="lane"/>.</summary>
    public JobSchedule On(JobLane lane) => this with { Lane = lane };
}
