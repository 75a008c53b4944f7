using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Takes back plans that changed more than routers: reversing their steps alone would leave the rest as it is. All of them are asked.</summary>
internal interface IOwnUndo
{
    /// <summary>The id of the draft that takes the plan back, or why there is none; null: the plan is none of its own.</summary>
    Task<Result<Guid>?> UndoAsync(AccessPlanRecord plan, CancellationToken cancellationToken);
}
