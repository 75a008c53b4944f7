using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Live;

/// <summary>What the panel of a node says.</summary>
/// <param name="Id">The node.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">The neighbourhood; null: none said.</param>
/// <param name="Note">What somebody noted; or null.</param>
/// <param name="Point">Where it is.</param>
/// <param name="Ports">Of an OLT its PON ports, of an ODP those for drops; else 0.</param>
/// <param name="OdpPorts">Of an ODP every port by its number; else none.</param>
/// <param name="Cables">How many cables end here.</param>
/// <param name="RouterId">Of an OLT the router that its lines come to; else null.</param>
public sealed record MapNodeDetails(
    Guid Id, PlantNodeKind Kind, string Name, string? Area, string? Note, GeoPoint Point, int Ports, IReadOnlyList<MapPortRow> OdpPorts, int Cables, Guid? RouterId)
{
    /// <summary>Of a site or tower the routers that stand there, by name; else none.</summary>
    public IReadOnlyList<MapSiteRouter> Routers { get; init; } = [];
}
