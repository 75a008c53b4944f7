using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>A line on the map, or several that would cover each other.</summary>
/// <param name="AccessId">The line, when it is one; else null.</param>
/// <param name="Point">Where it is, or the middle of all.</param>
/// <param name="Count">How many.</param>
/// <param name="States">How many of each <see cref="MapLineState"/>, by its number.</param>
/// <param name="Box">Around all of them.</param>
/// <param name="Label">Whose line it is, as far as the reader may know; null for several.</param>
public sealed record MapLineMark(Guid? AccessId, GeoPoint Point, int Count, IReadOnlyList<int> States, GeoBox Box, string? Label);
