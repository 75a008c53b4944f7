using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Pairs;

/// <summary>
/// Pairs of routers: keeps twins alike, moves the lines of a dead router to its partner and brings them back. It only says where lines are and prepares
/// plans (<see cref="Provisioning.IAccessPlans"/>); nothing is written to a router before a person applies them. Every change is audited.
/// </summary>
public interface IRouterPairs
{
    /// <summary>The pair as seen from a router. Needs <see cref="NetworkPermissions.RoutersRead"/>.</summary>
    Task<Result<RouterPair>> GetAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>Lists the live lines of a pair; search over username; sorts: username, router. Needs <see cref="NetworkPermissions.SessionsRead"/>. <see cref="PairErrors.NotPaired"/> without a partner.</summary>
    Task<Result<Page<PairLineRow>>> ListLinesAsync(Guid routerId, PairLineFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What an action would mean; reads routers, changes nothing. Needs <see cref="NetworkPermissions.RoutersApply"/>.</summary>
    Task<Result<PairPreview>> PreviewAsync(Guid routerId, PairRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Does what the action says in the portal and makes the draft of its plan. Needs <see cref="NetworkPermissions.RoutersApply"/> and
    /// <see cref="NetworkPermissions.AccessesWrite"/>. Fails with the router's error when the router that lines are to be put on cannot be read.
    /// </summary>
    Task<Result<PairOutcome>> PlanAsync(Guid routerId, PairRequest request, CancellationToken cancellationToken);
}
