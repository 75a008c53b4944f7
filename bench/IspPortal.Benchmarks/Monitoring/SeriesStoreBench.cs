using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Benchmarks.Monitoring;

/// <summary>
/// The series store under 10,000 lines: what a poll of all of them takes to store, what a value takes on disk once packed (beside VictoriaMetrics on the same
/// values), and what questions take.
/// </summary>
internal static class SeriesStoreBench
{
    private const int PollsPerHour = 360;

    private static readonly DateTime Start = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var (routers, lines, hours, days) = (Number("--routers", 20), Number("--lines", 500), Number("--hours", 24), Number("--days", 731));
        var folder = Directory.CreateTempSubdirectory("bench-series-").FullName;
        var database = new SqliteSeriesDatabase(Path.Combine(folder, "series.db"));
        try
        {
            var clock = new BenchClock(Start);
            using var store = new SeriesStore(database, clock);
            var crowd = new PolledCrowd(routers, lines);
            await IngestAsync(store, database, crowd, clock, hours, options.ContainsKey("--no-victoria"));
            await AskAsync(store, crowd, clock, hours);
            await UseAsync(store, crowd, days);
        }
        finally
        {
            database.Release();
            Directory.Delete(folder, recursive: true);
        }

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static async Task IngestAsync(SeriesStore store, SqliteSeriesDatabase database, PolledCrowd crowd, BenchClock clock, int hours, bool alone)
    {
        await using var victoria = alone ? null : await VictoriaMetrics.StartAsync();
        var (polls, journalBytes, journalRows) = (new List<double>(), 0L, 0L);
        var kept = victoria is null ? null : new long[crowd.Lines * 2][];
        var (processor, wall, packing) = (TimeSpan.Zero, Stopwatch.StartNew(), TimeSpan.Zero);
        using var self = Process.GetCurrentProcess();
        var drift = new Random(11);
        for (var poll = 0; poll <= hours * PollsPerHour; poll++)
        {
            var at = Start.AddSeconds(10 * (poll + 1));
            clock.Now = at;
            for (var router = 0; router < crowd.Routers; router++)
            {
                crowd.TrafficOf(router).Advance();
            }

            Keep(kept, crowd, poll);
            self.Refresh();
            var before = self.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            for (var router = 0; router < crowd.Routers; router++)
            {
                await crowd.PollAsync(store, router, at.AddMilliseconds(drift.Next(60)));
            }

            polls.Add(watch.Elapsed.TotalMilliseconds);
            if (poll % PollsPerHour == PollsPerHour / 2)
            {
                (journalBytes, journalRows) = await JournalAsync(database);
            }

            if (poll % PollsPerHour == 20 && poll > PollsPerHour)
            {
                watch.Restart();
                await store.CompactAsync(SeriesRetention.Default, CancellationToken.None);
                packing += watch.Elapsed;
            }

            self.Refresh();
            processor += self.TotalProcessorTime - before;
        }

        polls.Sort();
        var seconds = hours * PollsPerHour;
        Say($"a poll of {crowd.Lines:#,0} lines ({crowd.Routers} routers), meter and store: p50 {polls[polls.Count / 2]:0.0} ms, p95 {polls[polls.Count * 95 / 100]:0.0} ms {Goal.Under(polls[polls.Count * 95 / 100], 100)}");
        Say($"journal: {journalBytes / (double)(journalRows * crowd.Lines / crowd.Routers):0.00} bytes a sample {Goal.Under(journalBytes / (double)(journalRows * crowd.Lines / crowd.Routers), 12.01)}");
        var perTenThousand = processor.TotalSeconds / seconds / (crowd.Lines / 10_000.0);
        Say($"at 10,000 samples a second, packing included: {perTenThousand:0.000} of a core {Goal.Under(perTenThousand, 0.5)}; packing took {packing.TotalSeconds / Math.Max(1, hours - 1):0.0} s an hour of figures");
        clock.Now = Start.AddHours(hours).AddMinutes(3);
        await store.CompactAsync(SeriesRetention.Default, CancellationToken.None);
        await SizesAsync(database, crowd, hours);
        if (victoria is not null)
        {
            await BesideAsync(victoria, kept!, crowd);
        }

        Say($"all of that took {wall.Elapsed.TotalSeconds:0} s");
    }

