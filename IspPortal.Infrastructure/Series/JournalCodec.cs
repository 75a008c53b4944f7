using System.Buffers;

namespace IspPortal.Infrastructure.Series;

/// <summary>One batch in bytes: samples ordered by key, each as the difference to the one before. Cheap to write; packed tight only later.</summary>
internal static class JournalCodec
{
    private const byte Format = 1;

    public static byte[] Encode(List<(long Key, long IntervalMs, long Written)> samples)
    {
        samples.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        JoinEqualKeys(samples);
        var output = new ArrayBufferWriter<byte>(16 + (samples.Count * 6));
        output.Write([Format]);
        VarInt.Write(output, (ulong)samples.Count);
        long key = 0;
        long interval = 0;
        foreach (var sample in samples)
        {
            VarInt.Write(output, (ulong)(sample.Key - key));
            VarInt.WriteSigned(output, sample.IntervalMs - interval);
            VarInt.WriteSigned(output, sample.Written);
            (key, interval) = (sample.Key, sample.IntervalMs);
        }

        return output.WrittenSpan.ToArray();
    }

    public static void Decode(ReadOnlySpan<byte> input, long endMs, Action<long, StoredPoint> each, long? only = null)
    {
        if (input.IsEmpty || input[0] != Format)
        {
            throw new InvalidDataException("A journal row has an unknown format.");
        }

        input = input[1..];
        var count = VarInt.Read(ref input);
        long key = 0;
        long interval = 0;
        for (ulong i = 0; i < count; i++)
        {
            key += (long)VarInt.Read(ref input);
            interval += VarInt.ReadSigned(ref input);
            var written = VarInt.ReadSigned(ref input);
            if (only is null || only == key)
            {
                each(key, SeriesKey.Point(SeriesKey.MetricOf(key), endMs, interval, written));
            }
            else if (key > only)
            {
                return;
            }
        }
    }

    // Two sessions of one access are one sample: a tick has one value of a series.
    private static void JoinEqualKeys(List<(long Key, long IntervalMs, long Written)> samples)
    {
        var kept = 0;
        for (var i = 1; i < samples.Count; i++)
        {
            if (samples[i].Key != samples[kept].Key)
            {
                samples[++kept] = samples[i];
            }
            else if (SeriesKey.IsCounter(SeriesKey.MetricOf(samples[i].Key)))
            {
                var (key, interval, written) = samples[kept];
                samples[kept] = (key, Math.Max(interval, samples[i].IntervalMs), written + samples[i].Written);
            }
        }

        if (samples.Count > 0)
        {
            samples.RemoveRange(kept + 1, samples.Count - kept - 1);
        }
    }
}
