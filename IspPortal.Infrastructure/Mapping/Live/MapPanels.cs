using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>What the panels beside the map say.</summary>
internal static class MapPanels
{
    public static MapLineDetails Of(MapScene scene, MapLine line, MapLineState state, SessionRow? session, MapReader reader)
    {
        var drop = scene.Plant.DropOf(line.AccessId);
        var shown = reader.SeesSessions ? session : null;
        return new MapLineDetails(
            line.AccessId,
            line.SubscriptionId,
            line.Number,
            line.CustomerId,
            reader.SeesCustomers ? line.CustomerName : null,
            line.Username,
            line.RouterId,
            scene.Lines.Routers.GetValueOrDefault(line.RouterId)?.Name,
            state,
            reader.SeesCustomers ? line.Address : null,
            scene.PointOf(line),
            drop?.OdpId,
            drop is null ? null : scene.Plant.Nodes.GetValueOrDefault(drop.OdpId)?.Name,
            drop?.Port,
            shown?.RouterId,
            shown?.Address,
            shown?.StartedAtUtc);
    }

    public static MapNodeDetails Of(MapScene scene, PlantNode node, Func<MapLine, MapLineState> stateOf, MapReader reader) => new(
        node.Id,
        node.Kind,
        node.Name,
        node.Area,
        node.Note,
        node.Point,
        node.Ports,
        node.Kind == PlantNodeKind.Odp ? PortsOf(scene, node, stateOf, reader) : [],
        scene.Plant.CablesAt(node.Id).DistinctBy(c => c.Id).Count(),
        node.RouterId) { Routers = node.Kind is PlantNodeKind.Site or PlantNodeKind.Tower ? RoutersAt(scene, node.Id) : [] };

    public static MapWayDetails? OfWay(PlantImage plant, Guid id) =>
        plant.Cables.TryGetValue(id, out var cable)
            ? new(id, false, cable.Name, cable.FromNodeId, plant.Nodes[cable.FromNodeId].Name, cable.ToNodeId, plant.Nodes[cable.ToNodeId].Name, cable.LengthMetres, cable.Cores, null, cable.Owner)
        : plant.RadioLinks.TryGetValue(id, out var link) && plant.Nodes[link.FromNodeId] is var from && plant.Nodes[link.ToNodeId] is var to
            ? new(id, true, link.Name, from.Id, from.Name, to.Id, to.Name, from.Point.MetresTo(to.Point), null, link.CapacityMegabits, null)
        : null;

    private static List<MapSiteRouter> RoutersAt(MapScene scene, Guid siteId) => [.. scene.Plant.SiteOfRouter.Where(r => r.Value == siteId)
        .Select(r => scene.Lines.Routers.GetValueOrDefault(r.Key)).OfType<MapRouter>().Select(r => new MapSiteRouter(r.Id, r.Name)).OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase)];

    private static List<MapPortRow> PortsOf(MapScene scene, PlantNode odp, Func<MapLine, MapLineState> stateOf, MapReader reader)
    {
        var taken = scene.Plant.PortsTaken[odp.Id].ToDictionary(p => p.Number);
        return [.. Enumerable.Range(1, odp.Ports).Select(number =>
        {
            var port = taken.GetValueOrDefault(number);
            var line = port?.DropId is { } drop && scene.Plant.FiberDrops.TryGetValue(drop, out var fiber)
                ? fiber.Accesses.Select(a => scene.Lines.Lines.GetValueOrDefault(a)).FirstOrDefault(l => l is not null)
                : null;
            return line is not null && reader.SeesLines
                ? new MapPortRow(number, port!.State, line.AccessId, reader.LabelOf(line), stateOf(line))
                : new MapPortRow(number, port?.State ?? OdpPortState.Free, null, null, null);
        })];
    }
}