    // The same values as whole counters, as whoever scrapes them would store them: two hours are enough.
    private static void Keep(long[][]? kept, PolledCrowd crowd, int poll)
    {
        if (kept is null || poll >= 2 * PollsPerHour)
        {
            return;
        }

        var of = 0;
        for (var router = 0; router < crowd.Routers; router++)
        {
            foreach (var counters in new[] { crowd.TrafficOf(router).Down, crowd.TrafficOf(router).Up })
            {
                foreach (var value in counters)
                {
                    (kept[of] ??= new long[2 * PollsPerHour])[poll] = value;
                    of++;
                }
            }
        }
    }

    private static async Task BesideAsync(VictoriaMetrics victoria, long[][] kept, PolledCrowd crowd)
    {
        var at = Enumerable.Range(0, 2 * PollsPerHour).Select(poll => ChartStep.ToMs(Start.AddSeconds(10 * (poll + 1)))).ToArray();
        await victoria.ImportAsync(kept.Select((values, i) => ("octets", i.ToString(CultureInfo.InvariantCulture), values, at)));
        var (data, index) = await victoria.MeasureAsync();
        var values = 2.0 * 2 * PollsPerHour * crowd.Lines;
        Say($"VictoriaMetrics, the first two hours of the same values, merged: {data / values:0.00} bytes a value, {(data + index) / values:0.00} with its index");
    }

    private static async Task SizesAsync(SqliteSeriesDatabase database, PolledCrowd crowd, int hours)
    {
        var values = 2.0 * hours * PollsPerHour * crowd.Lines;
        foreach (var table in new[] { "series_raw", "series_5m", "series_1h", "series_5m_sum", "series_1h_sum", "series_usage", "series_counters" })
        {
            var bytes = await ScalarAsync(database, $"SELECT COALESCE(SUM(LENGTH(payload)), 0) FROM {table}");
            Say($"{table,-16} {bytes / 1048576.0,8:0.0} MiB, {bytes / values:0.000} bytes a value{(table == "series_raw" ? " " + Goal.Under(bytes / values, 2.4, "VictoriaMetrics, ") : "")}");
        }

        Say($"the first two hours of series_raw: {await ScalarAsync(database, $"SELECT SUM(LENGTH(payload)) FROM series_raw WHERE hour < {RollUp.HourOf(ChartStep.ToMs(Start.AddHours(2))) + 1}") / (2.0 * 2 * PollsPerHour * crowd.Lines):0.00} bytes a value");
    }

