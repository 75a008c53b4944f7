using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>What was done to the plant, and taking it back.</summary>
public interface IPlantHistory
{
    /// <summary>Edits, the newest first; of one element, or of all when null. Needs <see cref="MappingPermissions.MapRead"/>.</summary>
    Task<Result<Page<PlantEditRow>>> ListAsync(Guid? elementId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// Takes an edit back; that is an edit itself, which can be taken back too. Needs <see cref="MappingPermissions.PlantWrite"/>. Errors: <c>plant.edit_not_found</c>, <c>plant.edit_undone</c>,
    /// <c>plant.changed_since</c> (something it touched was changed afterwards, or other things hang on it now).
    /// </summary>
    Task<Result> UndoAsync(Guid editId, CancellationToken cancellationToken);
}
