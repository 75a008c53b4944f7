using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Reads the plant from a table whose first row names the columns, in any order.</summary>
internal static class PlantCsvReader
{
    public static Result<PlantFile> Read(TableSheet sheet)
    {
        List<string> columns = [.. sheet.Rows[0].Cells.Select(ColumnNames.KeyOf)];
        if (!PlantFields.WordsOf(PlantFields.Name).Any(columns.Contains))
        {
            return PlantFileErrors.NoColumns;
        }

        return sheet.Rows.Count - 1 > PlantFileLimits.MostFeatures
            ? PlantFileErrors.TooMany(PlantFileLimits.MostFeatures)
            : PlantFeatures.Read(sheet.Rows.Skip(1).Select(row => Feature(row, columns)));
    }

    private static PlantFeature Feature(TableRow row, List<string> columns)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (at, column) in columns.Index())
        {
            if (column.Length > 0 && row[at].Length > 0)
            {
                texts.TryAdd(column, row[at]);
            }
        }

        var cells = new PlantFeatureRow(new PlantFeature(row.Number, PlantShape.None, [], texts));
        if (cells.Text(PlantFields.Latitude) is not null || cells.Text(PlantFields.Longitude) is not null)
        {
            var (latitude, longitude) = (cells.Number(PlantFields.Latitude), cells.Number(PlantFields.Longitude));
            return latitude is { } north && longitude is { } east
                ? new PlantFeature(row.Number, PlantShape.Point, [new GeoPoint(north, east)], texts)
                : new PlantFeature(row.Number, PlantShape.Point, [], texts, cells.Fault ?? PlantFileErrors.NotAPlace);
        }

        if (cells.Text(PlantFields.Way) is not { } words)
        {
            return new PlantFeature(row.Number, PlantShape.None, [], texts);
        }

        var way = PlantNumbers.ReadWay(words);
        return new PlantFeature(row.Number, PlantShape.Bends, way ?? [], texts, way is null ? PlantFileErrors.NotAPlace : null);
    }
}
