using System.Buffers;
using System.IO.Compression;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// Up to 32 subjects × one hour in bytes: the ticks once, then each series in columns (which ticks, intervals, values, maxima) of differences,
/// all of it through brotli. A raw chunk leaves the maxima out: they follow from the values.
/// </summary>
internal static class ChunkCodec
{
    private const byte Raw = 1;
    private const byte Summed = 2;
    private const int HeaderLength = 5;

    /// <summary>Hours of roll-ups are small and many: below this, setting up a compressor costs more than it saves.</summary>
    private const int PlainBelow = 2048;

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

        VarInt.Write(plain, (ulong)series.Count);
        long previousKey = 0;
        foreach (var (key, points) in series.OrderBy(static s => s.Key))
        {
            VarInt.Write(plain, (ulong)(key - previousKey));
            previousKey = key;
            WriteSeries(plain, key, points, ticks, raw);
        }

        return Pack(plain.WrittenSpan, raw);
    }

    public static void Decode(ReadOnlySpan<byte> packed, Action<long, StoredPoint> each, long? only = null)
    {
        if (packed.Length <= HeaderLength || (packed[0] & ~PlainFlag) is not (Raw or Summed))
        {
            throw new InvalidDataException("A series chunk has an unknown format.");
        }

        var raw = (packed[0] & ~PlainFlag) == Raw;
        if ((packed[0] & PlainFlag) != 0)
        {
            DecodePlain(packed[HeaderLength..], raw, each, only);
            return;
        }

        var length = BitConverter.ToInt32(packed[1..]);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (!BrotliDecoder.TryDecompress(packed[HeaderLength..], rented, out var written) || written != length)
            {
                throw new InvalidDataException("A series chunk cannot be unpacked.");
            }

            DecodePlain(rented.AsSpan(0, length), raw, each, only);
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

    private static void WriteSeries(ArrayBufferWriter<byte> plain, long key, List<StoredPoint> points, long[] ticks, bool raw)
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
        WriteColumn(plain, points, raw ? p => SeriesKey.Written(metric, p) : static p => p.Sum);
        if (!raw)
        {
            WriteColumn(plain, points, static p => p.Max);
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

    private static void DecodePlain(ReadOnlySpan<byte> input, bool raw, Action<long, StoredPoint> each, long? only)
    {
        var ticks = new long[VarInt.Read(ref input)];
        long tick = 0;
        for (var i = 0; i < ticks.Length; i++)
        {
            ticks[i] = tick += (long)VarInt.Read(ref input);
        }

        var count = VarInt.Read(ref input);
        long key = 0;
        var columns = raw ? 2 : 3;
        for (ulong s = 0; s < count; s++)
        {
            key += (long)VarInt.Read(ref input);
            var points = (int)VarInt.Read(ref input);
            var ends = new long[points];
            var index = -1;
            for (var i = 0; i < points; i++)
            {
                index += (int)VarInt.Read(ref input) + 1;
                ends[i] = ticks[index];
            }

            var values = new long[columns * points];
            for (var c = 0; c < columns; c++)
            {
                long value = 0;
                for (var i = 0; i < points; i++)
                {
                    values[(c * points) + i] = value += VarInt.ReadSigned(ref input);
                }
            }

            if (only is not null && key > only)
            {
                return;
            }

            if (only is null || key == only)
            {
                var metric = SeriesKey.MetricOf(key);
                for (var i = 0; i < points; i++)
                {
                    each(key, raw
                        ? SeriesKey.Point(metric, ends[i], values[i], values[points + i])
                        : new StoredPoint(ends[i], values[i], values[points + i], values[(2 * points) + i]));
                }
            }
        }
    }
}
