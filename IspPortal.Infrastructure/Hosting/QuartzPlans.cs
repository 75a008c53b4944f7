using IspPortal.Core.Common.Jobs;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>Our schedules in the words of the scheduler.</summary>
internal static class QuartzPlans
{
    public const string Collection = "collection";
    public const string Work = "work";

    /// <summary>The name of a job without subject, inside the group of its key.</summary>
    private const string Single = "all";

    public static string SchedulerOf(JobLane lane) => lane == JobLane.Collection ? Collection : Work;

    public static JobKey KeyOf(string key, Guid? subjectId = null) => new(subjectId?.ToString("N") ?? Single, key);

    public static TriggerKey TriggerOf(string key, Guid? subjectId = null) => new(subjectId?.ToString("N") ?? Single, key);

    public static IJobDetail DetailOf(string key, Guid? subjectId)
    {
        var builder = JobBuilder.Create<PortalJobRunner>().WithIdentity(KeyOf(key, subjectId)).StoreDurably().RequestRecovery();
        return (subjectId is { } id ? builder.UsingJobData(PortalJobRunner.SubjectEntry, id.ToString("N")) : builder).Build();
    }

    /// <summary>Null when the job has no schedule of its own.</summary>
    public static ITrigger? TriggerFor(JobDeclaration job, TimeZoneInfo zone, TimeProvider clock)
    {
        if (job.Schedule.Interval is { } interval)
        {
            return Repeating(job.Key, null, interval, job.Schedule.InitialDelay, clock);
        }

        return job.Schedule.TimeOfDay is { } time
            ? TriggerBuilder.Create(clock).WithIdentity(TriggerOf(job.Key)).ForJob(KeyOf(job.Key)).WithSchedule(
                CronScheduleBuilder.Create(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.Second} {time.Minute} {time.Hour} * * ?"))
                    .InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)).Build()
            : null;
    }

    public static ITrigger Repeating(string key, Guid? subjectId, TimeSpan interval, TimeSpan initialDelay, TimeProvider clock) =>
        TriggerBuilder.Create(clock).WithIdentity(TriggerOf(key, subjectId)).ForJob(KeyOf(key, subjectId)).StartAt(clock.GetUtcNow() + initialDelay)
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithExistingCount))
            .Build();
}
