using System.Globalization;
using System.Text;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Reporting.Reports.Content;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Writes every sheet into one CSV file: its name, its headings, its rows, an empty line.</summary>
internal static class ReportCsv
{
    public static byte[] Write(IReadOnlyList<ReportSheet> sheets, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        foreach (var (at, sheet) in sheets.Index())
        {
            if (at > 0)
            {
                text.Append("\r\n");
            }

            CsvText.AppendLine(text, [sheet.Name], zone);
            CsvText.AppendLine(text, sheet.Headings, zone);
            foreach (var row in sheet.Rows)
            {
                CsvText.AppendLine(text, row.Select(cell => cell is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell), zone);
            }
        }

        // Without the mark at its beginning a spreadsheet takes the file for another encoding.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
