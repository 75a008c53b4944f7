using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>Writes what was asked for into the rows of the plant.</summary>
internal static class PlantRows
{
    public static PlantNode NewNode(Guid id, SavePlantNodeRequest request, TimeProvider clock) => new() { Id = id, Kind = request.Kind, Name = request.Name, NameKey = request.Name, CreatedAtUtc = clock.UtcNow() };

    public static Cable NewCable(Guid id, SaveCableRequest request, TimeProvider clock) => new() { Id = id, Name = request.Name, NameKey = request.Name, CreatedAtUtc = clock.UtcNow() };

    public static RadioLink NewLink(Guid id, SaveRadioLinkRequest request, TimeProvider clock) => new() { Id = id, Name = request.Name, NameKey = request.Name, CreatedAtUtc = clock.UtcNow() };

    public static PlantNode Write(PlantNode node, SavePlantNodeRequest request)
    {
        (node.Name, node.NameKey, node.Latitude, node.Longitude) = (request.Name.Trim(), PlantNode.KeyOf(request.Name), request.Point.Latitude, request.Point.Longitude);
        (node.Area, node.Note) = (CustomerText.OrNull(request.Area), CustomerText.OrNull(request.Note));
        (node.Ports, node.SplitterOutputs, node.SiteId, node.RouterId) = (request.Ports, request.SplitterOutputs, request.SiteId, request.RouterId);
        return node;
    }

    public static Cable Write(Cable cable, SaveCableRequest request)
    {
        (cable.Name, cable.NameKey, cable.FromNodeId, cable.ToNodeId) = (request.Name.Trim(), PlantNode.KeyOf(request.Name), request.FromNodeId, request.ToNodeId);
        (cable.Cores, cable.CoresPerTube, cable.Bends) = (request.Cores, request.CoresPerTube, RouteText.Of(request.Bends));
        (cable.MeasuredMetres, cable.SpareMetres) = (request.MeasuredMetres, request.SpareMetres);
        (cable.Owner, cable.Note) = (CustomerText.OrNull(request.Owner), CustomerText.OrNull(request.Note));
        return cable;
    }

    public static RadioLink Write(RadioLink link, SaveRadioLinkRequest request)
    {
        (link.Name, link.NameKey, link.FromNodeId, link.ToNodeId) = (request.Name.Trim(), PlantNode.KeyOf(request.Name), request.FromNodeId, request.ToNodeId);
        (link.CapacityMegabits, link.Note) = (request.CapacityMegabits, CustomerText.OrNull(request.Note));
        return link;
    }
}
