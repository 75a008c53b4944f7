using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Infrastructure.Mapping.Exchange;

/// <summary>The plant as a file tells it.</summary>
internal static class PlantFileOf
{
    /// <summary>All of it, or one neighbourhood with the cables and links that end there; in the order of names.</summary>
    public static PlantFile Plant(PlantImage plant, string? area)
    {
        var wanted = plant.Nodes.Values.Where(node => area is null || string.Equals(node.Area, area, StringComparison.OrdinalIgnoreCase)).ToDictionary(node => node.Id);
        return new PlantFile(
            [.. wanted.Values.OrderBy(node => node.NameKey, StringComparer.Ordinal).Select(node => Node(plant, node))],
            [.. plant.Cables.Values.Where(cable => wanted.ContainsKey(cable.FromNodeId) || wanted.ContainsKey(cable.ToNodeId)).OrderBy(cable => cable.Name, StringComparer.OrdinalIgnoreCase).Select(cable => Cable(plant, cable))],
            [.. plant.RadioLinks.Values.Where(link => wanted.ContainsKey(link.FromNodeId) || wanted.ContainsKey(link.ToNodeId)).OrderBy(link => link.NameKey, StringComparer.Ordinal).Select(link => Link(plant, link))],
            []);
    }

    private static PlantFileNode Node(PlantImage plant, PlantNode node) => new(
        0, node.Kind, node.Name, node.Point, node.Area, node.Note, node.Ports > 0 ? node.Ports : null, node.SplitterOutputs, node.SiteId is { } site ? plant.Nodes[site].Name : null);

    private static PlantFileCable Cable(PlantImage plant, PlantCable cable) => new(
        0,
        cable.Name,
        plant.Nodes[cable.FromNodeId].Name,
        plant.Nodes[cable.ToNodeId].Name,
        cable.Way[0],
        cable.Way[^1],
        [.. cable.Bends],
        cable.Cores,
        cable.CoresPerTube,
        cable.MeasuredMetres,
        cable.SpareMetres > 0 ? cable.SpareMetres : null,
        cable.Owner,
        cable.Note);

    private static PlantFileLink Link(PlantImage plant, RadioLink link)
    {
        var (from, to) = (plant.Nodes[link.FromNodeId], plant.Nodes[link.ToNodeId]);
        return new PlantFileLink(0, link.Name, from.Name, to.Name, (GeoPoint?)from.Point, to.Point, link.CapacityMegabits, link.Note);
    }
}
