namespace IspPortal.Core.Mapping.Tiles;

/// <summary>One picture of the folder of tiles.</summary>
/// <param name="Content">The file.</param>
/// <param name="ContentType">What it is, judged by its content.</param>
/// <param name="Tag">Changes with the file; fit for an ETag.</param>
public sealed record Tile(byte[] Content, string ContentType, string Tag);
