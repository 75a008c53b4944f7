using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Clusters;

/// <summary>Something with a place that a map may show.</summary>
/// <param name="Id">What it is.</param>
/// <param name="Point">Where it is.</param>
/// <param name="State">What colours it: a small number with a meaning of the layer's own, from 0.</param>
public readonly record struct MapMark(Guid Id, GeoPoint Point, byte State);
