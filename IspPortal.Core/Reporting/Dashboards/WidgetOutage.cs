using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Incidents;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One open outage on a map.</summary>
/// <param name="Id">The outage.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Name">What is broken.</param>
/// <param name="Lines">How many lines are off now.</param>
/// <param name="SinceUtc">Since when.</param>
/// <param name="Box">Its area; null where nothing of it has a place.</param>
public sealed record WidgetOutage(Guid Id, OutageKind Kind, string Name, int Lines, DateTime SinceUtc, GeoBox? Box);
