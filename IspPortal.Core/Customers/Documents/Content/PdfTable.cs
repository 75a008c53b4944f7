using System.Buffers.Text;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>The classic index: lines of twenty bytes, in runs of following numbers.</summary>
internal sealed class PdfTable : IPdfSection
{
    private const int LineBytes = 20;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly List<(long First, long Count, int At)> _runs = [];

    private PdfTable(ReadOnlyMemory<byte> file) => _file = file;

    public Dictionary<string, object?> Trailer { get; private set; } = [];

    /// <summary>Reads from behind the word <c>xref</c>; null when it is none.</summary>
    public static PdfTable? Read(ReadOnlyMemory<byte> file, PdfLexer lexer)
    {
        var table = new PdfTable(file);
        while (!lexer.Take("trailer"))
        {
            if (!lexer.TakeNumber(out var first) || !lexer.TakeNumber(out var count))
            {
                return null;
            }

            lexer.SkipWhite();
            if (first > int.MaxValue || count > (file.Length - lexer.At) / LineBytes)
            {
                return null;
            }

            table._runs.Add((first, count, lexer.At));
            lexer = new PdfLexer(file, lexer.At + (int)(count * LineBytes));
        }

        if (!lexer.TakeValue(out var trailer) || trailer is not Dictionary<string, object?> entries)
        {
            return null;
        }

        table.Trailer = entries;
        return table;
    }

    public PdfPlace? Find(int number)
    {
        foreach (var (first, count, at) in _runs)
        {
            if (number >= first && number < first + count)
            {
                var line = _file.Span.Slice(at + ((int)(number - first) * LineBytes), LineBytes);
                return line[17] == 'n' && Utf8Parser.TryParse(line[..10], out int place, out var read) && read == 10 ? new PdfPlace(place, null) : null;
            }
        }

        return null;
    }
}
