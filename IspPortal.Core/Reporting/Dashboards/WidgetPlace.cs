using IspPortal.Core.Network.Routers;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One router on a map.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="State">Reachability.</param>
/// <param name="Sessions">Live sessions, or null when unknown.</param>
/// <param name="DownBitsPerSecond">Towards customers, or null when unknown.</param>
public sealed record WidgetPlace(Guid RouterId, string Name, double Latitude, double Longitude, RouterState State, int? Sessions, long? DownBitsPerSecond);
