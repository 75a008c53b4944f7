using IspPortal.Core.Mapping.Clusters;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;

namespace IspPortal.Core.Mapping.Capacity;

/// <summary>Counts ports and houses.</summary>
internal static class CapacityReport
{
    /// <summary>The state of a mark: who asked.</summary>
    public const byte Prospect = 0;

    /// <summary>The state of a mark: who has a line without a drop.</summary>
    public const byte Customer = 1;

    private const int MostPlaces = 1_000;

    // Cells of about 270 m at the equator: what one new ODP or two would serve.
    private const int Zoom = 15;

    /// <summary>Every area with its ports.</summary>
    public static IReadOnlyList<AreaCapacity> Areas(PlantImage plant, DateTime nowUtc) =>
    [
        .. plant.Nodes.Values.Where(n => n.Kind == PlantNodeKind.Odp).GroupBy(n => n.Area, StringComparer.OrdinalIgnoreCase).Select(area =>
        {
            PortStock[] stocks = [.. area.Select(odp => PortStock.Of(plant, odp, nowUtc))];
            return new AreaCapacity(area.Key, stocks.Length, stocks.Count(s => s.Free == 0), stocks.Aggregate(default(PortStock), (sum, s) => sum + s));
        }),
    ];

    /// <summary>Where houses are that no free port reaches, most houses first.</summary>
    public static IReadOnlyList<PlaceToBuild> PlacesToBuild(OdpFinder finder, IEnumerable<MapMark> houses)
    {
        List<MapMark> lost = [.. houses.Where(h => !finder.Reaches(h.Point))];
        return GeoBox.Around([.. lost.Select(h => h.Point)]) is { } box
            ? [.. MapClusters.Of(lost, box, Zoom, 2, MostPlaces).Select(c => new PlaceToBuild(c.Point, c.Box, c.States[Prospect], c.States[Customer])).OrderByDescending(p => p.Houses).ThenBy(p => p.Middle.Latitude).ThenBy(p => p.Middle.Longitude)]
            : [];
    }
}
