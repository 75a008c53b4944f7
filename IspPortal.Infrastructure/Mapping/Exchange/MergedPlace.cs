using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Infrastructure.Mapping.Exchange;

/// <summary>A node as others can point at it, once the file is read in. A kind of null: nobody has said what it is.</summary>
internal sealed record MergedPlace(Guid Id, string Name, PlantNodeKind? Kind, GeoPoint Point);
