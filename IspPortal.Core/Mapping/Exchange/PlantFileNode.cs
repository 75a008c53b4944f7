using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>A node as a file tells it; null: it does not say.</summary>
internal sealed record PlantFileNode(int Line, PlantNodeKind? Kind, string Name, GeoPoint Point, string? Area = null, string? Note = null, int? Ports = null, int? SplitterOutputs = null, string? Site = null);
