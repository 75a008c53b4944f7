using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;

namespace IspPortal.Infrastructure.Reporting.Reports.Sources;

/// <summary>How routers and the network did.</summary>
internal sealed class PerformanceSource(ReportSeriesReader series, ISeriesAnalytics analytics, SeriesNames names) : IReportSource
{
    private static readonly Metric[] RouterMetrics =
        [Metric.CpuPercent, Metric.MemoryPercent, Metric.LatencyMilliseconds, Metric.LossPercent, Metric.TemperatureCelsius, Metric.Sessions, Metric.ApiCostPercent];

    private static readonly Metric[] FaultMetrics = [Metric.RxErrors, Metric.TxErrors, Metric.RxDrops, Metric.TxDrops];

    public ReportKind Kind => ReportKind.Performance;

    public async Task<Result<IReadOnlyList<ReportSection>>> ReadAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        var network = await NetworkAsync(brief, cancellationToken);
        if (!network.Succeeded)
        {
            return network.Error;
        }

        await told(0.3);
        var routers = await RoutersAsync(brief, cancellationToken);
        if (!routers.Succeeded)
        {
            return routers.Error;
        }

        await told(0.7);
        var faults = await FaultsAsync(brief, cancellationToken);
        return faults.Succeeded ? Result.Of<IReadOnlyList<ReportSection>>([network.Value, routers.Value, faults.Value]) : faults.Error;
    }

    private async Task<Result<ReportSection>> NetworkAsync(ReportBrief brief, CancellationToken cancellationToken)
    {
        var (down, up) = (await series.TrafficAsync(Metric.DownBytes, brief, cancellationToken), await series.TrafficAsync(Metric.UpBytes, brief, cancellationToken));
        if ((down.Error ?? up.Error) is { } failed)
        {
            return failed;
        }

        List<ReportFigure> figures = [];
        List<ReportChart> charts =
        [
            new("Traffic", ReportUnit.BitsPerSecond, IsBars: false, brief.LocalFrom, brief.LocalTo, [new ReportSeries("Down", down.Value), new ReportSeries("Up", up.Value)]),
        ];
        if (!brief.IsAll)
        {
            figures.Add(new("PeakDown", Peak(down.Value), ReportUnit.BitsPerSecond));
            figures.Add(new("PeakUp", Peak(up.Value), ReportUnit.BitsPerSecond));
            return new ReportSection("Network") { Figures = figures, Charts = charts, Notes = [new("PeaksOfPoints")] };
        }

        var downs = await analytics.StatisticsAsync(SeriesSubject.Network, Metric.DownBytes, brief.FromUtc, brief.ToUtc, cancellationToken);
        var ups = await analytics.StatisticsAsync(SeriesSubject.Network, Metric.UpBytes, brief.FromUtc, brief.ToUtc, cancellationToken);
        var sessions = await series.GaugeAsync(SeriesSubject.Network, Metric.Sessions, brief, cancellationToken);
        if ((downs.Error ?? ups.Error ?? sessions.Error) is { } unread)
        {
            return unread;
        }

        figures.Add(new("PeakDown", downs.Value.Maximum * ReportSeriesReader.BitsPerByte, ReportUnit.BitsPerSecond));
        figures.Add(new("Percentile95Down", downs.Value.Percentile95 * ReportSeriesReader.BitsPerByte, ReportUnit.BitsPerSecond));
        figures.Add(new("AverageDown", downs.Value.Average * ReportSeriesReader.BitsPerByte, ReportUnit.BitsPerSecond));
        figures.Add(new("PeakUp", ups.Value.Maximum * ReportSeriesReader.BitsPerByte, ReportUnit.BitsPerSecond));
        figures.Add(new("PeakSessions", Peak(sessions.Value), ReportUnit.Count));
        charts.Add(new("Sessions", ReportUnit.Count, IsBars: false, brief.LocalFrom, brief.LocalTo, [new ReportSeries("Sessions", sessions.Value)]));
        return new ReportSection("Network") { Figures = figures, Charts = charts, Notes = [new("SeenFor", downs.Value.SeenFor, ReportUnit.Duration)] };
    }

    private async Task<Result<ReportSection>> RoutersAsync(ReportBrief brief, CancellationToken cancellationToken)
    {
        Dictionary<Metric, IReadOnlyDictionary<Guid, SeriesRank>> read = [];
        foreach (var metric in RouterMetrics)
        {
            var of = await series.RoutersAsync(metric, brief, cancellationToken);
            if (!of.Succeeded)
            {
                return of.Error;
            }

            read[metric] = of.Value;
        }

        SeriesRank? Rank(Guid router, Metric metric) => read[metric].GetValueOrDefault(router);
        var rows = brief.Routers.OrderBy(router => router.Value, StringComparer.OrdinalIgnoreCase).Select(router => (IReadOnlyList<object?>)
        [
            router.Value,
            Rank(router.Key, Metric.CpuPercent)?.Sum, Rank(router.Key, Metric.CpuPercent)?.Maximum,
            Rank(router.Key, Metric.MemoryPercent)?.Sum,
            Rank(router.Key, Metric.LatencyMilliseconds)?.Sum, Rank(router.Key, Metric.LossPercent)?.Sum,
            Rank(router.Key, Metric.TemperatureCelsius)?.Maximum,
            Whole(Rank(router.Key, Metric.Sessions)?.Maximum),
            Rank(router.Key, Metric.ApiCostPercent)?.Sum,
        ]).ToList();
        return new ReportSection("Routers")
        {
            Tables =
            [
                new ReportTable(
                    "Routers",
                    [
                        new("Router", ReportUnit.Text), new("CpuMean", ReportUnit.Percent), new("CpuMost", ReportUnit.Percent), new("MemoryMean", ReportUnit.Percent), new("LatencyMean", ReportUnit.Milliseconds),
                        new("LossMean", ReportUnit.Percent), new("TemperatureMost", ReportUnit.Celsius), new("SessionsMost", ReportUnit.Count), new("ApiCostMean", ReportUnit.Percent),
                    ],
                    rows),
            ],
            Notes = [new("UnknownIsEmpty")],
        };
    }

    private async Task<Result<ReportSection>> FaultsAsync(ReportBrief brief, CancellationToken cancellationToken)
    {
        Dictionary<SeriesSubject, double[]> faults = [];
        foreach (var (at, metric) in FaultMetrics.Index())
        {
            var top = await series.TopAsync(SeriesSubjectKind.Interface, metric, brief, brief.Settings.TopCount, cancellationToken);
            if (!top.Succeeded)
            {
                return top.Error;
            }

            foreach (var rank in top.Value.Where(rank => rank.Sum > 0))
            {
                (faults.TryGetValue(rank.Subject, out var counts) ? counts : faults[rank.Subject] = new double[FaultMetrics.Length])[at] = rank.Sum;
            }
        }

        var worst = faults.OrderByDescending(fault => fault.Value.Sum()).Take(brief.Settings.TopCount).ToList();
        var known = await names.OfAsync([.. worst.Select(fault => fault.Key)], cancellationToken);
        return new ReportSection("Interfaces")
        {
            Tables =
            [
                new ReportTable(
                    "InterfaceFaults",
                    [new("Interface", ReportUnit.Text), new("RxErrors", ReportUnit.Count), new("TxErrors", ReportUnit.Count), new("RxDrops", ReportUnit.Count), new("TxDrops", ReportUnit.Count)],
                    [.. worst.Select(fault => (IReadOnlyList<object?>)[known.GetValueOrDefault(fault.Key, fault.Key.Name), .. fault.Value.Select(count => (object)(long)count)])]),
            ],
            Notes = worst.Count == 0 ? [new("NoFaults")] : [],
        };
    }

    private static double? Peak(IReadOnlyList<ReportPoint> points) => points.Max(point => point.Value);

    private static long? Whole(double? value) => value is { } known ? (long)Math.Round(known) : null;
}
