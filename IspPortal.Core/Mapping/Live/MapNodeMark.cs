using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Live;

/// <summary>A node of the plant on the map, or several of a kind that would cover each other.</summary>
/// <param name="Id">The node, when it is one; else null.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Name">Its name; null for several.</param>
/// <param name="Point">Where it is, or the middle of all.</param>
/// <param name="Count">How many.</param>
/// <param name="Ports">Of a single ODP its ports; else 0.</param>
/// <param name="FreePorts">How many of those are free.</param>
/// <param name="Full">How many of them are ODPs without a free port.</param>
/// <param name="Box">Around all of them.</param>
public sealed record MapNodeMark(Guid? Id, PlantNodeKind Kind, string? Name, GeoPoint Point, int Count, int Ports, int FreePorts, int Full, GeoBox Box);
