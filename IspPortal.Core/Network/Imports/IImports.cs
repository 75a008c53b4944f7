using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Imports;

/// <summary>
/// Takes over what a router holds. Nothing on a router changes by it. Reading needs <see cref="NetworkPermissions.RoutersRead"/>, everything else
/// <see cref="NetworkPermissions.AccessesWrite"/>.
/// </summary>
public interface IImports
{
    /// <summary>Imports, the newest first; search over router and author.</summary>
    Task<Result<Page<ImportRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>One import with its sums, or <see cref="ImportErrors.NotFound"/>.</summary>
    Task<Result<ImportDetails>> GetAsync(Guid importId, CancellationToken cancellationToken);

    /// <summary>What was found; search over name, comment and customer.</summary>
    Task<Result<Page<ImportDraftRow>>> ListDraftsAsync(Guid importId, ImportDraftFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the router and the file and judges what was found; gives the import's id. A reading that is cut short is an error and never a short import.
    /// Those with a customer are chosen.
    /// </summary>
    Task<Result<Guid>> BeginAsync(Guid routerId, ImportFile? file, CancellationToken cancellationToken);

    /// <summary>Chooses or leaves out everything of the filter that can be taken; gives how many changed.</summary>
    Task<Result<int>> ChooseAsync(Guid importId, ImportDraftFilter filter, bool chosen, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the chosen lines the portal's, as they are on the router, and turns on the router's observe mode. Gives how many lines were taken. Repeating it
    /// after an interruption takes what is left.
    /// </summary>
    Task<Result<int>> TakeAsync(Guid importId, long version, CancellationToken cancellationToken);

    /// <summary>Throws an import away that was not taken; what was read is forgotten.</summary>
    Task<Result> DiscardAsync(Guid importId, CancellationToken cancellationToken);
}
