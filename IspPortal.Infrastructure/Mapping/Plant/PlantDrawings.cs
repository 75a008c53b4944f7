using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

internal sealed class PlantDrawings(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IPlantDrawings
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
}
