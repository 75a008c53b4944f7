namespace IspPortal.Core.Mapping.Tiles;

/// <summary>Where a browser gets the pictures under a map.</summary>
/// <param name="Template">Their address with {z}, {x}, {y} and perhaps {s}; without a host they are the portal's own.</param>
/// <param name="Attribution">Whom they are owed to, in plain words; or empty.</param>
/// <param name="HighestZoom">The nearest zoom that there are any for.</param>
/// <param name="Origin">The server as a content security policy names it; null when they are the portal's own.</param>
public sealed record TileSource(string Template, string Attribution, int HighestZoom, string? Origin);
