using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

internal sealed class PlantDrawings(IDbContextFactory<PortalDbContext> contexts, PlantAtlas atlas, ICurrentActor actor) : IPlantDrawings
{
    public async Task<Result<Drawn<SavePlantNodeRequest>>> NodeAsync(Guid nodeId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<PlantNode>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nodeId, cancellationToken) is { } node
            ? new Drawn<SavePlantNodeRequest>(node.Id, node.Version, new(node.Kind, node.Name, node.Point, node.Area, node.Note, node.Ports, node.SplitterOutputs, node.SiteId, node.RouterId))
            : PlantErrors.NodeNotFound;
    }

    public async Task<Result<Drawn<SaveCableRequest>>> CableAsync(Guid cableId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Cable>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == cableId, cancellationToken) is { } cable
            ? new Drawn<SaveCableRequest>(
                cable.Id, cable.Version, new(cable.Name, cable.FromNodeId, cable.ToNodeId, cable.Cores, RouteText.Read(cable.Bends), cable.CoresPerTube, cable.MeasuredMetres, cable.SpareMetres, cable.Owner, cable.Note))
            : PlantErrors.CableNotFound;
    }

    public async Task<Result<Drawn<SaveRadioLinkRequest>>> RadioLinkAsync(Guid linkId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<RadioLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId, cancellationToken) is { } link
            ? new Drawn<SaveRadioLinkRequest>(link.Id, link.Version, new(link.Name, link.FromNodeId, link.ToNodeId, link.CapacityMegabits, link.Note))
            : PlantErrors.LinkNotFound;
    }

    public async Task<Result<NodeFibre>> FibreAsync(Guid nodeId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        if (!plant.Nodes.TryGetValue(nodeId, out var node))
        {
            return PlantErrors.NodeNotFound;
        }

        var ends = plant.CablesAt(nodeId).OrderBy(c => c.Name, StringComparer.Ordinal).SelectMany(c => Enumerable.Range(1, c.Cores).Select(n => (FiberEnd.Core(c.Id, n, c.FromNodeId == nodeId ? CableSide.A : CableSide.B), c.Name)))
            .Concat(plant.Splitters.Values.Where(s => s.NodeId == nodeId).OrderBy(s => s.Name, StringComparer.Ordinal)
                .SelectMany(s => Enumerable.Range(1, s.Outputs).Select(n => (FiberEnd.SplitterOutput(s.Id, n), s.Name)).Prepend((FiberEnd.SplitterInput(s.Id), s.Name))))
            .Concat(OwnEnds(node))
            .Concat(plant.Nodes.Values.Where(n => n.SiteId == nodeId && n.Kind == PlantNodeKind.Olt).SelectMany(OwnEnds));
        return new NodeFibre(nodeId, node.Name, node.Kind, [.. ends.Select(e => plant.Fiber.JoinOf(e.Item1) is { } join ? new NodeEnd(e.Item1, e.Item2, join.Id, join.Kind, join.Across(e.Item1)) : new NodeEnd(e.Item1, e.Item2, null, null, null))]);
    }

    // What an ODP's own splitter is wired to is no matter of splicing.
    private static IEnumerable<(FiberEnd, string)> OwnEnds(PlantNode node) => node.Kind switch
    {
        PlantNodeKind.Olt => Enumerable.Range(1, node.Ports).Select(n => (FiberEnd.PonPort(node.Id, n), node.Name)),
        PlantNodeKind.Odp when node.SplitterOutputs is { } outputs => Enumerable.Range(outputs + 1, Math.Max(0, node.Ports - outputs)).Select(n => (FiberEnd.PortInside(node.Id, n), node.Name)).Prepend((FiberEnd.SplitterInput(node.Id), node.Name)),
        PlantNodeKind.Odp => Enumerable.Range(1, node.Ports).Select(n => (FiberEnd.PortInside(node.Id, n), node.Name)),
        _ => [],
    };
}
