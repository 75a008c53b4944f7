using System.Globalization;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series.Verification;

/// <summary>Whether the usage of each day is no less than what the five-minute sums of that day say was read. More it may be: what gaps hid is in no sum.</summary>
internal sealed class UsageVerifier(SeriesConnections connections, TimeZoneInfo zone, bool repair, List<SeriesFault> faults)
{
    private readonly BusinessDays _days = new(zone);
    private readonly Dictionary<(byte[] Source, long Chunk, int Day), Dictionary<long, UsageCount>> _read = new(new SourceKeys());

    /// <summary>How many rows were read.</summary>
    public int Rows { get; private set; }

    /// <summary>Takes what a good hour says was read.</summary>
    public void Count(VerifiedHour stored, byte[] source, Func<long, SeriesSubject?> names)
    {
        foreach (var (key, points) in stored.Good("series_5m").SelectMany(static c => c.Series).Where(static s => SeriesKey.MetricOf(s.Key) is Metric.DownBytes or Metric.UpBytes))
        {
            // Routers and the network have such figures too; usage is of accesses.
            var number = SeriesKey.SubjectOf(key);
            if (names(number) is not { Kind: SeriesSubjectKind.Access })
            {
                continue;
            }

            foreach (var point in points)
            {
                var of = (source, SeriesKey.ChunkOfSubject(number), _days.DayOf(point.EndMs));
                var chunk = _read.TryGetValue(of, out var found) ? found : _read[of] = [];
                chunk[number] = chunk.GetValueOrDefault(number)
                    + (SeriesKey.MetricOf(key) == Metric.DownBytes ? new UsageCount(point.Sum, 0, point.SeenMs, 0) : new UsageCount(0, point.Sum, 0, 0));
            }
        }
    }

    /// <summary>Compares what is kept with that.</summary>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<(byte[] Source, long Chunk, int Day), Dictionary<long, UsageCount>>(new SourceKeys());
        var broken = new Dictionary<(byte[] Source, long Chunk, int Day), string>(new SourceKeys());
        await connections.ReadAsync(
            async connection =>
            {
                await using var command = SeriesSql.Command(connection, "SELECT source_id, chunk_no, day, payload FROM series_usage");
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    Rows++;
                    var key = ((byte[])reader[0], reader.GetInt64(1), reader.GetInt32(2));
                    var counts = new Dictionary<long, UsageCount>();
                    try
                    {
                        UsageCodec.Decode((byte[])reader[3], (number, count) => counts[number] = count);
                        if (counts.Keys.Any(number => SeriesKey.ChunkOfSubject(number) != key.Item2))
                        {
                            throw new InvalidDataException("An access does not belong there.");
                        }

                        stored[key] = counts;
                    }
                    catch (InvalidDataException exception)
                    {
                        broken[key] = exception.Message;
                    }
                }

                return true;
            },
            cancellationToken);

        foreach (var (key, read) in _read)
        {
            var now = stored.GetValueOrDefault(key);
            var less = now is null ? read.Count : read.Count(r => !now.TryGetValue(r.Key, out var count) || count.Down < r.Value.Down || count.Up < r.Value.Up);
            if (less == 0)
            {
                continue;
            }

            var what = broken.Remove(key, out var text)
                ? text + " What it counted beyond the read intervals is lost."
                : $"{less} accesses have less than was read.";
            Tell(Where(key), what, repair ? SeriesRemedy.Rebuilt : SeriesRemedy.CanBeRebuilt);
            if (repair)
            {
                var whole = new Dictionary<long, UsageCount>(now ?? []);
                foreach (var (number, count) in read)
                {
                    var before = whole.GetValueOrDefault(number);
                    whole[number] = new UsageCount(Math.Max(before.Down, count.Down), Math.Max(before.Up, count.Up), Math.Max(before.SeenMs, count.SeenMs), before.UnseenMs);
                }

                await connections.WriteAsync(
                    async connection =>
                    {
                        await UsageTable.PutAsync(connection, key.Source, key.Chunk, key.Day, whole, cancellationToken);
                        return true;
                    },
                    cancellationToken);
            }
        }

        foreach (var (key, what) in broken)
        {
            Tell(Where(key), what, repair ? SeriesRemedy.TakenOut : SeriesRemedy.CannotBeRebuilt);
            if (repair)
            {
                await RemoveAsync(key, cancellationToken);
            }
        }
    }

    private Task RemoveAsync((byte[] Source, long Chunk, int Day) key, CancellationToken cancellationToken) => connections.WriteAsync(
        async connection =>
        {
            await using var command = SeriesSql.Command(
                connection,
                "DELETE FROM series_usage WHERE source_id = @source AND chunk_no = @chunk AND day = @day",
                ("source", key.Source),
                ("chunk", key.Chunk),
                ("day", key.Day));
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    private void Tell(string where, string what, SeriesRemedy remedy) => faults.Add(new SeriesFault(where, what, remedy));

    private static string Where((byte[] Source, long Chunk, int Day) key) =>
        string.Create(CultureInfo.InvariantCulture, $"series_usage {key.Chunk} {DateOnly.FromDayNumber(key.Day):yyyy-MM-dd} of {SeriesSql.Id(key.Source)}");

    private sealed class SourceKeys : IEqualityComparer<(byte[] Source, long Chunk, int Day)>
    {
        public bool Equals((byte[] Source, long Chunk, int Day) x, (byte[] Source, long Chunk, int Day) y) =>
            x.Chunk == y.Chunk && x.Day == y.Day && x.Source.AsSpan().SequenceEqual(y.Source);

        public int GetHashCode((byte[] Source, long Chunk, int Day) obj) => HashCode.Combine(obj.Chunk, obj.Day, obj.Source.Length > 3 ? BitConverter.ToInt32(obj.Source, obj.Source.Length - 4) : 0);
    }
}
