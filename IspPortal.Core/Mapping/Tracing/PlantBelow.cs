using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>What hangs below something.</summary>
internal static class PlantBelow
{
    /// <summary>Whether the plant alone says so; above an OLT one has to know which router serves a line too.</summary>
    public static bool IsOfFiber(PlantElementKind kind) => kind is not (PlantElementKind.Router or PlantElementKind.RadioLink or PlantElementKind.Site);

    /// <summary>The drops below a thing made of fibre, each once.</summary>
    public static IReadOnlyList<FiberDrop> Drops(PlantImage plant, PlantElement element)
    {
        var found = new Dictionary<Guid, FiberDrop>();
        foreach (var drop in Find(plant, element))
        {
            found[drop.Id] = drop;
        }

        return [.. found.Values];
    }

    /// <summary>The lines below anything.</summary>
    /// <param name="plant">The plant.</param>
    /// <param name="element">The thing.</param>
    /// <param name="routerOf">Which router serves each line; asked only for what is above OLTs.</param>
    public static IReadOnlySet<Guid> Lines(PlantImage plant, PlantElement element, IReadOnlyDictionary<Guid, Guid> routerOf)
    {
        if (IsOfFiber(element.Kind))
        {
            return Drops(plant, element).SelectMany(d => d.Accesses).ToHashSet();
        }

        HashSet<PlantElement> wanted = element.Kind == PlantElementKind.Site ? StandingAt(plant, plant.SitesBelow(element.Id)) : [element];
        return routerOf.Where(line => PlantPaths.Of(plant, line.Key, line.Value).Any(wanted.Contains)).Select(line => line.Key).ToHashSet();
    }

    private static HashSet<PlantElement> StandingAt(PlantImage plant, IReadOnlySet<Guid> sites) =>
    [
        .. plant.SiteOfRouter.Where(r => sites.Contains(r.Value)).Select(r => new PlantElement(PlantElementKind.Router, r.Key)),
        .. plant.Nodes.Values.Where(n => n is { Kind: PlantNodeKind.Olt, SiteId: { } at } && sites.Contains(at)).Select(n => new PlantElement(PlantElementKind.Olt, n.Id)),
    ];

    private static IEnumerable<FiberDrop> Find(PlantImage plant, PlantElement element) => element.Kind switch
    {
        PlantElementKind.Odp => plant.FiberDrops.Values.Where(d => d.OdpId == element.Id),
        PlantElementKind.PonPort => plant.Fiber.Below(FiberEnd.PonPort(element.Id, element.Number ?? 1)),
        PlantElementKind.Olt => Enumerable.Range(1, plant.Nodes.GetValueOrDefault(element.Id)?.Ports ?? 0).SelectMany(n => plant.Fiber.Below(FiberEnd.PonPort(element.Id, n))),
        PlantElementKind.Splitter => element.Number is { } output ? plant.Fiber.Below(FiberEnd.SplitterOutput(element.Id, output)) : plant.Fiber.BelowSplitter(element.Id),
        PlantElementKind.Core => BelowCore(plant, element.Id, element.Number ?? 1),
        PlantElementKind.Cable => Enumerable.Range(1, plant.Cables.GetValueOrDefault(element.Id)?.Cores ?? 0).SelectMany(n => BelowCore(plant, element.Id, n)),
        PlantElementKind.Join => plant.Joins.TryGetValue(element.Id, out var join) ? BelowJoin(plant, join) : [],
        PlantElementKind.Odc or PlantElementKind.Closure => BelowNode(plant, element.Id),
        _ => [],
    };

    // Light goes one way only: from the side that looks up nothing is found.
    private static IEnumerable<FiberDrop> BelowCore(PlantImage plant, Guid cableId, int core) =>
        plant.Fiber.Below(FiberEnd.Core(cableId, core, CableSide.A)).Concat(plant.Fiber.Below(FiberEnd.Core(cableId, core, CableSide.B)));

    private static IEnumerable<FiberDrop> BelowJoin(PlantImage plant, FiberJoin join) => plant.Fiber.Below(join.One).Concat(plant.Fiber.Below(join.Other));

    private static IEnumerable<FiberDrop> BelowNode(PlantImage plant, Guid nodeId) =>
        plant.Joins.Values.Where(j => j.NodeId == nodeId).SelectMany(j => BelowJoin(plant, j))
            .Concat(plant.Splitters.Values.Where(s => s.NodeId == nodeId).SelectMany(s => plant.Fiber.BelowSplitter(s.Id)));
}
