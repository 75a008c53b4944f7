using IspPortal.Core.Common.Search;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>Finds things of a scene by their names.</summary>
internal static class MapSearch
{
    public const int Most = 12;

    public static IReadOnlyList<MapFound> Find(MapScene scene, MapReader reader, string text)
    {
        var key = SearchKey.Of(text);
        if (key.Length == 0)
        {
            return [];
        }

        var found = Routers(scene, key).Concat(Nodes(scene, key)).Concat(Ways(scene.Plant, key)).Concat(reader.SeesLines ? Lines(scene, reader, key) : []);
        return [.. found.OrderByDescending(f => f.Begins).ThenBy(f => f.Found.Kind != MapFoundKind.Router).ThenBy(f => f.Found.Name, StringComparer.OrdinalIgnoreCase).Take(Most).Select(f => f.Found)];
    }

    private static IEnumerable<(bool Begins, MapFound Found)> Routers(MapScene scene, string key) => scene.Routers
        .Select(r => (Key: SearchKey.Of(r.Name), Router: r)).Where(r => r.Key.Contains(key, StringComparison.Ordinal))
        .Select(r => (r.Key.StartsWith(key, StringComparison.Ordinal), new MapFound(MapFoundKind.Router, r.Router.Id, r.Router.Name, null, null, r.Router.Point!.Value)));

    private static IEnumerable<(bool Begins, MapFound Found)> Nodes(MapScene scene, string key) => scene.Plant.Nodes.Values
        .Where(n => n.NameKey.Contains(key, StringComparison.Ordinal))
        .Select(n => (n.NameKey.StartsWith(key, StringComparison.Ordinal), new MapFound(MapFoundKind.Node, n.Id, n.Name, n.Area, n.Kind, n.Point)));

    private static IEnumerable<(bool Begins, MapFound Found)> Ways(PlantImage plant, string key) => plant.Cables.Values
        .Where(c => c.Name.Contains(key, StringComparison.OrdinalIgnoreCase))
        .Select(c => (c.Name.StartsWith(key, StringComparison.OrdinalIgnoreCase), new MapFound(MapFoundKind.Cable, c.Id, c.Name, c.Owner, null, GeoRoute.Middle(c.Way))))
        .Concat(plant.RadioLinks.Values.Where(l => l.NameKey.Contains(key, StringComparison.Ordinal)).Select(l => (
            l.NameKey.StartsWith(key, StringComparison.Ordinal), new MapFound(MapFoundKind.Radio, l.Id, l.Name, null, null, GeoRoute.Middle([plant.Nodes[l.FromNodeId].Point, plant.Nodes[l.ToNodeId].Point])))));

    private static IEnumerable<(bool Begins, MapFound Found)> Lines(MapScene scene, MapReader reader, string key) => scene.Placed
        .Where(l => l.Line.LineKey.Contains(key, StringComparison.Ordinal) || (reader.SeesCustomers && l.Line.NameKey.Contains(key, StringComparison.Ordinal)))
        .Select(l => (
            l.Line.LineKey.StartsWith(key, StringComparison.Ordinal) || (reader.SeesCustomers && l.Line.NameKey.StartsWith(key, StringComparison.Ordinal)),
            new MapFound(MapFoundKind.Line, l.Line.AccessId, reader.LabelOf(l.Line), $"{l.Line.Username} · {l.Line.Number}".TrimEnd(' ', '·'), null, l.Point)));
}
