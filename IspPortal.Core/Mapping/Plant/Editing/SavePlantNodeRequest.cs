using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>What a node of the plant is.</summary>
/// <param name="Kind">What it is; it stays that.</param>
/// <param name="Name">Its name, unique over the plant; up to 60 characters.</param>
/// <param name="Point">Where it stands.</param>
/// <param name="Area">The neighbourhood that capacity is counted for, or null; up to 60 characters.</param>
/// <param name="Note">A note or null; up to 300 characters.</param>
/// <param name="Ports">Of an OLT its PON ports, of an ODP its ports: 1 to 256; of others 0.</param>
/// <param name="SplitterOutputs">Of an ODP with a splitter inside: its outputs, 2, 4, 8, 16, 32 or 64, and no more than it has ports; else null.</param>
/// <param name="SiteId">The site or tower it stands in, or null.</param>
/// <param name="RouterId">Of an OLT: the router that its lines come to, or null.</param>
public sealed record SavePlantNodeRequest(
    PlantNodeKind Kind, string Name, GeoPoint Point, string? Area = null, string? Note = null, int Ports = 0, int? SplitterOutputs = null, Guid? SiteId = null, Guid? RouterId = null);
