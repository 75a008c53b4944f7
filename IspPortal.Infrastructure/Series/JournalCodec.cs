using System.Buffers;
using System.Text;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// One batch in bytes: samples ordered by key, each as the difference to the one before, then the sessions whose counters these do not tell. Cheap to
/// write; packed tight only later.
/// </summary>
internal static class JournalCodec
{
    private const byte FormatBefore = 1;
    private const byte Plain = 2;
    private const byte Metered = 3;
    private const byte MeteredWhole = 4;

    public static byte[] Encode(List<(long Key, long IntervalMs, long Written)> samples, JournalRow? sessions = null)
    {
        samples.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        JoinEqualKeys(samples);
        var output = new ArrayBufferWriter<byte>(16 + (samples.Count * 6));
        output.Write([sessions is null ? Plain : sessions.IsWhole ? MeteredWhole : Metered]);
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

        if (sessions is not null)
        {
            WriteEntries(output, sessions.Entries);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Gives each sample that is asked for; the sessions too when all are read to the end, null for a batch without.</summary>
    public static JournalRow? Decode(ReadOnlySpan<byte> input, long endMs, Action<long, StoredPoint> each, long? only = null)
    {
        if (input.IsEmpty || input[0] is not (FormatBefore or Plain or Metered or MeteredWhole))
        {
            throw new InvalidDataException("A journal row has an unknown format.");
        }

        var format = input[0];
        input = input[1..];
        var count = VarInt.Read(ref input);
        long stored = 0;
        long interval = 0;
        for (ulong i = 0; i < count; i++)
        {
            stored += (long)VarInt.Read(ref input);
            interval += VarInt.ReadSigned(ref input);
            var written = VarInt.ReadSigned(ref input);
            var key = format == FormatBefore ? SeriesKey.FromBefore(stored) : stored;
            if (only is null || only == key)
            {
                each(key, SeriesKey.Point(SeriesKey.MetricOf(key), endMs, interval, written));
            }
            else if (key > only)
            {
                return null;
            }
        }

        return format is Metered or MeteredWhole ? new JournalRow(format == MeteredWhole, ReadEntries(ref input)) : null;
    }

    public static void WriteEntries(ArrayBufferWriter<byte> output, IReadOnlyCollection<CounterEntry<long>> entries)
    {
        VarInt.Write(output, (ulong)entries.Count);
        foreach (var entry in entries)
        {
            VarInt.Write(output, (ulong)entry.Access);
            var mark = Encoding.UTF8.GetBytes(entry.Mark);
            VarInt.Write(output, (ulong)mark.Length);
            output.Write(mark);
            VarInt.WriteSigned(output, entry.MoreDownBytes);
            VarInt.WriteSigned(output, entry.MoreUpBytes);
            VarInt.WriteSigned(output, entry.UnseenMs);
            VarInt.Write(output, entry.Counters is null ? 0UL : 1UL);
            if (entry.Counters is { } counters)
            {
                VarInt.WriteSigned(output, counters.StartedAtMs);
                VarInt.WriteSigned(output, counters.ReadAtMs - counters.StartedAtMs);
                VarInt.WriteSigned(output, counters.Down);
                VarInt.WriteSigned(output, counters.Up);
            }
        }
    }

    public static List<CounterEntry<long>> ReadEntries(ref ReadOnlySpan<byte> input)
    {
        var count = (int)VarInt.Read(ref input);
        var entries = new List<CounterEntry<long>>(Math.Clamp(count, 0, 100_000));
        for (var i = 0; i < count; i++)
        {
            var access = (long)VarInt.Read(ref input);
            var length = (int)VarInt.Read(ref input);
            if (length < 0 || length > input.Length)
            {
                throw new InvalidDataException("A journal row ends inside a name.");
            }

            var mark = Encoding.UTF8.GetString(input[..length]);
            input = input[length..];
            var (down, up, unseen) = (VarInt.ReadSigned(ref input), VarInt.ReadSigned(ref input), VarInt.ReadSigned(ref input));
            SessionCounters? counters = null;
            if (VarInt.Read(ref input) == 1)
            {
                var started = VarInt.ReadSigned(ref input);
                counters = new SessionCounters(started, started + VarInt.ReadSigned(ref input), VarInt.ReadSigned(ref input), VarInt.ReadSigned(ref input));
            }

            entries.Add(new CounterEntry<long>(access, mark, counters, down, up, unseen));
        }

        return entries;
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
