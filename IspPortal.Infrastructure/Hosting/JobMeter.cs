using System.Diagnostics.Metrics;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>Measures runs of jobs: how late they start, how long they take. Polls of routers are jobs too.</summary>
internal static class JobMeter
{
    private static readonly Meter Meter = new("IspPortal.Jobs");

    private static readonly Histogram<double> Lateness = Meter.CreateHistogram(
        "ispportal.job.lateness",
        "s",
        "How late a planned run began.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 10, 30, 60] });

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("ispportal.job.duration", "s", "How long a run took.");

    /// <summary>A run has ended; <paramref name="late"/> is null where it had no plan.</summary>
    public static void Ended(string key, TimeSpan? late, TimeSpan took, string outcome)
    {
        KeyValuePair<string, object?> job = new("job", key), result = new("outcome", outcome);
        Duration.Record(took.TotalSeconds, job, result);
        if (late is { } waited)
        {
            Lateness.Record(Math.Max(0, waited.TotalSeconds), job, result);
        }
    }
}
