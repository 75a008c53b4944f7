using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What is kept over time of one poll.</summary>
internal static class PollBatch
{
    /// <summary>Of a poll that was answered.</summary>
    public static SeriesBatch Of(RouterTarget target, RouterFigures figures, PollFacts facts)
    {
        var interval = figures.Interval(facts.CountersEvery);
        var samples = new List<SeriesSample>(figures.Samples);
        var router = SeriesSubject.Router(target.Id);
        long? down = null, up = null;
        foreach (var sample in figures.Samples)
        {
            if (sample.Subject.Kind == SeriesSubjectKind.Access)
            {
                _ = sample.Metric == Metric.DownBytes ? down = (down ?? 0) + (long)sample.Value : up = (up ?? 0) + (long)sample.Value;
            }
        }

        var health = facts.Health;
        Add(Metric.DownBytes, down);
        Add(Metric.UpBytes, up);
        Add(Metric.Sessions, figures.SessionCount);
        Add(Metric.CpuPercent, health?.CpuPercent);
        Add(Metric.MemoryPercent, health is { MemoryTotalBytes: > 0 } ? 100.0 * health.MemoryUsedBytes / health.MemoryTotalBytes : null);
        Add(Metric.TemperatureCelsius, health?.TemperatureCelsius);
        Add(Metric.VoltageVolts, health?.VoltageVolts);
        Add(Metric.UptimeSeconds, health?.Uptime?.TotalSeconds);
        Add(Metric.ApiCostPercent, facts.Cost?.BusyPercent);
        Add(Metric.LatencyMilliseconds, facts.RoundTrip?.TotalMilliseconds);
        Add(Metric.LicenceUsedPercent, LicenceUsed(figures, facts.SessionLimit));
        samples.Add(new SeriesSample(router, Metric.AnsweredPercent, 100, facts.SinceLast));
        samples.Add(new SeriesSample(router, Metric.LossPercent, 0, facts.SinceLast));
        samples.AddRange(facts.SeldomRead);
        return new SeriesBatch(target.Id, figures.CountersAtUtc, samples);

        void Add(Metric metric, double? value)
        {
            if (value is { } known)
            {
                samples.Add(new SeriesSample(router, metric, known, interval));
            }
        }
    }

    /// <summary>Of a poll that was not answered.</summary>
    public static SeriesBatch Unanswered(RouterTarget target, DateTime atUtc, TimeSpan interval) => new(
        target.Id,
        atUtc,
        [
            new SeriesSample(SeriesSubject.Router(target.Id), Metric.AnsweredPercent, 0, interval),
            new SeriesSample(SeriesSubject.Router(target.Id), Metric.LossPercent, 100, interval),
        ]);

    // The limit holds for each kind by itself: the fuller one is what runs out.
    private static double? LicenceUsed(RouterFigures figures, int? limit) => limit is not { } most || figures.SessionCount is null
        ? null
        : 100.0 * Math.Max(figures.Tracker.Sessions.Count(static s => s.Identity.Service == AccessService.Pppoe), figures.Tracker.Sessions.Count(static s => s.Identity.Service == AccessService.Hotspot)) / most;
}
