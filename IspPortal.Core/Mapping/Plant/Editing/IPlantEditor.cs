using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>
/// Draws the plant. Every method needs <see cref="MappingPermissions.PlantWrite"/>, is one transaction, is audited and can be taken back (<see cref="IPlantHistory"/>). Version 0 means a new thing under
/// the given id, so that a second click of the same form finds it there (<c>common.version_conflict</c>).
/// </summary>
public interface IPlantEditor
{
    /// <summary>Draws a node or changes what it is. Errors: <c>plant.name_taken</c>, <c>plant.ports_in_use</c>, <c>plant.not_a_site</c>, <c>plant.node_not_found</c>, fields.</summary>
    Task<Result> SaveNodeAsync(Guid nodeId, long version, SavePlantNodeRequest request, CancellationToken cancellationToken);

    /// <summary>Moves a node; cables that end there follow. Errors: <c>plant.node_not_found</c>, <c>plant.not_on_earth</c>.</summary>
    Task<Result> MoveNodeAsync(Guid nodeId, long version, GeoPoint to, CancellationToken cancellationToken);

    /// <summary>Removes a node on which nothing hangs. Errors: <c>plant.node_in_use</c>, <c>plant.node_not_found</c>.</summary>
    Task<Result> RemoveNodeAsync(Guid nodeId, long version, CancellationToken cancellationToken);

    /// <summary>Draws a cable or changes it. Errors: <c>plant.cable_onto_itself</c>, <c>plant.name_taken</c>, <c>plant.node_not_found</c>, <c>plant.cores_in_use</c>, <c>plant.end_joined</c> (its end cannot go to another node while cores are joined there), fields.</summary>
    Task<Result> SaveCableAsync(Guid cableId, long version, SaveCableRequest request, CancellationToken cancellationToken);

    /// <summary>Lays a cable another way between its nodes. Errors: <c>plant.cable_not_found</c>, <c>plant.not_on_earth</c>, <c>plant.too_many_bends</c>.</summary>
    Task<Result> BendCableAsync(Guid cableId, long version, IReadOnlyList<GeoPoint> bends, CancellationToken cancellationToken);

    /// <summary>Cuts a cable in two at a node. What was joined at side B is joined to the second part. Errors: <c>plant.cable_not_found</c>, <c>plant.split_at_end</c>, those of saving.</summary>
    Task<Result> SplitCableAsync(Guid cableId, long version, SplitCableRequest request, CancellationToken cancellationToken);

    /// <summary>Removes a cable, with its joints only when <paramref name="withJoints"/> says so. Errors: <c>plant.cable_in_use</c>, <c>plant.cable_not_found</c>.</summary>
    Task<Result> RemoveCableAsync(Guid cableId, long version, bool withJoints, CancellationToken cancellationToken);

    /// <summary>Draws a radio link or changes it. Errors: <c>plant.link_onto_itself</c>, <c>plant.not_a_site</c>, <c>plant.name_taken</c>, <c>plant.loop</c>, fields.</summary>
    Task<Result> SaveRadioLinkAsync(Guid linkId, long version, SaveRadioLinkRequest request, CancellationToken cancellationToken);

    /// <summary>Removes a radio link. Errors: <c>plant.link_not_found</c>.</summary>
    Task<Result> RemoveRadioLinkAsync(Guid linkId, long version, CancellationToken cancellationToken);

    /// <summary>Says at which site or tower a router stands; null: nowhere. Errors: <c>plant.not_a_site</c>, <c>network.router_not_found</c>.</summary>
    Task<Result> PlaceRouterAsync(Guid routerId, Guid? nodeId, CancellationToken cancellationToken);
}
