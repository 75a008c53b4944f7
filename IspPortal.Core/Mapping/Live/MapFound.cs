using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Live;

/// <summary>Something on the map that was searched for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">What else tells it from others, or null.</param>
/// <param name="NodeKind">Of a node its kind; else null.</param>
/// <param name="Point">Where it is; of a cable or radio link its middle.</param>
public sealed record MapFound(MapFoundKind Kind, Guid Id, string Name, string? Note, PlantNodeKind? NodeKind, GeoPoint Point);
