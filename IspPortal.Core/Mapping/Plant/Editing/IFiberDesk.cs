using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>Joins fibre. Like <see cref="IPlantEditor"/>: <see cref="MappingPermissions.PlantWrite"/>, one transaction, audited, can be taken back.</summary>
public interface IFiberDesk
{
    /// <summary>
    /// Joins ends at a node, all or none. Errors: <c>plant.end_not_found</c>, <c>plant.end_elsewhere</c>, <c>plant.end_joined</c>, <c>plant.ends_do_not_fit</c>, <c>plant.loop</c>, <c>plant.node_not_found</c>,
    /// <c>plant.too_many_joints</c>.
    /// </summary>
    Task<Result> JoinAsync(Guid nodeId, IReadOnlyList<JoinRequest> joints, CancellationToken cancellationToken);

    /// <summary>Parts what a joint holds. Errors: <c>plant.joint_not_found</c>.</summary>
    Task<Result> PartAsync(IReadOnlyCollection<Guid> jointIds, CancellationToken cancellationToken);

    /// <summary>Puts a splitter into a node or changes its name or outputs. Errors: <c>plant.name_taken</c>, <c>plant.outputs_in_use</c>, <c>plant.node_not_found</c>, fields.</summary>
    Task<Result> SaveSplitterAsync(Guid splitterId, long version, SaveSplitterRequest request, CancellationToken cancellationToken);

    /// <summary>Takes a splitter out. Errors: <c>plant.outputs_in_use</c> while an end of it is joined, <c>plant.splitter_not_found</c>.</summary>
    Task<Result> RemoveSplitterAsync(Guid splitterId, long version, CancellationToken cancellationToken);
}
