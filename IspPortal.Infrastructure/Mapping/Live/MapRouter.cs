using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>What the map remembers of a router that is read.</summary>
/// <param name="Id">The router.</param>
/// <param name="Name">Its name.</param>
/// <param name="Point">Where it says that it stands; null: nobody said.</param>
internal sealed record MapRouter(Guid Id, string Name, GeoPoint? Point);
