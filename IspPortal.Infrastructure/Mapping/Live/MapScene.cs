using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>Lines and plant brought together once: who stands where. Nobody changes it.</summary>
internal sealed class MapScene
{
    public MapScene(LineImage lines, PlantImage plant)
    {
        (Lines, Plant) = (lines, plant);
        var odps = new NearPlaces(plant.Nodes.Values.Where(n => n.Kind == PlantNodeKind.Odp).Select(n => n.Point), MapZooms.CoverageMetres);
        Placed = [.. lines.Lines.Values.Select(l => (Line: l, Point: PointOf(l))).Where(l => l.Point is not null).Select(l => new PlacedLine(l.Line, l.Point!.Value, odps.Has(l.Point.Value)))];
        Nodes = plant.Nodes.Values.Select(n => new PlacedNode(n, n.Kind == PlantNodeKind.Odp ? Math.Max(0, n.Ports - plant.PortsTaken[n.Id].Count()) : 0)).ToLookup(n => n.Node.Kind);
        Routers = [.. lines.Routers.Values.Select(r => (Router: r, Point: r.Point ?? SiteOf(r.Id))).Where(r => r.Point is not null).Select(r => r.Router with { Point = r.Point })];
        Whole = Around();
    }

    public LineImage Lines { get; }

    public PlantImage Plant { get; }

    public PlacedLine[] Placed { get; }

    public ILookup<PlantNodeKind, PlacedNode> Nodes { get; }

    /// <summary>Routers that have a place: their own, else their site's.</summary>
    public IReadOnlyList<MapRouter> Routers { get; }

    /// <summary>Around all that has a place; null when nothing has.</summary>
    public GeoBox? Whole { get; }

    /// <summary>Where a line is: where it was sold to, else where its drop ends.</summary>
    public GeoPoint? PointOf(MapLine line) => line.Point ?? (Plant.DropOf(line.AccessId) is { } drop && Plant.Drops.TryGetValue(drop.Id, out var end) ? new GeoPoint(end.Latitude, end.Longitude) : null);

    private GeoPoint? SiteOf(Guid routerId) => Plant.SiteOfRouter.TryGetValue(routerId, out var site) && Plant.Nodes.TryGetValue(site, out var node) ? node.Point : null;

    private GeoBox? Around() => GeoBox.Around([.. Placed.Select(l => l.Point), .. Plant.Nodes.Values.Select(n => n.Point), .. Routers.Select(r => r.Point!.Value)]);
}
