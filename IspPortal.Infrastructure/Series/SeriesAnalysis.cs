using System.Data.Common;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

internal sealed class SeriesAnalysis(
    SeriesConnections connections, SubjectNumbers numbers, OpenHours open, PointReader points, TimeProvider clock, Func<SeriesRetention> retention) : ISeriesAnalysis
{
    public async Task<SeriesStatistics> StatisticsAsync(SeriesSubject subject, Metric metric, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken)
    {
        var (fromMs, toMs) = (ChartStep.ToMs(fromUtc), ChartStep.ToMs(toUtc));
        var resolution = FinestKept(fromUtc);
        if (resolution == SeriesResolution.Raw && toUtc - fromUtc > TimeSpan.FromDays(1))
        {
            // As exact, wherever the ends lie at whole five minutes, and less to unpack.
            resolution = SeriesResolution.FiveMinutes;
        }

        var read = await connections.ReadAsync(connection => points.ReadAsync(connection, subject, metric, fromMs, toMs, resolution, cancellationToken), cancellationToken);
        return SeriesFigures.Of(metric, read.Where(p => p.EndMs > fromMs && p.EndMs <= toMs), fromMs, Math.Min(toMs, ChartStep.ToMs(clock.UtcNow())));
    }

    public Task<IReadOnlyList<SeriesRank>> TopAsync(SeriesGroupQuery query, int count, CancellationToken cancellationToken) => connections.ReadAsync<IReadOnlyList<SeriesRank>>(
        async connection =>
        {
            var names = await numbers.NamesAsync(connection, cancellationToken);
            var totals = new Ranking(query, names);
            var (fromMs, toMs) = (ChartStep.ToMs(query.FromUtc), ChartStep.ToMs(query.ToUtc));
            var five = query.FromUtc >= clock.UtcNow() - retention().FiveMinutes;

            // Whole hours by the hour, their edges by five minutes.
            var (firstWhole, lastWhole) = ((fromMs + RollUp.HourMs - 1) / RollUp.HourMs, (toMs / RollUp.HourMs) - 1);
            if (!five || lastWhole < firstWhole)
            {
                await AddChunksAsync(connection, five ? SeriesResolution.FiveMinutes : SeriesResolution.Hour, query, RollUp.HourOf(fromMs + 1), RollUp.HourOf(toMs), totals, cancellationToken);
            }
            else
            {
                await AddChunksAsync(connection, SeriesResolution.Hour, query, firstWhole, lastWhole, totals, cancellationToken);
                if (RollUp.HourOf(fromMs + 1) < firstWhole)
                {
                    await AddChunksAsync(connection, SeriesResolution.FiveMinutes, query, RollUp.HourOf(fromMs + 1), firstWhole - 1, totals, cancellationToken);
                }

                if (RollUp.HourOf(toMs) > lastWhole)
                {
                    await AddChunksAsync(connection, SeriesResolution.FiveMinutes, query, lastWhole + 1, RollUp.HourOf(toMs), totals, cancellationToken);
                }
            }

            await open.ReadAsync(
                connection,
                hours =>
                {
                    foreach (var (key, point) in hours.Where(h => IsWanted(h, query, fromMs, toMs)).SelectMany(static h => h.Points()))
                    {
                        totals.Add(key, point);
                    }

                    return true;
                },
                cancellationToken);
            return totals.Largest(count);
        },
        cancellationToken);

    public Task<SeriesResult> SumAsync(SeriesGroupQuery query, int maxPoints, CancellationToken cancellationToken) => connections.ReadAsync(
        async connection =>
        {
            var (fromMs, toMs) = (ChartStep.ToMs(query.FromUtc), ChartStep.ToMs(query.ToUtc));
            var asked = new SeriesQuery(SeriesSubject.Network, query.Metric, query.FromUtc, query.ToUtc, maxPoints);
            var resolution = ChartStep.ResolutionFor(asked, clock.UtcNow(), retention());
            var (table, width) = (SeriesSql.SumTable(resolution), resolution == SeriesResolution.Hour ? RollUp.HourMs : RollUp.FiveMinutesMs);
            var total = new GroupTotal(query.Metric, fromMs, toMs, width);
            await using (var command = SeriesSql.Command(
                connection,
                $"SELECT payload FROM {table} WHERE chunk_no = @kind AND hour BETWEEN @first AND @last{OfSource(query)}",
                ("kind", (int)query.Kind),
                ("first", RollUp.HourOf(fromMs + 1)),
                ("last", RollUp.HourOf(toMs)),
                ("source", SeriesSql.Bytes(query.SourceId ?? Guid.Empty))))
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    ChunkCodec.Decode((byte[])reader[0], (_, point) => total.Add(point), GroupSum.KeyOf(query.Kind, query.Metric));
                }
            }

            var names = await numbers.NamesAsync(connection, cancellationToken);
            await open.ReadAsync(
                connection,
                hours =>
                {
                    foreach (var source in hours.Where(h => IsWanted(h, query, fromMs, toMs)).GroupBy(static h => h.SourceId))
                    {
                        var sum = new GroupSum(number => names(number) is { } name && name.Kind == query.Kind ? name : null);
                        foreach (var (key, point) in source.SelectMany(static h => h.Points()))
                        {
                            if (SeriesKey.MetricOf(key) == query.Metric)
                            {
                                sum.Add(key, point);
                            }
                        }

                        foreach (var point in sum.ToSeries().Values.SelectMany(p => RollUp.Sum(p, width)))
                        {
                            total.Add(point);
                        }
                    }

                    return true;
                },
                cancellationToken);
            var (start, step, steps) = ChartStep.Fit(asked, width);
            return new SeriesResult(TimeSpan.FromMilliseconds(step), total.ToPoints(start, step, steps));
        },
        cancellationToken);

    private static string OfSource(SeriesGroupQuery query) => query.SourceId is null ? " AND @source IS NOT NULL" : " AND source_id = @source";

    private static bool IsWanted(OpenHour hour, SeriesGroupQuery query, long fromMs, long toMs) =>
        (query.SourceId is null || query.SourceId == hour.SourceId) && hour.Hour >= RollUp.HourOf(fromMs + 1) && hour.Hour <= RollUp.HourOf(toMs);

    private static async Task AddChunksAsync(
        DbConnection connection, SeriesResolution resolution, SeriesGroupQuery query, long first, long last, Ranking totals, CancellationToken cancellationToken)
    {
        await using var command = SeriesSql.Command(
            connection,
            $"SELECT payload FROM {SeriesSql.Table(resolution)} WHERE hour BETWEEN @first AND @last{OfSource(query)}",
            ("first", first),
            ("last", last),
            ("source", SeriesSql.Bytes(query.SourceId ?? Guid.Empty)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ChunkCodec.Decode((byte[])reader[0], totals.Add, metric: query.Metric);
        }
    }

    private SeriesResolution FinestKept(DateTime fromUtc)
    {
        var now = clock.UtcNow();
        return fromUtc >= now - retention().Raw ? SeriesResolution.Raw : fromUtc >= now - retention().FiveMinutes ? SeriesResolution.FiveMinutes : SeriesResolution.Hour;
    }
}
