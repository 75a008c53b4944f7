using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Capacity;

/// <summary>How full the plant is, and where it is missing. Everything needs <see cref="MappingPermissions.MapRead"/>.</summary>
public interface IPlantCapacity
{
    /// <summary>Areas, the fullest first; search over the name; sorts: fill (default), area, free, odps.</summary>
    Task<Result<Page<AreaCapacity>>> ListAreasAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Where houses without a drop are that no free port reaches, most houses first.</summary>
    Task<Result<Page<PlaceToBuild>>> ListPlacesToBuildAsync(PageRequest page, CancellationToken cancellationToken);
}
