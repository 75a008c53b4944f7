extern alias OpenXml;

using System.Globalization;
using System.Text.RegularExpressions;
using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Spreadsheet;

namespace IspPortal.Infrastructure.Tables;

/// <summary>Which of a workbook's styles show days, and which show zeros before a number.</summary>
internal sealed partial class XlsxStyles
{
    private readonly List<string> _formats = [];

    private XlsxStyles()
    {
    }

    public static XlsxStyles Read(WorkbookStylesPart? part)
    {
        var styles = new XlsxStyles();
        if (part is null)
        {
            return styles;
        }

        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = OpenXmlReader.Create(part);
        var inCells = false;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(CellFormats))
            {
                inCells = reader.IsStartElement;
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(NumberingFormat))
            {
                codes[XlsxTable.AttributeOf(reader, "numFmtId") ?? ""] = XlsxTable.AttributeOf(reader, "formatCode") ?? "";
            }
            else if (inCells && reader.IsStartElement && reader.ElementType == typeof(CellFormat))
            {
                var id = XlsxTable.AttributeOf(reader, "numFmtId") ?? "0";
                styles._formats.Add(codes.GetValueOrDefault(id) ?? BuiltIn(id));
            }
        }

        return styles;
    }

    public bool ShowsDay(int style) => style >= 0 && style < _formats.Count && DayLetters().IsMatch(Decoration().Replace(_formats[style], ""));

    /// <summary>How many digits a number is filled up to with zeros, or 0.</summary>
    public int ZerosOf(int style) => style >= 0 && style < _formats.Count && _formats[style].Length > 1 && _formats[style].AsSpan().IndexOfAnyExcept('0') < 0 ? _formats[style].Length : 0;

    // ECMA-376 part 1, 18.8.30: the formats without a code of their own.
    private static string BuiltIn(string id) => int.TryParse(id, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) ? "d" : "";

    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|\\.|_.|General""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Decoration();

    [GeneratedRegex("[dmyhs]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DayLetters();
}
