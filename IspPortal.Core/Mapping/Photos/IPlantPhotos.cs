using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers.Documents;

namespace IspPortal.Core.Mapping.Photos;

/// <summary>Photos of nodes of the plant, up to twenty of each. A node with photos is in use: it is removed after them.</summary>
public interface IPlantPhotos
{
    /// <summary>The photos of a node, the newest first. Needs <see cref="MappingPermissions.MapRead"/>. Errors: <c>plant.node_not_found</c>.</summary>
    Task<Result<IReadOnlyList<PlantPhotoRow>>> ListAsync(Guid nodeId, CancellationToken cancellationToken);

    /// <summary>The picture. Needs <see cref="MappingPermissions.MapRead"/>. Errors: <c>plant.photo_not_found</c> (also when its file is gone).</summary>
    Task<Result<DocumentContent>> OpenAsync(Guid photoId, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a photo; the same id with the same file twice is one. Needs <see cref="MappingPermissions.PortsWrite"/>. Errors: <c>plant.node_not_found</c>, <c>plant.too_many_photos</c>, <c>plant.same_photo</c>,
    /// <c>plant.not_a_photo</c> and what is wrong with a file (<see cref="DocumentErrors"/>), fields.
    /// </summary>
    Task<Result<Guid>> AddAsync(Guid photoId, AddPlantPhotoRequest request, CancellationToken cancellationToken);

    /// <summary>Removes a photo for good. Needs <see cref="MappingPermissions.PortsWrite"/>. Errors: <c>plant.photo_not_found</c>.</summary>
    Task<Result> RemoveAsync(Guid photoId, CancellationToken cancellationToken);
}
