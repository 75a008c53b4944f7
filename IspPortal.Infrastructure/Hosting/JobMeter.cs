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
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("ispportal.job.duration", "s", "How long a run took.");

    public static void Started(string key, TimeSpan late) => Lateness.Record(Math.Max(0, late.TotalSeconds), new KeyValuePair<string, object?>("job", key));

    public static void Ended(string key, TimeSpan took, string outcome) =>
        Duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("job", key), new KeyValuePair<string, object?>("outcome", outcome));
}
