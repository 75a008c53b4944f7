using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Core.Mapping.Live;

/// <summary>A router on the map.</summary>
/// <param name="Id">The router.</param>
/// <param name="Name">Its name.</param>
/// <param name="Point">Where it stands.</param>
/// <param name="State">Whether it answers.</param>
/// <param name="DownBitsPerSecond">Towards customers, or null when unknown.</param>
public sealed record MapRouterMark(Guid Id, string Name, GeoPoint Point, RouterState State, long? DownBitsPerSecond);
