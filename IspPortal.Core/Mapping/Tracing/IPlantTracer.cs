using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>Follows light through the plant. Everything needs <see cref="MappingPermissions.MapRead"/>.</summary>
public interface IPlantTracer
{
    /// <summary>The way of a line from its house up to the OLT and router; a line without a drop has no steps. <c>network.access_not_found</c>.</summary>
    Task<Result<LineTrace>> TraceAsync(Guid accessId, CancellationToken cancellationToken);

    /// <summary>
    /// The lines below something, the search over user name and customer; <see cref="MappingErrors.ElementNotFound"/>. Whose they are is for those who may see customers, what they bring for those who may see
    /// subscriptions.
    /// </summary>
    Task<Result<LinesBelow>> BelowAsync(PlantElement element, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Where what hangs below something is on the map; <see cref="MappingErrors.ElementNotFound"/>. Houses are for those who may see where lines are.</summary>
    Task<Result<PlantBranch>> BranchAsync(PlantElement element, CancellationToken cancellationToken);
}
