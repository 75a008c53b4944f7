using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

internal sealed class PlantEditor(PlantChanges changes, ICurrentActor actor, TimeProvider clock) : IPlantEditor
{
    public async Task<Result> SaveNodeAsync(Guid nodeId, long version, SavePlantNodeRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.PlantWrite) ?? PlantRules.Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var node = await change.Context.Set<PlantNode>().SingleOrDefaultAsync(n => n.Id == nodeId, cancellationToken);
        if ((node?.Version ?? 0) != version)
        {
            return node is null ? PlantErrors.NodeNotFound : CommonErrors.VersionConflict;
        }

        if (node is not null && await RefuseAsync(change, node, request, cancellationToken) is { } kept)
        {
            return kept;
        }

        if (await JudgePlaceAsync(change, nodeId, request, cancellationToken) is { } misplaced)
        {
            return misplaced;
        }

        var isNew = node is null;
        var saved = Write(change, node, nodeId, request);
        return await change.CommitAsync(isNew ? PlantEditKind.Added : PlantEditKind.Changed, "plant_node", nodeId, saved.Name, PlantErrors.NameTaken(saved.Name), cancellationToken);
    }

    public async Task<Result> MoveNodeAsync(Guid nodeId, long version, GeoPoint to, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.PlantWrite) ?? PlantRules.Judge(to)) is { } refusal)
        {
            return refusal;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var node = await change.Context.Set<PlantNode>().SingleOrDefaultAsync(n => n.Id == nodeId, cancellationToken);
        if (node is null || node.Version != version)
        {
            return node is null ? PlantErrors.NodeNotFound : CommonErrors.VersionConflict;
        }

        (node.Latitude, node.Longitude) = (to.Latitude, to.Longitude);
        return await change.CommitAsync(PlantEditKind.Moved, "plant_node", nodeId, node.Name, PlantErrors.NameTaken(node.Name), cancellationToken);
    }

    public async Task<Result> RemoveNodeAsync(Guid nodeId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var node = await change.Context.Set<PlantNode>().SingleOrDefaultAsync(n => n.Id == nodeId, cancellationToken);
        if (node is null || node.Version != version)
        {
            return node is null ? PlantErrors.NodeNotFound : CommonErrors.VersionConflict;
        }

        if (await PlantUse.OfNodeAsync(change.Context, nodeId, cancellationToken) is > 0 and var things)
        {
            return PlantErrors.NodeInUse(things);
        }

        change.Context.Remove(node);
        return await change.CommitAsync(PlantEditKind.Removed, "plant_node", nodeId, node.Name, PlantErrors.NameTaken(node.Name), cancellationToken);
    }

    public async Task<Result> SaveCableAsync(Guid cableId, long version, SaveCableRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.PlantWrite) ?? PlantRules.Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var cable = await change.Context.Set<Cable>().SingleOrDefaultAsync(c => c.Id == cableId, cancellationToken);
        if ((cable?.Version ?? 0) != version)
        {
            return cable is null ? PlantErrors.CableNotFound : CommonErrors.VersionConflict;
        }

        if (await change.Context.Set<PlantNode>().CountAsync(n => n.Id == request.FromNodeId || n.Id == request.ToNodeId, cancellationToken) < 2)
        {
            return PlantErrors.NodeNotFound;
        }

        if (cable is not null && StandingRules.Touches(cable.Cores, cable.FromNodeId, cable.ToNodeId, request))
        {
            var plant = await change.PlantAsync(cancellationToken);
            if (StandingRules.Refuse(plant, plant.Cables[cableId], request) is { } kept)
            {
                return kept;
            }
        }

        var isNew = cable is null;
        var saved = PlantRows.Write(cable ?? change.Context.Add(PlantRows.NewCable(cableId, request, clock)).Entity, request);
        return await change.CommitAsync(isNew ? PlantEditKind.Added : PlantEditKind.Changed, "cable", cableId, saved.Name, PlantErrors.NameTaken(saved.Name), cancellationToken);
    }

    public async Task<Result> BendCableAsync(Guid cableId, long version, IReadOnlyList<GeoPoint> bends, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.PlantWrite) ?? PlantRules.Judge(bends)) is { } refusal)
        {
            return refusal;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var cable = await change.Context.Set<Cable>().SingleOrDefaultAsync(c => c.Id == cableId, cancellationToken);
        if (cable is null || cable.Version != version)
        {
            return cable is null ? PlantErrors.CableNotFound : CommonErrors.VersionConflict;
        }

        cable.Bends = RouteText.Of(bends);
        return await change.CommitAsync(PlantEditKind.Moved, "cable", cableId, cable.Name, PlantErrors.NameTaken(cable.Name), cancellationToken);
    }

    public async Task<Result> SplitCableAsync(Guid cableId, long version, SplitCableRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.PlantWrite) ?? CableCutting.Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var cable = await change.Context.Set<Cable>().SingleOrDefaultAsync(c => c.Id == cableId, cancellationToken);
        if (cable is null || cable.Version != version)
        {
            return cable is null ? PlantErrors.CableNotFound : CommonErrors.VersionConflict;
        }

        if (request.NewNode is { } drawn)
        {
            if (await change.Context.Set<PlantNode>().AnyAsync(n => n.Id == request.NodeId, cancellationToken))
            {
                return CommonErrors.VersionConflict;
            }

            if (await JudgePlaceAsync(change, request.NodeId, drawn, cancellationToken) is { } misplaced)
            {
                return misplaced;
            }

            Write(change, null, request.NodeId, drawn);
        }
        else if (!await change.Context.Set<PlantNode>().AnyAsync(n => n.Id == request.NodeId, cancellationToken))
        {
            return PlantErrors.NodeNotFound;
        }

        return await CableCutting.CutAsync(change, cable, request, clock, cancellationToken) is { } refused
            ? refused
            : await change.CommitAsync(PlantEditKind.Split, "cable", cableId, cable.Name, PlantErrors.NameTaken(request.NewName.Trim()), cancellationToken);
    }

    public async Task<Result> RemoveCableAsync(Guid cableId, long version, bool withJoints, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var cable = await change.Context.Set<Cable>().SingleOrDefaultAsync(c => c.Id == cableId, cancellationToken);
        if (cable is null || cable.Version != version)
        {
            return cable is null ? PlantErrors.CableNotFound : CommonErrors.VersionConflict;
        }

        var joints = await change.Context.Set<JointEnd>().Where(e => e.OwnerId == cableId && e.Kind == FiberEndKind.Core).Select(e => e.JointId).Distinct().ToListAsync(cancellationToken);
        if (joints.Count > 0 && !withJoints)
        {
            return PlantErrors.CableInUse(joints.Count);
        }

        await PlantUse.RemoveJointsAsync(change.Context, joints, cancellationToken);
        change.Context.Remove(cable);
        return await change.CommitAsync(PlantEditKind.Removed, "cable", cableId, cable.Name, PlantErrors.NameTaken(cable.Name), cancellationToken);
    }

    public async Task<Result> SaveRadioLinkAsync(Guid linkId, long version, SaveRadioLinkRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.PlantWrite) ?? PlantRules.Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var link = await change.Context.Set<RadioLink>().SingleOrDefaultAsync(l => l.Id == linkId, cancellationToken);
        if ((link?.Version ?? 0) != version)
        {
            return link is null ? PlantErrors.LinkNotFound : CommonErrors.VersionConflict;
        }

        foreach (var end in new[] { request.FromNodeId, request.ToNodeId })
        {
            if (await PlantUse.RefuseSiteAsync(change.Context, end, cancellationToken) is { } noSite)
            {
                return noSite;
            }
        }

        var plant = await change.PlantAsync(cancellationToken);
        if (RadioChain.ClosesCircle(plant.RadioLinks.Values.ToLookup(l => l.ToNodeId), linkId, request.FromNodeId, request.ToNodeId))
        {
            return PlantErrors.Loop;
        }

        var isNew = link is null;
        var saved = PlantRows.Write(link ?? change.Context.Add(PlantRows.NewLink(linkId, request, clock)).Entity, request);
        return await change.CommitAsync(isNew ? PlantEditKind.Added : PlantEditKind.Changed, "radio_link", linkId, saved.Name, PlantErrors.NameTaken(saved.Name), cancellationToken);
    }

    public async Task<Result> RemoveRadioLinkAsync(Guid linkId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var link = await change.Context.Set<RadioLink>().SingleOrDefaultAsync(l => l.Id == linkId, cancellationToken);
        if (link is null || link.Version != version)
        {
            return link is null ? PlantErrors.LinkNotFound : CommonErrors.VersionConflict;
        }

        change.Context.Remove(link);
        return await change.CommitAsync(PlantEditKind.Removed, "radio_link", linkId, link.Name, PlantErrors.NameTaken(link.Name), cancellationToken);
    }

    public async Task<Result> PlaceRouterAsync(Guid routerId, Guid? nodeId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var name = await change.Context.Set<Router>().Where(r => r.Id == routerId && r.RemovedAtUtc == null).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        if (nodeId is { } site && await PlantUse.RefuseSiteAsync(change.Context, site, cancellationToken) is { } noSite)
        {
            return noSite;
        }

        var place = await change.Context.Set<SiteRouter>().SingleOrDefaultAsync(p => p.RouterId == routerId, cancellationToken);
        switch (place, nodeId)
        {
            case (null, { } to):
                change.Context.Add(new SiteRouter { RouterId = routerId, NodeId = to });
                break;
            case ({ } old, null):
                change.Context.Remove(old);
                break;
            case ({ } old, { } to):
                old.NodeId = to;
                break;
        }

        return await change.CommitAsync(PlantEditKind.Moved, "site_router", routerId, name, CommonErrors.VersionConflict, cancellationToken);
    }

    /// <summary>What would no longer be true of what hangs on the node.</summary>
    private static async Task<Error?> RefuseAsync(PlantChange change, PlantNode node, SavePlantNodeRequest request, CancellationToken cancellationToken) =>
        StandingRules.RefuseKind(node, request.Kind) ?? (StandingRules.Touches(node, request) ? StandingRules.Refuse(await change.PlantAsync(cancellationToken), node, request) : null);

    private static async Task<Error?> JudgePlaceAsync(PlantChange change, Guid nodeId, SavePlantNodeRequest request, CancellationToken cancellationToken)
    {
        if (request.SiteId is { } site && (site == nodeId ? PlantErrors.NotASite : await PlantUse.RefuseSiteAsync(change.Context, site, cancellationToken)) is { } noSite)
        {
            return noSite;
        }

        return request.RouterId is { } router && !await change.Context.Set<Router>().AnyAsync(r => r.Id == router && r.RemovedAtUtc == null, cancellationToken) ? NetworkErrors.RouterNotFound : null;
    }

    private PlantNode Write(PlantChange change, PlantNode? node, Guid nodeId, SavePlantNodeRequest request) => PlantRows.Write(node ?? change.Context.Add(PlantRows.NewNode(nodeId, request, clock)).Entity, request);
}
