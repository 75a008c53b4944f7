using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Geocoding;

/// <summary>A place that was found by its name or address.</summary>
/// <param name="Name">Its whole name as the server writes it, at most 300 letters.</param>
/// <param name="Point">Where it is.</param>
public sealed record FoundPlace(string Name, GeoPoint Point);
