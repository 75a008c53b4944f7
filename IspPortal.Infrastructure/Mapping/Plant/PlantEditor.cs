using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Customers;
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

        if (cable is not null)
        {
            var joined = await change.Context.Set<JointEnd>().AsNoTracking().Where(e => e.OwnerId == cableId && e.Kind == FiberEndKind.Core).ToListAsync(cancellationToken);
            if (joined.Count > 0 && joined.Max(e => e.Number) is var highest && highest > request.Cores)
            {
                return PlantErrors.CoresInUse(highest);
            }

            if ((cable.FromNodeId != request.FromNodeId && joined.Exists(e => e.Side == CableSide.A)) || (cable.ToNodeId != request.ToNodeId && joined.Exists(e => e.Side == CableSide.B)))
            {
                return PlantErrors.EndJoined;
            }
        }

        var name = request.Name.Trim();
        var isNew = cable is null;
        cable ??= change.Context.Add(new Cable { Id = cableId, Name = name, NameKey = name, CreatedAtUtc = clock.UtcNow() }).Entity;
        (cable.Name, cable.NameKey, cable.FromNodeId, cable.ToNodeId) = (name, PlantNode.KeyOf(name), request.FromNodeId, request.ToNodeId);
        (cable.Cores, cable.CoresPerTube, cable.Bends) = (request.Cores, request.CoresPerTube, RouteText.Of(request.Bends));
        (cable.MeasuredMetres, cable.SpareMetres) = (request.MeasuredMetres, request.SpareMetres);
        (cable.Owner, cable.Note) = (CustomerText.OrNull(request.Owner), CustomerText.OrNull(request.Note));
        return await change.CommitAsync(isNew ? PlantEditKind.Added : PlantEditKind.Changed, "cable", cableId, name, PlantErrors.NameTaken(name), cancellationToken);
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
        if (plant.LinksAbove(request.FromNodeId).Any(l => l.Id != linkId && l.FromNodeId == request.ToNodeId))
        {
            return PlantErrors.Loop;
        }

        var name = request.Name.Trim();
        var isNew = link is null;
        link ??= change.Context.Add(new RadioLink { Id = linkId, Name = name, NameKey = name, CreatedAtUtc = clock.UtcNow() }).Entity;
        (link.Name, link.NameKey, link.FromNodeId, link.ToNodeId) = (name, PlantNode.KeyOf(name), request.FromNodeId, request.ToNodeId);
        (link.CapacityMegabits, link.Note) = (request.CapacityMegabits, CustomerText.OrNull(request.Note));
        return await change.CommitAsync(isNew ? PlantEditKind.Added : PlantEditKind.Changed, "radio_link", linkId, name, PlantErrors.NameTaken(name), cancellationToken);
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
    private static async Task<Error?> RefuseAsync(PlantChange change, PlantNode node, SavePlantNodeRequest request, CancellationToken cancellationToken)
    {
        if (node.Kind != request.Kind)
        {
            return CommonErrors.Invalid([new FieldError("kind", "common.not_allowed")]);
        }

        if (request.Ports < node.Ports && await PlantUse.HighestPortAsync(change.Context, node.Id, cancellationToken) is var highest && highest > request.Ports)
        {
            return PlantErrors.PortsInUse(highest);
        }

        // Its outputs are wired to the ports by number: another splitter, or none, leaves joints of the old one behind.
        return request.SplitterOutputs != node.SplitterOutputs && await change.Context.Set<JointEnd>().AnyAsync(e => e.OwnerId == node.Id && (e.Kind == FiberEndKind.SplitterInput || e.Kind == FiberEndKind.PortInside), cancellationToken)
            ? PlantErrors.OutputsInUse
            : null;
    }

    private static async Task<Error?> JudgePlaceAsync(PlantChange change, Guid nodeId, SavePlantNodeRequest request, CancellationToken cancellationToken)
    {
        if (request.SiteId is { } site && (site == nodeId ? PlantErrors.NotASite : await PlantUse.RefuseSiteAsync(change.Context, site, cancellationToken)) is { } noSite)
        {
            return noSite;
        }

        return request.RouterId is { } router && !await change.Context.Set<Router>().AnyAsync(r => r.Id == router && r.RemovedAtUtc == null, cancellationToken) ? NetworkErrors.RouterNotFound : null;
    }

    private PlantNode Write(PlantChange change, PlantNode? node, Guid nodeId, SavePlantNodeRequest request)
    {
        var name = request.Name.Trim();
        node ??= change.Context.Add(new PlantNode { Id = nodeId, Kind = request.Kind, Name = name, NameKey = name, CreatedAtUtc = clock.UtcNow() }).Entity;
        (node.Name, node.NameKey, node.Latitude, node.Longitude) = (name, PlantNode.KeyOf(name), request.Point.Latitude, request.Point.Longitude);
        (node.Area, node.Note) = (CustomerText.OrNull(request.Area), CustomerText.OrNull(request.Note));
        (node.Ports, node.SplitterOutputs, node.SiteId, node.RouterId) = (request.Ports, request.SplitterOutputs, request.SiteId, request.RouterId);
        return node;
    }
}
