using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace IspPortal.Tests.Documents;

/// <summary>The words of a PDF as Chromium prints it: what each font's own table says of the glyphs that its pages show.</summary>
internal static partial class PdfText
{
    public static string Of(ReadOnlyMemory<byte> pdf)
    {
        var file = Encoding.Latin1.GetString(pdf.Span);
        var objects = Objects().Matches(file).ToDictionary(match => match.Groups["number"].Value, match => match.Groups["body"].Value, StringComparer.Ordinal);
        var fonts = new Dictionary<string, FontTable>(StringComparer.Ordinal);
        foreach (Match font in Fonts().Matches(file))
        {
            if (objects.TryGetValue(font.Groups["number"].Value, out var body) && ToUnicode().Match(body) is { Success: true } table)
            {
                fonts[font.Groups["name"].Value] = TableOf(StreamOf(objects[table.Groups["number"].Value]));
            }
        }

        var text = new StringBuilder();
        foreach (var page in objects.Values.Where(body => PageObject().IsMatch(body)))
        {
            foreach (Match part in Contents().Matches(page))
            {
                Show(StreamOf(objects[part.Groups["number"].Value]), fonts, text);
            }

            text.Append('\f');
        }

        return text.ToString();
    }

    /// <summary>The same without white space: where a line breaks is the printer's business.</summary>
    public static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    public static int PagesOf(ReadOnlyMemory<byte> pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf.Span));

    /// <summary>Width and height of the first page in points.</summary>
    public static (double Width, double Height) SizeOf(ReadOnlyMemory<byte> pdf)
    {
        var box = MediaBox().Match(Encoding.Latin1.GetString(pdf.Span));
        return (double.Parse(box.Groups["w"].Value, CultureInfo.InvariantCulture), double.Parse(box.Groups["h"].Value, CultureInfo.InvariantCulture));
    }

    private static string StreamOf(string body)
    {
        var at = body.IndexOf("stream", StringComparison.Ordinal) + "stream".Length;
        at += body[at] == '\r' ? 2 : 1;
        var bytes = Encoding.Latin1.GetBytes(body[at..body.LastIndexOf("endstream", StringComparison.Ordinal)]);
        if (!body.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return Encoding.Latin1.GetString(bytes);
        }

        using var inflate = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var content = new MemoryStream();
        inflate.CopyTo(content);
        return Encoding.Latin1.GetString(content.ToArray());
    }

    private static FontTable TableOf(string map)
    {
        var table = new Dictionary<int, string>();
        foreach (Match block in CharBlock().Matches(map))
        {
            foreach (Match pair in Pair().Matches(block.Groups["body"].Value))
            {
                table[Number(pair.Groups["from"].Value)] = Unicode(pair.Groups["to"].Value);
            }
        }

        foreach (Match block in RangeBlock().Matches(map))
        {
            foreach (Match range in Range().Matches(block.Groups["body"].Value))
            {
                var (first, last, to) = (Number(range.Groups["from"].Value), Number(range.Groups["last"].Value), Number(range.Groups["to"].Value));
                for (var glyph = first; glyph <= last; glyph++)
                {
                    table[glyph] = ((char)(to + glyph - first)).ToString();
                }
            }
        }

        return new FontTable(CodeSpace().Match(map).Groups["last"].Length, table);
    }

    private static void Show(string content, Dictionary<string, FontTable> fonts, StringBuilder text)
    {
        var font = FontTable.None;
        foreach (Match token in Tokens().Matches(content))
        {
            if (token.Groups["font"] is { Success: true } chosen)
            {
                font = fonts.GetValueOrDefault(chosen.Value) ?? FontTable.None;
                continue;
            }

            foreach (Match hex in Hex().Matches(token.Value))
            {
                var glyphs = hex.Groups["glyphs"].Value;
                for (var at = 0; at + font.Digits <= glyphs.Length; at += font.Digits)
                {
                    text.Append(font.Table.GetValueOrDefault(Number(glyphs.Substring(at, font.Digits)), "?"));
                }
            }

        }
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string Unicode(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    [GeneratedRegex(@"begincodespacerange\s*<[0-9A-Fa-f]+>\s*<(?<last>[0-9A-Fa-f]+)>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CodeSpace();

    [GeneratedRegex(@"(?<number>\d+) 0 obj(?<body>.*?)endobj", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Objects();

    [GeneratedRegex(@"/(?<name>F\d+) (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Fonts();

    [GeneratedRegex(@"/ToUnicode (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"/Type /Page\b(?!s)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/Contents (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"/MediaBox \[0 0 (?<w>[\d.]+) (?<h>[\d.]+)\]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MediaBox();

    [GeneratedRegex("beginbfchar(?<body>.*?)endbfchar", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CharBlock();

    [GeneratedRegex("beginbfrange(?<body>.*?)endbfrange", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex RangeBlock();

    [GeneratedRegex(@"<(?<from>[0-9A-Fa-f]+)>\s*<(?<to>[0-9A-Fa-f]+)>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"<(?<from>[0-9A-Fa-f]+)>\s*<(?<last>[0-9A-Fa-f]+)>\s*<(?<to>[0-9A-Fa-f]+)>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|(<[0-9A-Fa-f]+> Tj)|(\[[^\]]*\] TJ)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tokens();

    [GeneratedRegex("<(?<glyphs>[0-9A-Fa-f]+)>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Hex();

    /// <summary>What the codes of a font mean, and how many digits one has: drawn fonts have two, others four.</summary>
    private sealed record FontTable(int Digits, Dictionary<int, string> Table)
    {
        public static FontTable None { get; } = new(4, []);
    }
}
