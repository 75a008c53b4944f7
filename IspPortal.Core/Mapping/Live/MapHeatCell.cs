using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>A square of the map that is warmer than nothing.</summary>
/// <param name="Box">The square.</param>
/// <param name="Value">Bits per second, or lines.</param>
/// <param name="Level">1 (a little) to <see cref="MapHeatMap.Levels"/> (the most of this view).</param>
public sealed record MapHeatCell(GeoBox Box, double Value, int Level);
