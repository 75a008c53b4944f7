namespace IspPortal.Core.Mapping.Tiles;

/// <summary>The pictures under every map. They tell of the ground and of no customer: whoever shows a map may ask, and pages show maps to people who are signed in.</summary>
public interface IMapTiles
{
    /// <summary>Where browsers get them now; null draws a plain ground. From memory.</summary>
    ValueTask<TileSource?> SourceAsync(CancellationToken cancellationToken);

    /// <summary>A picture of the folder; null when there is none, when it is no picture, and while the settings do not want the folder.</summary>
    /// <param name="zoom">0–22.</param>
    /// <param name="x">Column, from the west.</param>
    /// <param name="y">Row, from the north.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Tile?> FindAsync(int zoom, int x, int y, CancellationToken cancellationToken);
}
