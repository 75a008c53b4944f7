using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>What things of the plant are called.</summary>
internal static class PlantNames
{
    /// <summary>The name of a thing, or of what it belongs to; null when the plant has no such thing, and for a router, which is none of the plant's.</summary>
    public static string? Of(PlantImage plant, PlantElement element) => element.Kind switch
    {
        PlantElementKind.Router => null,
        PlantElementKind.Cable or PlantElementKind.Core => plant.Cables.GetValueOrDefault(element.Id)?.Name,
        PlantElementKind.RadioLink => plant.RadioLinks.GetValueOrDefault(element.Id)?.Name,
        PlantElementKind.Splitter => plant.Splitters.GetValueOrDefault(element.Id) is { } splitter ? $"{plant.Nodes[splitter.NodeId].Name} {splitter.Name}" : plant.Nodes.GetValueOrDefault(element.Id)?.Name,
        PlantElementKind.Join => plant.Joins.TryGetValue(element.Id, out var join) ? plant.Nodes.GetValueOrDefault(join.NodeId)?.Name : null,
        _ => plant.Nodes.GetValueOrDefault(element.Id)?.Name,
    };
}
