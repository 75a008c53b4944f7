using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Plans that add-ons, promotions and campaigns name.</summary>
internal static class PlanLinks
{
    /// <summary>A field error when one of them does not exist; else null.</summary>
    public static async Task<Error?> MissingAsync(PortalDbContext context, IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken)
    {
        var ids = planIds.Distinct().ToList();
        return ids.Count == 0 || await context.Set<ServicePlan>().CountAsync(p => ids.Contains(p.Id), cancellationToken) == ids.Count
            ? null
            : CommonErrors.Invalid([new FieldError("planIds", "plans.plan_not_found")]);
    }
}
