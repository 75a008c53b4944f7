using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>A line that has a place.</summary>
/// <param name="Line">The line.</param>
/// <param name="Point">Its place.</param>
/// <param name="IsCovered">Whether an ODP is within <see cref="MapZooms.CoverageMetres"/>.</param>
internal readonly record struct PlacedLine(MapLine Line, GeoPoint Point, bool IsCovered);
