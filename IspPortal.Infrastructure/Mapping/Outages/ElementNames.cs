using System.Globalization;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Elements of the plant by the names that people give them.</summary>
internal static class ElementNames
{
    public static async Task<string> OfAsync(PortalDbContext context, PlantImage plant, PlantElement element, CancellationToken cancellationToken) => element.Kind == PlantElementKind.Router
        ? await context.Set<Router>().Where(r => r.Id == element.Id).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken) ?? ""
        : Of(plant, element);

    /// <summary>Of anything but a router; a port, core or output with its number.</summary>
    public static string Of(PlantImage plant, PlantElement element)
    {
        var name = element.Kind switch
        {
            PlantElementKind.Cable or PlantElementKind.Core => plant.Cables.GetValueOrDefault(element.Id)?.Name,
            PlantElementKind.Splitter => plant.Splitters.TryGetValue(element.Id, out var splitter) ? $"{plant.Nodes[splitter.NodeId].Name} {splitter.Name}" : null,
            PlantElementKind.Join => plant.Fiber.Joins.FirstOrDefault(j => j.Id == element.Id) is { } join ? plant.Nodes.GetValueOrDefault(join.NodeId)?.Name : null,
            PlantElementKind.RadioLink => plant.RadioLinks.GetValueOrDefault(element.Id)?.Name,
            _ => plant.Nodes.GetValueOrDefault(element.Id)?.Name,
        };
        return element.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{name} #{number}") : name ?? "";
    }
}
