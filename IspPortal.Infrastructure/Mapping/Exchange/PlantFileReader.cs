using System.Text;
using System.Text.Unicode;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Exchange.Formats;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Tables;

namespace IspPortal.Infrastructure.Mapping.Exchange;

/// <summary>Reads a file of the plant. What it is, its content decides, not its name.</summary>
internal static class PlantFileReader
{
    // A way of two thousand bends in one cell.
    private static readonly TableLimits Limits = new(PlantFileLimits.MostMegabytes, PlantFileLimits.MostFeatures) { CellLength = Cable.MostPoints * 48 };

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> GZip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static Result<(PlantFormat Format, PlantFile File)> Read(ReadOnlyMemory<byte> content)
    {
        if (Refuse(content.Span) is { } refused)
        {
            return refused;
        }

        var letters = content.Span.StartsWith(Mark) ? content[Mark.Length..] : content;
        var begin = letters.Span.TrimStart(" \t\r\n"u8);
        if (begin.IsEmpty)
        {
            return PlantFileErrors.Empty;
        }

        return begin[0] switch
        {
            (byte)'{' or (byte)'[' => With(PlantFormat.Geojson, GeoJsonReader.Read(letters)),
            (byte)'<' => With(PlantFormat.Kml, KmlReader.Read(Encoding.UTF8.GetString(begin))),
            _ => With(PlantFormat.Csv, ReadTable(letters)),
        };
    }

    private static Error? Refuse(ReadOnlySpan<byte> content) =>
        content.IsEmpty ? PlantFileErrors.Empty
        : content.Length > PlantFileLimits.MostBytes ? PlantFileErrors.TooLarge(PlantFileLimits.MostMegabytes)
        : content.StartsWith(Zip) || content.StartsWith(GZip) ? PlantFileErrors.Compressed
        : !Utf8.IsValid(content) ? PlantFileErrors.NotUtf8
        : null;

    private static Result<PlantFile> ReadTable(ReadOnlyMemory<byte> content)
    {
        var sheets = TableReader.Read(content, Limits);
        return sheets.Succeeded ? PlantCsvReader.Read(sheets.Value[0]) : sheets.Error;
    }

    private static Result<(PlantFormat Format, PlantFile File)> With(PlantFormat format, Result<PlantFile> file) => file.Succeeded ? (format, file.Value) : file.Error;
}
