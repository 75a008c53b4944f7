using IspPortal.Core.Common.Lines;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

internal sealed class LinePlans(PortalContextSource source) : ILinePlans
{
    public async Task<IReadOnlyDictionary<Guid, Guid>> PlansAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("line-plans");
        var lines = await context.Set<Subscription>().AsNoTracking().Where(s => s.Status != SubscriptionStatus.Terminated).Select(s => new { s.AccessId, s.PlanId }).ToListAsync(cancellationToken);
        return lines.ToDictionary(l => l.AccessId, l => l.PlanId);
    }
}
