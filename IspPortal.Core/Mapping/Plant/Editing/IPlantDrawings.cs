using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>Things of the plant as they are drawn, for who changes them. Needs <see cref="MappingPermissions.MapRead"/>.</summary>
public interface IPlantDrawings
{
    /// <summary>A node. Errors: <c>plant.node_not_found</c>.</summary>
    Task<Result<Drawn<SavePlantNodeRequest>>> NodeAsync(Guid nodeId, CancellationToken cancellationToken);

    /// <summary>A cable with all its bends. Errors: <c>plant.cable_not_found</c>.</summary>
    Task<Result<Drawn<SaveCableRequest>>> CableAsync(Guid cableId, CancellationToken cancellationToken);

    /// <summary>A radio link. Errors: <c>plant.link_not_found</c>.</summary>
    Task<Result<Drawn<SaveRadioLinkRequest>>> RadioLinkAsync(Guid linkId, CancellationToken cancellationToken);

    /// <summary>Every end of fibre that comes to a node, joined or not: cores by cable, splitters, ports. Errors: <c>plant.node_not_found</c>.</summary>
    Task<Result<NodeFibre>> FibreAsync(Guid nodeId, CancellationToken cancellationToken);
}
