using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>
/// Follows a PDF from its end to its pages (ISO 32000-1, 7.5): the index of objects must be where the file says, the catalogue in the index, and pages in the catalogue.
/// </summary>
internal sealed class PdfStructure(byte[] file)
{
    private const int Tail = 2048;
    private const int MostSections = 64;
    private const int DeepestLookup = 8;
    private const int MostPages = 100_000;

    /// <summary>Of all streams of one file together: an index of a million objects takes a tenth of it.</summary>
    private const int MostUnpacked = 64 * 1024 * 1024;

    private int _unpacked;

    private readonly List<IPdfSection> _sections = [];

    public static ReadOnlySpan<byte> Magic => "%PDF-"u8;

    public Result<DocumentShape> Read()
    {
        if (!ReadSections())
        {
            return DocumentErrors.Damaged;
        }

        if (_sections.Exists(section => section.Trailer.ContainsKey("Encrypt")))
        {
            return DocumentErrors.Locked;
        }

        var root = _sections.Select(section => section.Trailer.GetValueOrDefault("Root")).FirstOrDefault(value => value is PdfReference);
        return Find(root, 0) is Dictionary<string, object?> catalogue && IsOf(catalogue, "Catalog")
            && Find(catalogue.GetValueOrDefault("Pages"), 0) is Dictionary<string, object?> pages && IsOf(pages, "Pages")
            && Find(pages.GetValueOrDefault("Count"), 0) is long and > 0 and <= MostPages
            ? new DocumentShape(DocumentFormat.Pdf, file.Length, (int)(long)Find(pages["Count"], 0)!, null, null)
            : DocumentErrors.Damaged;
    }

    private static bool IsOf(Dictionary<string, object?> value, string type) => value.GetValueOrDefault("Type") is PdfName name && name.Text == type;

    private bool ReadSections()
    {
        var tail = Math.Max(0, file.Length - Tail);
        var mark = file.AsSpan(tail).LastIndexOf("startxref"u8);
        if (mark < 0)
        {
            return false;
        }

        var end = new PdfLexer(file, tail + mark + "startxref".Length);
        if (!end.TakeNumber(out var next) || file.AsSpan(end.At).IndexOf("%%EOF"u8) < 0)
        {
            return false;
        }

        var seen = new HashSet<long>();
        var places = new Queue<long>([next]);
        while (places.TryDequeue(out var place))
        {
            if (place <= 0 || place >= file.Length || _sections.Count >= MostSections)
            {
                return false;
            }

            if (!seen.Add(place))
            {
                continue;
            }

            if (ReadSection((int)place) is not { } section)
            {
                return false;
            }

            _sections.Add(section);
            foreach (var key in (string[])["XRefStm", "Prev"])
            {
                if (section.Trailer.GetValueOrDefault(key) is long earlier)
                {
                    places.Enqueue(earlier);
                }
            }
        }

        return true;
    }

    private IPdfSection? ReadSection(int place)
    {
        var lexer = new PdfLexer(file, place);
        return lexer.Take("xref") ? PdfTable.Read(file, lexer) : ReadStream(place, 0) is var (stream, bytes) ? PdfIndexStream.Read(stream, bytes) : null;
    }

    /// <summary>What a reference points to, or the value itself; null when it cannot be found.</summary>
    private object? Find(object? value, int depth)
    {
        if (value is not PdfReference reference)
        {
            return value;
        }

        if (depth > DeepestLookup)
        {
            return null;
        }

        foreach (var section in _sections)
        {
            switch (section.Find(reference.Number))
            {
                case { Holder: null } place:
                    return ReadObject(place.At, reference.Number) is { } found ? Find(found, depth + 1) : null;
                case { Holder: { } holder } place:
                    return ReadHeld(holder, place.At, reference.Number, depth + 1);
            }
        }

        return null;
    }

    private object? ReadObject(int at, int number)
    {
        var lexer = new PdfLexer(file, at);
        return lexer.TakeNumber(out var found) && found == number && lexer.TakeNumber(out _) && lexer.Take("obj") && lexer.TakeValue(out var value) ? value : null;
    }

    /// <summary>An object that lies packed with others in a stream.</summary>
    private object? ReadHeld(int holder, int position, int number, int depth)
    {
        var place = _sections.Select(section => section.Find(holder)).FirstOrDefault(found => found is not null);
        if (depth > DeepestLookup || place is not { Holder: null } || ReadStream(place.Value.At, depth) is not var (stream, bytes)
            || stream.GetValueOrDefault("First") is not long first || stream.GetValueOrDefault("N") is not long count || position >= count)
        {
            return null;
        }

        var lexer = new PdfLexer(bytes, 0);
        for (var i = 0; i < count; i++)
        {
            if (!lexer.TakeNumber(out var held) || !lexer.TakeNumber(out var offset))
            {
                return null;
            }

            if (held == number)
            {
                return first + offset < bytes.Length && new PdfLexer(bytes, (int)(first + offset)).TakeValue(out var value) ? value : null;
            }
        }

        return null;
    }

    private (Dictionary<string, object?> Stream, byte[] Bytes)? ReadStream(int at, int depth)
    {
        var lexer = new PdfLexer(file, at);
        if (!lexer.TakeNumber(out _) || !lexer.TakeNumber(out _) || !lexer.Take("obj") || !lexer.TakeValue(out var value) || value is not Dictionary<string, object?> stream || !lexer.Take("stream"))
        {
            return null;
        }

        // The data begin behind one end of line.
        var from = lexer.At;
        from += from < file.Length && file[from] == 13 ? 1 : 0;
        from += from < file.Length && file[from] == 10 ? 1 : 0;
        var length = Find(stream.GetValueOrDefault("Length"), depth + 1);
        if (length is not long bytes || bytes < 0 || from + bytes > file.Length || !new PdfLexer(file, (int)(from + bytes)).Take("endstream"))
        {
            return null;
        }

        if (PdfStreamData.Unpack(file.AsMemory(from, (int)bytes), stream, MostUnpacked - _unpacked) is not { } unpacked)
        {
            // What was too large or packed in another way may be asked for again and again by a file that is made for it.
            _unpacked = MostUnpacked;
            return null;
        }

        _unpacked += unpacked.Length;
        return (stream, unpacked);
    }
}
