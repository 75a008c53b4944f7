using System.Text;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Writes the plant as one table, a line at a time. Texts that a spreadsheet would run as a formula are kept from it.</summary>
internal static class PlantCsvWriter
{
    public static IEnumerable<string> Write(PlantFile file)
    {
        // Without the mark at its beginning a spreadsheet takes the file for another encoding.
        yield return "\uFEFF" + Line(PlantFields.Columns);
        foreach (var drawn in PlantDrawn.Of(file))
        {
            var said = drawn.Fields.ToDictionary(StringComparer.Ordinal);
            if (!drawn.IsLine)
            {
                (said[PlantFields.Latitude], said[PlantFields.Longitude]) = (drawn.Points[0].Latitude, drawn.Points[0].Longitude);
            }

            if (drawn.Bends.Count > 0)
            {
                said[PlantFields.Way] = PlantNumbers.WriteWay(drawn.Bends);
            }

            yield return Line(PlantFields.Columns.Select(column => said.GetValueOrDefault(column)));
        }
    }

    private static string Line(IEnumerable<object?> cells)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, cells, TimeZoneInfo.Utc);
        return text.ToString();
    }
}
