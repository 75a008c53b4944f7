using System.Buffers;
using System.IO.Compression;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// Up to 32 subjects × one hour in bytes: the ticks once, then each series in columns (which ticks, intervals, values, maxima) of differences,
/// all of it through brotli. A raw chunk leaves the maxima out: they follow from the values. What a counter grew by is written as how many bits it
/// has, which packs well, and the bits below the highest, which are noise and lie by themselves.
/// </summary>
internal static class ChunkCodec
{
    private const byte RawBefore = 1;
    private const byte SummedBefore = 2;
    private const byte Raw = 3;
    private const byte Summed = 4;
    private const int HeaderLength = 5;
    private const int Largest = 64 << 20;

    /// <summary>Hours of roll-ups are small and many: below this, setting up a compressor costs more than it saves.</summary>
    private const int PlainBelow = 2048;

    private const byte InDifferences = 0;
    private const byte InBits = 1;

    private const byte PlainFlag = 0x10;
    private const int Window = 18;

    public static byte[] Encode(IReadOnlyDictionary<long, List<StoredPoint>> series, bool raw)
    {
        long[] ticks = [.. series.Values.SelectMany(static p => p).Select(static p => p.EndMs).Distinct().Order()];
        var plain = new ArrayBufferWriter<byte>(1024);
        VarInt.Write(plain, (ulong)ticks.Length);
        long previousTick = 0;
        foreach (var tick in ticks)
        {
            VarInt.Write(plain, (ulong)(tick - previousTick));
            previousTick = tick;
        }

        var columns = new ArrayBufferWriter<byte>(4096);
        var bits = new BitWriter();
        VarInt.Write(columns, (ulong)series.Count);
        long previousKey = 0;
        foreach (var (key, points) in series.OrderBy(static s => s.Key))
        {
            VarInt.Write(columns, (ulong)(key - previousKey));
            previousKey = key;
            WriteSeries(columns, bits, key, points, ticks, raw);
        }

        if (raw)
        {
            var noise = bits.ToBytes();
            VarInt.Write(plain, (ulong)noise.Length);
            plain.Write(noise);
        }

        plain.Write(columns.WrittenSpan);
        return Pack(plain.WrittenSpan, raw);
    }

