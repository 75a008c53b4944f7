using System.Data.Common;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

internal sealed class UsageStore(SeriesConnections connections, SubjectNumbers numbers, OpenHours open) : IUsageStore
{
    private const long DayMs = 86_400_000;

    public Task<IReadOnlyList<(DateOnly On, UsageCount Count)>> DaysAsync(
        Guid accessId, DateOnly fromOn, DateOnly toOn, TimeZoneInfo zone, CancellationToken cancellationToken) => connections.ReadAsync<IReadOnlyList<(DateOnly, UsageCount)>>(
        async connection =>
        {
            if (await numbers.FindAsync(connection, SeriesSubject.Access(accessId), cancellationToken) is not { } number)
            {
                return [];
            }

            var days = new SortedDictionary<int, UsageCount>();
            void Add(int day, UsageCount count) => days[day] = days.GetValueOrDefault(day) + count;
            await UsageTable.ReadAsync(
                connection, SeriesKey.ChunkOfSubject(number), number, fromOn.DayNumber, toOn.DayNumber, (_, day, count) => Add(day, count), cancellationToken);
            foreach (var ((_, day), count) in await OpenAsync(connection, [number], fromOn, toOn, zone, cancellationToken))
            {
                Add(day, count);
            }

            return [.. days.Select(static d => (DateOnly.FromDayNumber(d.Key), d.Value))];
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<Guid, UsageCount>> SumsAsync(
        IReadOnlyCollection<Guid> accessIds, DateOnly fromOn, DateOnly toOn, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        SumsSinceAsync(accessIds.Distinct().ToDictionary(static id => id, _ => fromOn), toOn, zone, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, UsageCount>> SumsSinceAsync(
        IReadOnlyDictionary<Guid, DateOnly> sinceOn, DateOnly toOn, TimeZoneInfo zone, CancellationToken cancellationToken) => connections.ReadAsync<IReadOnlyDictionary<Guid, UsageCount>>(
        async connection =>
        {
            await numbers.NamesAsync(connection, cancellationToken);
            var ids = new Dictionary<long, (Guid Id, int From)>();
            foreach (var (id, from) in sinceOn)
            {
                if (await numbers.FindAsync(connection, SeriesSubject.Access(id), cancellationToken) is { } number)
                {
                    ids[number] = (id, from.DayNumber);
                }
            }

            var sums = new Dictionary<Guid, UsageCount>();
            if (ids.Count == 0)
            {
                return sums;
            }

            void Add(long number, int day, UsageCount count)
            {
                if (ids.TryGetValue(number, out var access) && day >= access.From)
                {
                    sums[access.Id] = sums.GetValueOrDefault(access.Id) + count;
                }
            }

            foreach (var chunk in ids.GroupBy(static id => SeriesKey.ChunkOfSubject(id.Key)))
            {
                long? only = chunk.Count() == 1 ? chunk.First().Key : null;
                await UsageTable.ReadAsync(connection, chunk.Key, only, chunk.Min(static id => id.Value.From), toOn.DayNumber, Add, cancellationToken);
            }

            var first = DateOnly.FromDayNumber(ids.Values.Min(static access => access.From));
            foreach (var ((number, day), count) in await OpenAsync(connection, ids.Keys, first, toOn, zone, cancellationToken))
            {
                Add(number, day, count);
            }

            return sums;
        },
        cancellationToken);

    public async Task ImportAsync(Guid sourceId, IReadOnlyCollection<(Guid AccessId, DateOnly On, UsageCount Count)> days, CancellationToken cancellationToken)
    {
        Dictionary<SeriesSubject, long> fresh = [];
        await connections.WriteAsync(
            async connection =>
            {
                var source = SeriesSql.Bytes(sourceId);
                await connections.LockSourceAsync(connection, source, cancellationToken);
                fresh = await numbers.AssignAsync(connection, sourceId, days.Select(static d => SeriesSubject.Access(d.AccessId)), cancellationToken);
                var numbered = days.Select(d => (Number: numbers.Of(SeriesSubject.Access(d.AccessId), fresh), d.On, d.Count));
                foreach (var chunk in numbered.GroupBy(static d => (Chunk: SeriesKey.ChunkOfSubject(d.Number), d.On)))
                {
                    await UsageTable.PutAsync(
                        connection, source, chunk.Key.Chunk, chunk.Key.On.DayNumber, chunk.ToDictionary(static d => d.Number, static d => d.Count), cancellationToken);
                }

                return true;
            },
            cancellationToken);
        numbers.Remember(sourceId, fresh);
    }

    private Task<Dictionary<(long Access, int Day), UsageCount>> OpenAsync(
        DbConnection connection, ICollection<long> accesses, DateOnly fromOn, DateOnly toOn, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var days = new BusinessDays(zone);
        var (fromMs, toMs) = (days.StartOf(fromOn), days.StartOf(toOn) + (2 * DayMs));
        return open.ReadAsync(
            connection,
            hours =>
            {
                var tally = new UsageTally(zone);
                foreach (var hour in hours.Where(h => h.Hour >= RollUp.HourOf(fromMs + 1) && h.Hour <= RollUp.HourOf(toMs)))
                {
                    foreach (var access in accesses)
                    {
                        Add(tally, hour, SeriesKey.Of(access, Metric.DownBytes));
                        Add(tally, hour, SeriesKey.Of(access, Metric.UpBytes));
                    }

                    foreach (var (entry, atMs) in hour.Entries)
                    {
                        if (accesses.Contains(entry.Access))
                        {
                            tally.Add(entry, atMs);
                        }
                    }
                }

                return tally.Counts.Where(c => c.Key.Day >= fromOn.DayNumber && c.Key.Day <= toOn.DayNumber).ToDictionary();
            },
            cancellationToken);
    }

    private static void Add(UsageTally tally, OpenHour hour, long key)
    {
        foreach (var point in hour.PointsOf(key))
        {
            tally.Add(key, point);
        }
    }
}
