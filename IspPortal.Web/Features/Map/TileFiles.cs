using IspPortal.Core.Mapping.Tiles;
using Microsoft.Net.Http.Headers;

namespace IspPortal.Web.Features.Map;

/// <summary>/tiles/{zoom}/{column}/{row}: the pictures of the folder of tiles, for whoever is signed in.</summary>
internal static class TileFiles
{
    /// <summary>Where they are.</summary>
    public const string Root = "/tiles";

    private const string KeptForADay = "private, max-age=86400";

    public static void MapTileFiles(this IEndpointRouteBuilder app) =>
        app.MapGet(Root + "/{zoom:int}/{x:int}/{y:int}", AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext http, int zoom, int x, int y, IMapTiles tiles, CancellationToken cancellationToken)
    {
        if (await tiles.FindAsync(zoom, x, y, cancellationToken) is not { } tile)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = KeptForADay;
        return TypedResults.Bytes(tile.Content, tile.ContentType, entityTag: new EntityTagHeaderValue($"\"{tile.Tag}\""));
    }
}