    /// <summary>Gives each point that is asked for: of all series, of one, or of one metric.</summary>
    public static void Decode(ReadOnlySpan<byte> packed, Action<long, StoredPoint> each, long? only = null, Metric? metric = null)
    {
        if (packed.Length <= HeaderLength || (packed[0] & ~PlainFlag) is not (RawBefore or SummedBefore or Raw or Summed))
        {
            throw new InvalidDataException("A series chunk has an unknown format.");
        }

        var format = packed[0] & ~PlainFlag;
        var raw = format is Raw or RawBefore;
        var before = format is RawBefore or SummedBefore;
        if ((packed[0] & PlainFlag) != 0)
        {
            DecodePlain(packed[HeaderLength..], raw, before, each, only, metric);
            return;
        }

        var length = BitConverter.ToInt32(packed[1..]);
        if (length is < 0 or > Largest)
        {
            throw new InvalidDataException("A series chunk says it is larger than any.");
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (!BrotliDecoder.TryDecompress(packed[HeaderLength..], rented, out var written) || written != length)
            {
                throw new InvalidDataException("A series chunk cannot be unpacked.");
            }

            DecodePlain(rented.AsSpan(0, length), raw, before, each, only, metric);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static byte[] Pack(ReadOnlySpan<byte> plain, bool raw)
    {
        var isPlain = plain.Length < PlainBelow;
        var packed = new byte[(isPlain ? plain.Length : BrotliEncoder.GetMaxCompressedLength(plain.Length)) + HeaderLength];
        packed[0] = (byte)((raw ? Raw : Summed) | (isPlain ? PlainFlag : 0));
        BitConverter.TryWriteBytes(packed.AsSpan(1), plain.Length);
        if (isPlain)
        {
            plain.CopyTo(packed.AsSpan(HeaderLength));
            return packed;
        }

        return BrotliEncoder.TryCompress(plain, packed.AsSpan(HeaderLength), out var length, raw ? 5 : 2, Window)
            ? packed[..(length + HeaderLength)]
            : throw new InvalidOperationException("A series chunk could not be packed.");
    }

    private static void WriteSeries(ArrayBufferWriter<byte> plain, BitWriter bits, long key, List<StoredPoint> points, long[] ticks, bool raw)
    {
        var metric = SeriesKey.MetricOf(key);
        points.Sort(static (a, b) => a.EndMs.CompareTo(b.EndMs));
        VarInt.Write(plain, (ulong)points.Count);
        var previous = -1;
        foreach (var point in points)
        {
            var index = Array.BinarySearch(ticks, previous + 1, ticks.Length - previous - 1, point.EndMs);
            VarInt.Write(plain, (ulong)(index - previous - 1));
            previous = index;
        }

        WriteColumn(plain, points, static p => p.SeenMs);
        if (!raw)
        {
            WriteColumn(plain, points, static p => p.Sum);
            WriteColumn(plain, points, static p => p.Max);
            return;
        }

        var inBits = SeriesKey.IsCounter(metric) && points.All(static p => p.Sum >= 0);
        plain.Write([inBits ? InBits : InDifferences]);
        if (!inBits)
        {
            WriteColumn(plain, points, p => SeriesKey.Written(metric, p));
            return;
        }

        foreach (var point in points)
        {
            var length = BitWriter.LengthOf(point.Sum);
            plain.Write([(byte)length]);
            bits.Write(point.Sum, length - 1);
        }
    }

    private static void WriteColumn(ArrayBufferWriter<byte> plain, List<StoredPoint> points, Func<StoredPoint, long> value)
    {
        long previous = 0;
        foreach (var point in points)
        {
            var now = value(point);
            VarInt.WriteSigned(plain, now - previous);
            previous = now;
        }
    }

    private static void DecodePlain(ReadOnlySpan<byte> input, bool raw, bool before, Action<long, StoredPoint> each, long? only, Metric? wanted)
    {
        var ticks = new long[Bounded(VarInt.Read(ref input), input.Length)];
        long tick = 0;
        for (var i = 0; i < ticks.Length; i++)
        {
            ticks[i] = tick += (long)VarInt.Read(ref input);
        }

        var bits = raw && !before ? Cut(ref input, Bounded(VarInt.Read(ref input), input.Length)) : default;
        long bit = 0;
        var count = VarInt.Read(ref input);
        long stored = 0;
        var columns = raw ? 2 : 3;
        long[] ends = [];
        long[] values = [];
        for (ulong s = 0; s < count; s++)
        {
            stored += (long)VarInt.Read(ref input);
            var key = before ? SeriesKey.FromBefore(stored) : stored;
            if (key > only)
            {
                return;
            }

            var points = Bounded(VarInt.Read(ref input), input.Length);
            if (ends.Length < points)
            {
                (ends, values) = (new long[points], new long[columns * points]);
            }

            if (only < key || only > key || (wanted is not null && wanted != SeriesKey.MetricOf(key)))
            {
                SkipSeries(ref input, ref bit, points, columns, raw && !before);
                continue;
            }

            ReadTicks(ref input, ticks, ends.AsSpan(0, points));
            ReadColumn(ref input, values.AsSpan(0, points));
            if (raw && !before && VarInt.Read(ref input) == InBits)
            {
                var lengths = Cut(ref input, points);
                for (var i = 0; i < points; i++)
                {
                    values[points + i] = BitReader.Read(bits, ref bit, lengths[i]);
                }
            }
            else
            {
                ReadColumn(ref input, values.AsSpan(points, points));
            }

            if (!raw)
            {
                ReadColumn(ref input, values.AsSpan(2 * points, points));
            }

            var metric = SeriesKey.MetricOf(key);
            for (var i = 0; i < points; i++)
            {
                each(key, raw
                    ? SeriesKey.Point(metric, ends[i], values[i], values[points + i])
                    : new StoredPoint(ends[i], values[i], values[points + i], values[(2 * points) + i]));
            }
        }
    }

    // Everything takes a byte at least: a chunk that was damaged must not ask for the memory of a thousand.
    private static int Bounded(ulong count, int bytesLeft) =>
        count <= (ulong)bytesLeft ? (int)count : throw new InvalidDataException("A series chunk says it holds more than it does.");

    private static ReadOnlySpan<byte> Cut(ref ReadOnlySpan<byte> input, int length)
    {
        if (length > input.Length)
        {
            throw new InvalidDataException("A series chunk ends too early.");
        }

        var cut = input[..length];
        input = input[length..];
        return cut;
    }

    private static void SkipSeries(ref ReadOnlySpan<byte> input, ref long bit, int points, int columns, bool mayBeInBits)
    {
        if (!mayBeInBits)
        {
            VarInt.Skip(ref input, points * (columns + 1));
            return;
        }

        VarInt.Skip(ref input, points * 2);
        if (VarInt.Read(ref input) != InBits)
        {
            VarInt.Skip(ref input, points);
            return;
        }

        foreach (var length in Cut(ref input, points))
        {
            bit += BitReader.Below(length);
        }
    }

    private static void ReadTicks(ref ReadOnlySpan<byte> input, long[] ticks, Span<long> ends)
    {
        var index = -1;
        foreach (ref var end in ends)
        {
            index += (int)VarInt.Read(ref input) + 1;
            end = (uint)index < (uint)ticks.Length ? ticks[index] : throw new InvalidDataException("A series chunk points at a tick it does not have.");
        }
    }

    private static void ReadColumn(ref ReadOnlySpan<byte> input, Span<long> values)
    {
        long value = 0;
        foreach (ref var now in values)
        {
            now = value += VarInt.ReadSigned(ref input);
        }
    }
}
