namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>The packed index of PDF 1.5 and later (ISO 32000-1, 7.5.8).</summary>
internal sealed class PdfIndexStream : IPdfSection
{
    private readonly byte[] _rows;
    private readonly int[] _widths;
    private readonly List<(long First, long Count)> _runs;

    private PdfIndexStream(Dictionary<string, object?> stream, byte[] rows, int[] widths, List<(long First, long Count)> runs) => (Trailer, _rows, _widths, _runs) = (stream, rows, widths, runs);

    public Dictionary<string, object?> Trailer { get; }

    /// <summary>Null when the stream is no index, or longer than one of so many objects (and one more: some programs count wrong).</summary>
    public static PdfIndexStream? Read(Dictionary<string, object?> stream, byte[] rows)
    {
        if (stream.GetValueOrDefault("Type") is not PdfName { Text: "XRef" } || stream.GetValueOrDefault("W") is not List<object?> { Count: 3 } w || !w.TrueForAll(width => width is long and >= 0 and <= 8)
            || stream.GetValueOrDefault("Size") is not long size || size is < 0 or > int.MaxValue || rows.Length > (size + 1) * w.Sum(width => (long)width!))
        {
            return null;
        }

        var index = stream.GetValueOrDefault("Index") is List<object?> given ? given : [0L, size];
        if (index.Count % 2 != 0 || !index.TrueForAll(number => number is long and >= 0 and <= int.MaxValue))
        {
            return null;
        }

        var runs = index.Chunk(2).Select(pair => ((long)pair[0]!, (long)pair[1]!)).ToList();
        return new PdfIndexStream(stream, rows, [.. w.Select(width => (int)(long)width!)], runs);
    }

    public PdfPlace? Find(int number)
    {
        var before = 0L;
        foreach (var (first, count) in _runs)
        {
            if (number >= first && number < first + count)
            {
                return PlaceOf(before + number - first);
            }

            before += count;
        }

        return null;
    }

    private PdfPlace? PlaceOf(long row)
    {
        var rowBytes = _widths.Sum();
        if (rowBytes == 0 || (row + 1) * rowBytes > _rows.Length)
        {
            return null;
        }

        var fields = _rows.AsSpan((int)(row * rowBytes), rowBytes);
        var kind = _widths[0] == 0 ? 1 : NumberIn(fields[.._widths[0]]);
        var second = NumberIn(fields.Slice(_widths[0], _widths[1]));
        var third = NumberIn(fields[(_widths[0] + _widths[1])..]);
        return kind switch
        {
            1 when second is >= 0 and <= int.MaxValue => new PdfPlace((int)second, null),
            2 when second is >= 0 and <= int.MaxValue && third is >= 0 and <= int.MaxValue => new PdfPlace((int)third, (int)second),
            _ => null,
        };
    }

    private static long NumberIn(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        foreach (var value in bytes)
        {
            number = (number << 8) | value;
        }

        return number;
    }
}
