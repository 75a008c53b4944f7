using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

internal sealed class FiberDesk(PlantChanges changes, ICurrentActor actor) : IFiberDesk
{
    /// <summary>A whole cable of 288 cores, spliced at once.</summary>
    private const int MostJoints = 288;

    public async Task<Result> JoinAsync(Guid nodeId, IReadOnlyList<JoinRequest> joints, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        if (joints.Count is 0 or > MostJoints)
        {
            return joints.Count == 0 ? PlantErrors.JointNotFound : PlantErrors.TooManyJoints(MostJoints);
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var plant = await change.PlantAsync(cancellationToken);
        if (!plant.Nodes.TryGetValue(nodeId, out var node))
        {
            return PlantErrors.NodeNotFound;
        }

        // Each is judged as if those before it were made: two may close a circle that neither closes alone.
        var fiber = new JoiningFiber(plant);
        foreach (var joint in joints)
        {
            if (JointRules.Refuse(plant, node, joint) is { } wrong)
            {
                return wrong;
            }

            if (fiber.IsJoined(joint.One) || fiber.IsJoined(joint.Other))
            {
                return PlantErrors.EndJoined;
            }

            if (fiber.WouldLoop(joint.One, joint.Other))
            {
                return PlantErrors.Loop;
            }

            fiber.Join(joint, nodeId);
            change.Context.Add(new CoreJoint { Id = joint.JointId, NodeId = nodeId, Kind = joint.Kind });
            change.Context.AddRange(EndOf(joint.JointId, 0, joint.One), EndOf(joint.JointId, 1, joint.Other));
        }

        return await change.CommitAsync(PlantEditKind.Joined, "core_joint", joints[0].JointId, node.Name, PlantErrors.EndJoined, cancellationToken);
    }

    public async Task<Result> PartAsync(IReadOnlyCollection<Guid> jointIds, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        if (jointIds.Count is 0 or > MostJoints)
        {
            return jointIds.Count == 0 ? PlantErrors.JointNotFound : PlantErrors.TooManyJoints(MostJoints);
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        List<Guid> wanted = [.. jointIds.Distinct()];
        var nodes = await change.Context.Set<CoreJoint>().Where(j => wanted.Contains(j.Id)).Select(j => j.NodeId).ToListAsync(cancellationToken);
        if (nodes.Count < wanted.Count)
        {
            return PlantErrors.JointNotFound;
        }

        var at = nodes[0];
        var name = await change.Context.Set<PlantNode>().Where(n => n.Id == at).Select(n => n.Name).SingleAsync(cancellationToken);
        await PlantUse.RemoveJointsAsync(change.Context, wanted, cancellationToken);
        return await change.CommitAsync(PlantEditKind.Parted, "core_joint", wanted[0], name, PlantErrors.EndJoined, cancellationToken);
    }

    public async Task<Result> SaveSplitterAsync(Guid splitterId, long version, SaveSplitterRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.PlantWrite) ?? PlantRules.Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var splitter = await change.Context.Set<Splitter>().SingleOrDefaultAsync(s => s.Id == splitterId, cancellationToken);
        if ((splitter?.Version ?? 0) != version)
        {
            return splitter is null ? PlantErrors.SplitterNotFound : CommonErrors.VersionConflict;
        }

        if (!await change.Context.Set<PlantNode>().AnyAsync(n => n.Id == request.NodeId, cancellationToken))
        {
            return PlantErrors.NodeNotFound;
        }

        if (splitter is not null && splitter.NodeId != request.NodeId)
        {
            return CommonErrors.Invalid([new FieldError("nodeId", "common.not_allowed")]);
        }

        if (await change.Context.Set<JointEnd>().AnyAsync(e => e.OwnerId == splitterId && e.Kind == FiberEndKind.SplitterOutput && e.Number > request.Outputs, cancellationToken))
        {
            return PlantErrors.OutputsInUse;
        }

        var name = request.Name.Trim();
        var isNew = splitter is null;
        splitter ??= change.Context.Add(new Splitter { Id = splitterId, NodeId = request.NodeId, Name = name }).Entity;
        (splitter.Name, splitter.Outputs) = (name, request.Outputs);
        return await change.CommitAsync(isNew ? PlantEditKind.Added : PlantEditKind.Changed, "splitter", splitterId, name, PlantErrors.NameTaken(name), cancellationToken);
    }

    public async Task<Result> RemoveSplitterAsync(Guid splitterId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var splitter = await change.Context.Set<Splitter>().SingleOrDefaultAsync(s => s.Id == splitterId, cancellationToken);
        if (splitter is null || splitter.Version != version)
        {
            return splitter is null ? PlantErrors.SplitterNotFound : CommonErrors.VersionConflict;
        }

        if (await change.Context.Set<JointEnd>().AnyAsync(e => e.OwnerId == splitterId, cancellationToken))
        {
            return PlantErrors.OutputsInUse;
        }

        change.Context.Remove(splitter);
        return await change.CommitAsync(PlantEditKind.Removed, "splitter", splitterId, splitter.Name, PlantErrors.NameTaken(splitter.Name), cancellationToken);
    }

    private static JointEnd EndOf(Guid jointId, int place, FiberEnd end) => new() { JointId = jointId, Place = place, Kind = end.Kind, OwnerId = end.OwnerId, Number = end.Number, Side = end.Side };
}
