using System.Globalization;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Tiles;
using IspPortal.Core.Settings;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Mapping.Tiles;

internal sealed class MapTiles(ISettingsReader<MapSettings> settings, IOptions<MapOptions> options) : IMapTiles
{
    private const string OwnTemplate = "tiles/{z}/{x}/{y}";
    private const int MostBytes = 2 * 1024 * 1024;

    private static readonly string[] Endings = [".png", ".jpg", ".webp"];

    private readonly string? _folder = string.IsNullOrWhiteSpace(options.Value.TileFolder) ? null : Path.GetFullPath(options.Value.TileFolder);

    public async ValueTask<TileSource?> SourceAsync(CancellationToken cancellationToken)
    {
        var map = await settings.GetAsync(cancellationToken);
        return map.Background switch
        {
            MapBackground.Server when TileTemplate.OriginOf(map.TileUrl) is { } origin => new TileSource(map.TileUrl, map.Attribution, map.HighestZoom, origin),
            MapBackground.Folder when _folder is not null && Directory.Exists(_folder) => new TileSource(OwnTemplate, map.Attribution, map.HighestZoom, null),
            _ => null,
        };
    }

    public async Task<Tile?> FindAsync(int zoom, int x, int y, CancellationToken cancellationToken)
    {
        if (_folder is null || zoom is < 0 or > MapTile.MostZoom || x < 0 || y < 0 || x >> zoom != 0 || y >> zoom != 0
            || (await settings.GetAsync(cancellationToken)).Background != MapBackground.Folder)
        {
            return null;
        }

        // A link would open other places of the machine: none below the folder is followed.
        var level = new DirectoryInfo(Path.Combine(_folder, Text(zoom)));
        var column = new DirectoryInfo(Path.Combine(level.FullName, Text(x)));
        if (level.LinkTarget is not null || column.LinkTarget is not null || !column.Exists)
        {
            return null;
        }

        var file = Endings.Select(ending => new FileInfo(Path.Combine(column.FullName, Text(y) + ending))).FirstOrDefault(file => file.Exists);
        return file is null or { Length: > MostBytes } or { LinkTarget: not null } ? null : await ReadAsync(file, cancellationToken);
    }

    private static async Task<Tile?> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            return TypeOf(content) is { } type ? new Tile(content, type, string.Create(CultureInfo.InvariantCulture, $"{content.Length:x}-{file.LastWriteTimeUtc.Ticks:x}")) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It went away meanwhile, or the portal may not read it: there is no such tile.
            return null;
        }
    }

    private static string? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
