using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Lab.Menus.Catalog;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Series;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Gives a new lab a past: a day by the minute, a week by five minutes, a month by the hour, from the curves its routers go on with. Once.</summary>
internal sealed partial class LabHistoryStep(
    SampleIsp sample, ISeriesStore store, IUsageStore usage, BusinessZone zone, TimeProvider clock, ILogger<LabHistoryStep> logger) : BackgroundService
{
    private const string Uplink = "ether1";

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Writes the past that ends now, unless the network has one already; gives how many lines got one.</summary>
    public async Task<int> BackFillAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        if (sample.Routers.Count * sample.Profile.SubscribersPerRouter > LabRoutersStep.MostLines || await HasPastAsync(now, cancellationToken))
        {
            return 0;
        }

        var hour = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        var lines = 0;
        var (used, days) = (new Dictionary<(Guid, int), UsageCount>(), new BusinessDays(await zone.GetAsync(cancellationToken)));
        foreach (var (from, to, step, finest) in new[]
        {
            (hour - Day, now, TimeSpan.FromMinutes(1), SeriesResolution.Raw),
            (hour - Week, hour - Day, TimeSpan.FromMinutes(5), SeriesResolution.FiveMinutes),
            (hour - Month, hour - Week, TimeSpan.FromHours(1), SeriesResolution.Hour),
        })
        {
            lines = await WriteAsync(from, to, step, finest, (access, past) => Count(used, days, access, past), cancellationToken);
        }

        await WriteUsageAsync(used, cancellationToken);
        return lines;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var start = clock.GetTimestamp();
            var lines = await BackFillAsync(stoppingToken);
            if (lines > 0)
            {
                Written(logger, lines, clock.GetElapsedTime(start).TotalSeconds);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A lab without a past is still a lab.
            logger.LogError(exception, "The lab's past could not be written");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote the past month of {Lines} lines in {Seconds:0.0} s")]
    private static partial void Written(ILogger logger, int lines, double seconds);

    private static List<StoredPoint>[] PastOf(LineTraffic traffic, DateTime from, int count, TimeSpan step, bool raw, StoredPoint[][] sums)
    {
        var meter = traffic.StartAt(from.Ticks);
        var widthMs = (long)step.TotalMilliseconds;
        List<StoredPoint>[] past = [new(count), new(count)];
        Span<long> before = [0, 0];
        for (var i = 0; i < count; i++)
        {
            var at = from + (step * (i + 1));
            var (down, up) = meter.At(at.Ticks);
            ReadOnlySpan<long> now = [(long)down, (long)up];
            for (var d = 0; d < 2; d++)
            {
                var bytes = now[d] - before[d];
                before[d] = now[d];
                past[d].Add(new StoredPoint(ChartStep.ToMs(at), widthMs, bytes, raw ? 0 : bytes * 1000 / widthMs));
                var sum = sums[d][i];
                sums[d][i] = new StoredPoint(ChartStep.ToMs(at), widthMs, sum.Sum + bytes, raw ? 0 : (sum.Sum + bytes) * 1000 / widthMs);
            }
        }

        return past;
    }

    private async Task<bool> HasPastAsync(DateTime now, CancellationToken cancellationToken)
    {
        var found = await store.QueryAsync(new SeriesQuery(SeriesSubject.Network, Metric.DownBytes, now - Month, now - TimeSpan.FromHours(2), 720), cancellationToken);
        return found.Points.Any(p => p.Average is not null);
    }

    private async Task<int> WriteAsync(DateTime from, DateTime to, TimeSpan step, SeriesResolution finest, Action<Guid, List<StoredPoint>[]> written, CancellationToken cancellationToken)
    {
        var count = (int)((to - from) / step);
        var raw = finest == SeriesResolution.Raw;
        StoredPoint[][] network = [new StoredPoint[count], new StoredPoint[count]];
        var lines = 0;
        foreach (var router in sample.Routers)
        {
            StoredPoint[][] sums = [new StoredPoint[count], new StoredPoint[count]];
            var series = new List<ImportedSeries>();
            foreach (var line in sample.SubscribersOf(router.Index))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var past = PastOf(LabLines.TrafficOf(router, line), from, count, step, raw, sums);
                AddBoth(series, SeriesSubject.Access(LabLines.AccessId(line.Index)), past[0], past[1]);
                written(LabLines.AccessId(line.Index), past);
                lines++;
            }

            var id = LabLines.RouterId(router.Index);
            AddBoth(series, SeriesSubject.Router(id), sums[0], sums[1]);
            AddUplink(series, id, sums, raw);
            await store.ImportAsync(id, series, finest, cancellationToken);
            for (var d = 0; d < 2; d++)
            {
                for (var i = 0; i < count; i++)
                {
                    var sum = network[d][i].Sum + sums[d][i].Sum;
                    network[d][i] = sums[d][i] with { Sum = sum, Max = raw ? 0 : sum * 1000 / sums[d][i].SeenMs };
                }
            }
        }

        var whole = new List<ImportedSeries>();
        AddBoth(whole, SeriesSubject.Network, network[0], network[1]);
        await store.ImportAsync(Guid.Empty, whole, finest, cancellationToken);
        return lines;
    }

    private static void AddBoth(List<ImportedSeries> series, SeriesSubject subject, IReadOnlyList<StoredPoint> down, IReadOnlyList<StoredPoint> up)
    {
        series.Add(new ImportedSeries(subject, Metric.DownBytes, down));
        series.Add(new ImportedSeries(subject, Metric.UpBytes, up));
    }

    // What customers download comes in by the uplink; on the wire it is more.
    private static void AddUplink(List<ImportedSeries> series, Guid router, StoredPoint[][] sums, bool raw)
    {
        var uplink = SeriesSubject.Interface(router, Uplink);
        foreach (var (metric, bytes) in new[] { (Metric.RxBytes, sums[0]), (Metric.TxBytes, sums[1]) })
        {
            series.Add(new ImportedSeries(uplink, metric, [.. bytes.Select(p => p with { Sum = (long)(p.Sum * InterfaceMenus.WireOverhead), Max = raw ? 0 : (long)(p.Max * InterfaceMenus.WireOverhead) })]));
        }
    }

    // What is written as the past of the lines, by business day; what the present day brings after this is counted by the polls.
    private async Task WriteUsageAsync(Dictionary<(Guid AccessId, int Day), UsageCount> used, CancellationToken cancellationToken)
    {
        foreach (var router in sample.Routers)
        {
            var lines = sample.SubscribersOf(router.Index).Select(line => LabLines.AccessId(line.Index)).ToHashSet();
            await usage.ImportAsync(
                LabLines.RouterId(router.Index),
                [.. used.Where(u => lines.Contains(u.Key.AccessId)).Select(static u => (u.Key.AccessId, DateOnly.FromDayNumber(u.Key.Day), u.Value))],
                cancellationToken);
        }
    }

    private static void Count(Dictionary<(Guid AccessId, int Day), UsageCount> used, BusinessDays days, Guid access, List<StoredPoint>[] past)
    {
        for (var i = 0; i < past[0].Count; i++)
        {
            var (down, up) = (past[0][i], past[1][i]);
            var key = (access, days.DayOf(down.EndMs));
            used[key] = used.GetValueOrDefault(key) + new UsageCount(down.Sum, up.Sum, down.SeenMs, 0);
        }
    }
}
