extern alias OpenXml;

using System.Globalization;
using System.Text;
using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Spreadsheet;

namespace IspPortal.Infrastructure.Tables;

/// <summary>Cells of a worksheet as text.</summary>
internal sealed class XlsxCells(List<string> texts, XlsxStyles styles, bool from1904)
{
    /// <summary>Days from 1 January 1900, as Excel counts them, to 1 January 1904.</summary>
    private const int Days1904 = 1462;

    private const double LastDay = 2_958_465;

    /// <summary>The value of the cell under the reader, read to its end, and whether digits of it were lost.</summary>
    public (string Text, bool IsRounded) Read(OpenXmlReader reader)
    {
        var (type, style) = (XlsxTable.AttributeOf(reader, "t"), int.TryParse(XlsxTable.AttributeOf(reader, "s"), CultureInfo.InvariantCulture, out var s) ? s : -1);
        string? value = null;
        StringBuilder? inline = null;
        while (reader.Read() && !(reader.ElementType == typeof(Cell) && reader.IsEndElement))
        {
            if (reader.IsStartElement && reader.ElementType == typeof(CellValue))
            {
                value = reader.GetText();
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Text))
            {
                (inline ??= new StringBuilder()).Append(reader.GetText());
            }
        }

        return type switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < texts.Count ? (texts[at], false) : ("", false),
            "inlineStr" => (XlsxTable.Plain(inline?.ToString() ?? ""), false),
            "str" => (XlsxTable.Plain(value ?? ""), false),
            "b" => (value == "1" ? "TRUE" : "FALSE", false),
            "e" => ("", false),
            "d" => (value?.Trim() ?? "", false),
            _ => Number(value?.Trim() ?? "", style),
        };
    }

    private (string Text, bool IsRounded) Number(string raw, int style)
    {
        if (raw.Length == 0)
        {
            return ("", false);
        }

        if (styles.ShowsDay(style) && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= LastDay)
        {
            var moment = DateTime.FromOADate(from1904 ? day + Days1904 : day);
            return (moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), false);
        }

        var (text, isRounded) = XlsxTable.Digits(raw);
        return (styles.ZerosOf(style) is > 0 and var zeros && text.All(char.IsAsciiDigit) ? text.PadLeft(zeros, '0') : text, isRounded);
    }
}
