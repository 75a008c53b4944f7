using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>Draws what hangs below something.</summary>
internal static class DrawnBranch
{
    /// <summary>Draws the drops of lines, and the cables between them and what they hang below.</summary>
    /// <param name="plant">The plant.</param>
    /// <param name="element">What they hang below.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="withHouses">Whether it may be known where they are.</param>
    public static PlantBranch Of(PlantImage plant, PlantElement element, IEnumerable<Guid> lines, bool withHouses)
    {
        var drops = lines.Select(plant.DropOf).OfType<FiberDrop>().DistinctBy(d => d.Id).OrderBy(d => d.Id).ToList();
        var ids = new HashSet<Guid> { element.Id };
        var cables = new HashSet<Guid>();
        var links = new HashSet<Guid>();
        if (element.Kind is PlantElementKind.RadioLink or PlantElementKind.Site)
        {
            var top = element.Kind == PlantElementKind.Site ? element.Id : plant.RadioLinks.GetValueOrDefault(element.Id)?.ToNodeId;
            var sites = top is { } site ? plant.SitesBelow(site) : new HashSet<Guid>();
            links.UnionWith(plant.RadioLinks.Values.Where(l => l.Id == element.Id || sites.Contains(l.FromNodeId)).Select(l => l.Id));
            ids.UnionWith(sites);
        }

        foreach (var step in drops.SelectMany(d => Below(plant.Fiber.Trace(d), element)))
        {
            if (step.Kind == FiberStepKind.Core)
            {
                cables.Add(step.ElementId);
            }

            if (step.NodeId is { } node)
            {
                ids.Add(node);
            }
        }

        var shown = withHouses ? drops.Take(PlantBranch.MostHouses).Select(d => (Drop: d, House: HouseOf(plant, d))).ToList() : [];
        ids.UnionWith(cables);
        ids.UnionWith(links);
        ids.UnionWith(shown.SelectMany(s => s.Drop.Accesses));
        return new PlantBranch(
            [
                .. cables.Select(id => plant.Cables[id].Way),
                .. links.Select(id => plant.RadioLinks[id]).Select(l => (GeoPoint[])[plant.Nodes[l.FromNodeId].Point, plant.Nodes[l.ToNodeId].Point]),
                .. shown.Select(s => (GeoPoint[])[plant.Nodes[s.Drop.OdpId].Point, s.House]),
            ],
            [.. shown.Select(s => s.House)],
            ids,
            withHouses ? drops.Count - shown.Count : 0);
    }

    // From the house up to the thing itself; what is above it does not hang below it.
    private static IEnumerable<FiberStep> Below(FiberTrace trace, PlantElement element)
    {
        foreach (var step in trace.Steps)
        {
            yield return step;
            if (step.ElementId == element.Id || step.NodeId == element.Id)
            {
                yield break;
            }
        }
    }

    private static GeoPoint HouseOf(PlantImage plant, FiberDrop drop) => plant.Drops.TryGetValue(drop.Id, out var end) ? new(end.Latitude, end.Longitude) : plant.Nodes[drop.OdpId].Point;
}