    private static async Task AskAsync(SeriesStore store, PolledCrowd crowd, BenchClock clock, int hours)
    {
        var (random, now) = (new Random(3), Start.AddHours(hours));
        clock.Now = now;
        await TimeAsync("one subscriber's 24 h, 300 points", 10, 200, () => store.QueryAsync(
            new SeriesQuery(SeriesSubject.Access(PolledCrowd.AccessId(random.Next(crowd.Routers), random.Next(crowd.Lines / crowd.Routers))), Metric.DownBytes, now.AddHours(-24), now, 300), CancellationToken.None));
        await TimeAsync("one subscriber's last hour, 360 points", 10, 100, () => store.QueryAsync(
            new SeriesQuery(SeriesSubject.Access(PolledCrowd.AccessId(random.Next(crowd.Routers), random.Next(crowd.Lines / crowd.Routers))), Metric.DownBytes, now.AddHours(-1), now, 360), CancellationToken.None));
        await TimeAsync("one subscriber's 24 h in figures, p95 included", 50, 50, () => store.Analysis.StatisticsAsync(
            SeriesSubject.Access(PolledCrowd.AccessId(random.Next(crowd.Routers), random.Next(crowd.Lines / crowd.Routers))), Metric.DownBytes, now.AddHours(-24), now, CancellationToken.None));
        await TimeAsync($"sum over {crowd.Lines:#,0} subscribers for 24 h", 150, 30, () => store.Analysis.SumAsync(
            new SeriesGroupQuery(SeriesSubjectKind.Access, Metric.DownBytes, now.AddHours(-24), now), 300, CancellationToken.None));
        await TimeAsync("top 10 of an hour", 50, 30, () => store.Analysis.TopAsync(
            new SeriesGroupQuery(SeriesSubjectKind.Access, Metric.DownBytes, now.AddHours(-3), now.AddHours(-2)), 10, CancellationToken.None));
        await TimeAsync("top 10 of the last hour, some of it in the journal", 50, 30, () => store.Analysis.TopAsync(
            new SeriesGroupQuery(SeriesSubjectKind.Access, Metric.DownBytes, now.AddMinutes(-57), now.AddMinutes(3)), 10, CancellationToken.None));
    }

    private static async Task UseAsync(SeriesStore store, PolledCrowd crowd, int days)
    {
        var (random, last) = (new Random(5), DateOnly.FromDateTime(Start).AddDays(-1));
        for (var router = 0; router < crowd.Routers; router++)
        {
            for (var from = 0; from < days; from += 60)
            {
                await store.Usage.ImportAsync(
                    PolledCrowd.RouterId(router),
                    [.. Enumerable.Range(from, Math.Min(60, days - from)).SelectMany(day => Enumerable.Range(0, crowd.Lines / crowd.Routers).Select(line =>
                        (PolledCrowd.AccessId(router, line), last.AddDays(-day), new UsageCount(random.NextInt64(20_000_000_000), random.NextInt64(1_000_000_000), 86_400_000, 0))))],
                    CancellationToken.None);
            }
        }

        await TimeAsync($"the usage of {days} days of one subscriber", 50, 100, () => store.Usage.DaysAsync(
            PolledCrowd.AccessId(random.Next(crowd.Routers), random.Next(crowd.Lines / crowd.Routers)), last.AddDays(-days), last.AddDays(1), TimeZoneInfo.Utc, CancellationToken.None));
        var all = Enumerable.Range(0, crowd.Routers).SelectMany(r => Enumerable.Range(0, crowd.Lines / crowd.Routers).Select(l => PolledCrowd.AccessId(r, l))).ToList();
        await TimeAsync($"the usage of {crowd.Lines:#,0} subscribers over 30 days", 1_000, 5, () => store.Usage.SumsAsync(all, last.AddDays(-29), last, TimeZoneInfo.Utc, CancellationToken.None));
    }

    private static async Task TimeAsync(string what, double limit, int times, Func<Task> ask)
    {
        var first = Stopwatch.StartNew();
        await ask();
        var cold = first.Elapsed.TotalMilliseconds;
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        took.Sort();
        Say($"{what,-56} p50 {took[times / 2],7:0.0} ms  p95 {took[Math.Min(times - 1, times * 95 / 100)],7:0.0} ms  first {cold,7:0.0} ms {Goal.Under(took[Math.Min(times - 1, times * 95 / 100)], limit)}");
    }

    private static async Task<(long Bytes, long Rows)> JournalAsync(SqliteSeriesDatabase database) =>
        (await ScalarAsync(database, "SELECT SUM(LENGTH(payload)) FROM series_journal"), await ScalarAsync(database, "SELECT COUNT(*) FROM series_journal"));

    private static async Task<long> ScalarAsync(SqliteSeriesDatabase database, string text)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var command = SeriesSql.Command(connection, text);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static void Say(FormattableString text) => Console.WriteLine("  " + text.ToString(CultureInfo.InvariantCulture));
}
