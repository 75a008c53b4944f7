extern alias OpenXml;

using System.Globalization;
using System.Xml;
using IspPortal.Core.Reporting.Reports.Content;
using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Spreadsheet;

namespace IspPortal.Infrastructure.Tables;

/// <summary>Writes a workbook: numbers as numbers, days and moments as days, spans as hours, texts as texts that no spreadsheet runs. The first row of a sheet stands still.</summary>
internal static class XlsxWriter
{
    private const int LongestSheetName = 31;
    private const int LongestCell = 32_767;
    private const int Letters = 26;

    private enum Look : uint
    {
        Plain,
        Heading,
        Day,
        Moment,
        Span,
    }

    /// <summary>The workbook.</summary>
    /// <param name="sheets">At least one.</param>
    /// <param name="zone">The zone that moments are written in.</param>
    public static byte[] Write(IReadOnlyList<ReportSheet> sheets, TimeZoneInfo zone)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            workbook.Workbook = new Workbook(new Sheets());
            HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
            foreach (var (at, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                Write(part, sheet, zone);
                workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)at + 1, Name = NameOf(sheet.Name, names) });
            }
        }

        return stream.ToArray();
    }

    private static void Write(WorksheetPart part, ReportSheet sheet, TimeZoneInfo zone)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(Enumerable.Range(0, sheet.Headings.Count).Select(at => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = WidthOf(sheet, at), CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Write(writer, 1, [.. sheet.Headings], zone, Look.Heading);
        foreach (var (at, row) in sheet.Rows.Index())
        {
            Write(writer, at + 2, row, zone, Look.Plain);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Write(OpenXmlWriter writer, int number, IReadOnlyList<object?> cells, TimeZoneInfo zone, Look look)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach (var (at, value) in cells.Index())
        {
            // Not every program counts cells that are empty.
            var cell = CellOf(value, zone, look);
            cell.CellReference = ColumnName(at) + number.ToString(CultureInfo.InvariantCulture);
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value, TimeZoneInfo zone, Look look) => value switch
    {
        null => new Cell { StyleIndex = (uint)look },
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate(), Look.Day),
        DateTime moment => Number(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), zone).ToOADate(), Look.Moment),
        TimeSpan span => Number(span.TotalDays, Look.Span),
        double number when !double.IsFinite(number) => new Cell { StyleIndex = (uint)look },
        string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }), StyleIndex = (uint)look },
        IConvertible number => Number(number.ToDouble(CultureInfo.InvariantCulture), look),
        _ => throw new InvalidOperationException($"No cell holds {value.GetType().Name}."),
    };

    private static Cell Number(double value, Look look) => new() { DataType = CellValues.Number, CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture)), StyleIndex = (uint)look };

    private static string ColumnName(int column) => (column >= Letters ? ColumnName((column / Letters) - 1) : "") + (char)('A' + (column % Letters));

    // A name may hold what no XML does.
    private static string Clean(string text)
    {
        var cut = text.Length <= LongestCell ? text : text[..LongestCell];
        return cut.All(XmlConvert.IsXmlChar) ? cut : string.Concat(cut.Where(XmlConvert.IsXmlChar));
    }

    private static double WidthOf(ReportSheet sheet, int column)
    {
        var longest = Math.Max(sheet.Headings[column].Length, sheet.Rows.Take(200).Select(row => row[column] is string text ? text.Length : 12).DefaultIfEmpty(0).Max());
        return Math.Clamp(longest + 2, 10, 60);
    }

    private static string NameOf(string wanted, HashSet<string> taken)
    {
        var clean = string.Concat(wanted.Where(letter => letter is not (':' or '\\' or '/' or '?' or '*' or '[' or ']'))).Trim('\'', ' ');
        var name = clean.Length == 0 ? "1" : clean.Length <= LongestSheetName ? clean : clean[..LongestSheetName];
        for (var next = 2; !taken.Add(name); next++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" {next}");
            name = (clean.Length + end.Length <= LongestSheetName ? clean : clean[..(LongestSheetName - end.Length)]) + end;
        }

        return name;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm:ss" },
            new NumberingFormat { NumberFormatId = 166, FormatCode = "[h]:mm:ss" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 166, ApplyNumberFormat = true }));
}
