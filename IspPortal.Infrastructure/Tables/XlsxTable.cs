extern alias OpenXml;

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Spreadsheet;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Infrastructure.Tables;

/// <summary>XLSX, read element by element: numbers with all their digits, days as days, texts as they are. Formulas give the value that was saved with them.</summary>
internal static partial class XlsxTable
{
    /// <summary>How many digits of a number a spreadsheet keeps.</summary>
    private const int DigitsKept = 15;

    public static Result<IReadOnlyList<TableSheet>> Read(ReadOnlyMemory<byte> content, TableLimits limits)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        try
        {
            if (XlsxGuard.Refuse(stream) is { } refused)
            {
                return refused;
            }

            stream.Position = 0;
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            return document.WorkbookPart is { } workbook ? Read(workbook, new TableBuilder(limits)) : TableErrors.Damaged;
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or OpenXmlPackageException or IOException or FormatException or ArgumentException or InvalidOperationException or OverflowException or NotSupportedException or KeyNotFoundException)
        {
            // Whatever a damaged or made-up part is called by who reads it: it is no workbook.
            return TableErrors.Damaged;
        }
    }

    /// <summary>An attribute of the element under the reader, or null.</summary>
    public static string? AttributeOf(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    private static Result<IReadOnlyList<TableSheet>> Read(WorkbookPart workbook, TableBuilder table)
    {
        var texts = TextsOf(workbook.SharedStringTablePart);
        var styles = XlsxStyles.Read(workbook.WorkbookStylesPart);
        var from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value == true;
        foreach (var sheet in workbook.Workbook.Descendants<Sheet>().Where(sheet => sheet.State?.Value is null or SheetStateValues.Visible).Take(TableLimits.Sheets))
        {
            if (sheet.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
            {
                if (ReadSheet(part, new XlsxCells(texts, styles, from1904), table) is { } error)
                {
                    return error;
                }

                table.EndSheet(sheet.Name?.Value ?? "");
            }
        }

        return Result.Of(table.Sheets);
    }

    private static Error? ReadSheet(WorksheetPart part, XlsxCells values, TableBuilder table)
    {
        using var reader = OpenXmlReader.Create(part);
        var (number, cells, rounded) = (0, new List<string>(), new List<int>());
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                number = int.TryParse(AttributeOf(reader, "r"), CultureInfo.InvariantCulture, out var said) ? said : number + 1;
                cells.Clear();
                rounded.Clear();
            }
            else if (reader.ElementType == typeof(Row) && reader.IsEndElement)
            {
                if (table.Add(number, cells, rounded.Count == 0 ? null : [.. rounded]) is { } error)
                {
                    return error;
                }
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                var column = ColumnOf(AttributeOf(reader, "r")) ?? cells.Count;
                var (text, isRounded) = values.Read(reader);
                if (text.Length == 0)
                {
                    continue;
                }

                if (column >= TableLimits.Columns)
                {
                    return TableErrors.TooManyColumns(TableLimits.Columns);
                }

                while (cells.Count <= column)
                {
                    cells.Add("");
                }

                cells[column] = text;
                if (isRounded)
                {
                    rounded.Add(column);
                }
            }
        }

        return null;
    }

    private static List<string> TextsOf(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        var text = new StringBuilder();
        var isReading = false;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem))
            {
                if (reader.IsStartElement)
                {
                    text.Clear();
                }

                if (reader.IsEndElement)
                {
                    texts.Add(Plain(text.ToString()));
                }
            }
            else if (reader.ElementType == typeof(PhoneticRun))
            {
                isReading = reader.IsStartElement;
            }
            else if (reader.ElementType == typeof(Text) && reader.IsStartElement && !isReading)
            {
                text.Append(reader.GetText());
            }
        }

        return texts;
    }

    /// <summary>The text without the escapes of ECMA-376 for letters that XML cannot hold, trimmed.</summary>
    internal static string Plain(string text) => (text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, "") : text).Trim();

    /// <summary>A number as text with all its digits and no exponent, and whether a spreadsheet had thrown some of them away.</summary>
    internal static (string Text, bool IsRounded) Digits(string raw)
    {
        var isWhole = decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && exact == decimal.Truncate(exact);
        if (!isWhole)
        {
            // Written with seventeen digits: the shortest text for the same number is the one that was typed.
            return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
                ? (((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture), false)
                : (raw, false);
        }

        var text = exact.ToString("0", CultureInfo.InvariantCulture);
        var digits = text.TrimStart('-');
        return (text, digits.Length > DigitsKept && digits.AsSpan(DigitsKept).IndexOfAnyExcept('0') < 0);
    }

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetter(letter))
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > short.MaxValue)
            {
                break;
            }
        }

        return column == 0 ? null : column - 1;
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
