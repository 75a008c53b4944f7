using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace IspPortal.Tests.Tables;

/// <summary>A workbook as spreadsheets write them, part by part.</summary>
internal sealed class SampleWorkbook
{
    private readonly List<(string Name, string Rows, bool Hidden)> _sheets = [];
    private readonly List<string> _texts = [];

    public const int Day = 1;
    public const int Zeros = 2;
    public const int DayOfItsOwn = 3;

    public bool From1904 { get; init; }

    /// <summary>Adds a sheet of cells: a text, a number as it is written, or a whole element.</summary>
    public SampleWorkbook Sheet(string name, bool hidden, params object?[][] rows)
    {
        var xml = new StringBuilder();
        foreach (var (at, row) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{at + 1}\">");
            foreach (var (column, cell) in row.Index())
            {
                xml.Append(Cell($"{(char)('A' + column)}{at + 1}", cell));
            }

            xml.Append("</row>");
        }

        _sheets.Add((name, xml.ToString(), hidden));
        return this;
    }

    public SampleWorkbook Sheet(string name, params object?[][] rows) => Sheet(name, false, rows);

    /// <summary>A number in a style.</summary>
    public static (string Number, int Style) Styled(string number, int style) => (number, style);

    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>{string.Concat(_sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>
                """);
            Put(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"w{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>
                """);
            Put(zip, "xl/workbook.xml", $"""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{(From1904 ? 1 : 0)}"/><sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" {(s.Hidden ? "state=\"hidden\"" : "")} r:id=\"w{i + 1}\"/>"))}</sheets></workbook>
                """);
            Put(zip, "xl/styles.xml", """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="170" formatCode="000000000000"/><numFmt numFmtId="171" formatCode="[$-421]dd mmmm yyyy"/></numFmts>
                <cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>
                """);
            for (var i = 0; i < _sheets.Count; i++)
            {
                Put(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{_sheets[i].Rows}</sheetData></worksheet>");
            }

            Put(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(_texts)}</sst>");
        }

        return file.ToArray();
    }

    private string Cell(string place, object? cell)
    {
        switch (cell)
        {
            case null:
                return "";
            case ValueTuple<string, int> styled:
                return $"<c r=\"{place}\" s=\"{styled.Item2}\"><v>{styled.Item1}</v></c>";
            case IFormattable number:
                return $"<c r=\"{place}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>";
            case string element when element.StartsWith('<'):
                return element.Replace("PLACE", place, StringComparison.Ordinal);
            default:
                // In two runs, as a spreadsheet keeps a text of which a part is bold.
                var text = (string)cell;
                _texts.Add($"<si><r><t xml:space=\"preserve\">{Escaped(text[..(text.Length / 2)])}</t></r><r><t xml:space=\"preserve\">{Escaped(text[(text.Length / 2)..])}</t></r></si>");
                return $"<c r=\"{place}\" t=\"s\"><v>{_texts.Count - 1}</v></c>";
        }
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
