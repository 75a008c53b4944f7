using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Tests.Series;

public sealed class PackingChunksTests
{
    private const long HourMs = 3_600_000;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 17)]
    [InlineData(32, 360)]
    public void What_was_packed_is_unpacked_all_one_or_of_one_metric(int subjects, int points)
    {
        var random = new Random(subjects);
        var series = new Dictionary<long, List<StoredPoint>>();
        for (var subject = 0; subject < subjects; subject++)
        {
            foreach (var metric in new[] { Metric.DownBytes, Metric.UpBytes, Metric.OnlinePercent, Metric.SignalDbm })
            {
                series[SeriesKey.Of(subject + 64, metric)] = [.. Enumerable.Range(1, points).Where(_ => random.Next(9) > 0).Select(i =>
                {
                    var value = metric switch
                    {
                        Metric.SignalDbm => -random.Next(9_000),
                        Metric.OnlinePercent => 10_000,
                        _ => random.Next(4) == 0 ? 0 : (long)Math.Exp(random.NextDouble() * 43),
                    };
                    return SeriesKey.Point(metric, HourMs + (i * 10_000), 9_990 + random.Next(20), value);
                })];
            }
        }

        foreach (var key in series.Where(s => s.Value.Count == 0).Select(s => s.Key).ToList())
        {
            series.Remove(key);
        }

        var packed = ChunkCodec.Encode(series, raw: true);
        Assert.Equal(Flat(series), Unpack(packed, null, null));
        foreach (var key in series.Keys)
        {
            Assert.Equal(series[key].Select(p => (key, p)), Unpack(packed, key, null));
        }

        Assert.Equal(Flat(series.Where(s => SeriesKey.MetricOf(s.Key) == Metric.UpBytes)), Unpack(packed, null, Metric.UpBytes));
        Assert.Empty(Unpack(packed, SeriesKey.Of(1, Metric.UpBytes), null));

        var sums = series.ToDictionary(s => s.Key, s => RollUp.Sum(s.Value, RollUp.FiveMinutesMs));
        var packedSums = ChunkCodec.Encode(sums, raw: false);
        Assert.Equal(Flat(sums), Unpack(packedSums, null, null));
        Assert.Equal(Flat(sums.Where(s => SeriesKey.MetricOf(s.Key) == Metric.SignalDbm)), Unpack(packedSums, null, Metric.SignalDbm));
    }

    [Fact]
    public void A_damaged_chunk_is_called_so_whatever_byte_is_wrong()
    {
        var series = Enumerable.Range(0, 3).ToDictionary(
            i => SeriesKey.Of(i + 1, Metric.DownBytes),
            i => Enumerable.Range(1, 20).Select(p => SeriesKey.Point(Metric.DownBytes, HourMs + (p * 10_000), 10_000, p * 1_000_003L * (i + 1))).ToList());
        var packed = ChunkCodec.Encode(series, raw: true);
        for (var at = 0; at < packed.Length; at++)
        {
            foreach (var damage in new byte[] { 0x00, 0x7F, 0xFF })
            {
                var damaged = packed.ToArray();
                damaged[at] = damage;
                Refuses(() => Unpack(damaged, null, null));
            }

            Refuses(() => Unpack(packed[..at], null, null));
        }

        static void Refuses(Action unpack)
        {
            try
            {
                unpack();
            }
            catch (InvalidDataException)
            {
                // That is how it says so; some damage only makes other numbers, which sums give away.
            }
        }
    }

    private static IEnumerable<(long, StoredPoint)> Flat(IEnumerable<KeyValuePair<long, List<StoredPoint>>> series) =>
        series.OrderBy(s => s.Key).SelectMany(s => s.Value.Select(p => (s.Key, p)));

    private static List<(long, StoredPoint)> Unpack(byte[] packed, long? only, Metric? metric)
    {
        var found = new List<(long, StoredPoint)>();
        ChunkCodec.Decode(packed, (key, point) => found.Add((key, point)), only, metric);
        return found;
    }
}
