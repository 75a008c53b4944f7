using System.Buffers;
using System.Globalization;
using System.Text;

namespace IspPortal.Core.Common.Tables;

/// <summary>Cells and lines of a CSV file (RFC 4180). Texts that a spreadsheet would run as a formula are kept from it.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Adds one line.</summary>
    /// <param name="text">What it is added to.</param>
    /// <param name="cells">Texts, numbers, moments in UTC and spans; null is an empty cell.</param>
    /// <param name="zone">The zone that moments are written in.</param>
    public static void AppendLine(StringBuilder text, IEnumerable<object?> cells, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cells);
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Append(text, Of(cell, zone));
        }

        text.Append("\r\n");
    }

    /// <summary>The cell as text: numbers as they are everywhere, moments in <paramref name="zone"/>, texts disarmed.</summary>
    public static string Of(object? cell, TimeZoneInfo zone) => cell switch
    {
        null => "",
        DateTime moment => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        string text => Disarm(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Disarm(cell.ToString() ?? ""),
    };

    // A subscriber chooses his own name and comment: a spreadsheet would run what begins like a formula.
    private static string Disarm(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;

    private static void Append(StringBuilder text, string cell)
    {
        if (!cell.AsSpan().ContainsAny(Quoted))
        {
            text.Append(cell);
            return;
        }

        text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
