using IspPortal.Core.Common.Events;
using IspPortal.Core.Customers;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Asks again what a customer is once its line's new status is stored: two lines that changed at the same moment did not see each other.</summary>
internal sealed class FollowLines(IDbContextFactory<PortalDbContext> contexts, ICustomerLifecycle lifecycle) : IEventHandler<SubscriptionStatusChanged>
{
    public async Task HandleAsync(SubscriptionStatusChanged domainEvent, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customerId = await context.Set<Subscription>().Where(s => s.Id == domainEvent.SubscriptionId).Select(s => (Guid?)s.CustomerId).FirstOrDefaultAsync(cancellationToken);
        if (customerId is not { } id)
        {
            return;
        }

        var counts = await context.Set<Subscription>().AsNoTracking().Where(s => s.CustomerId == id)
            .GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var followed = await lifecycle.FollowAsync(id, SubscriptionCounts.LinesOf(status => counts.GetValueOrDefault(status)), null, cancellationToken);
        if (!followed.Succeeded)
        {
            throw new InvalidOperationException($"Customer {id} could not follow its lines: {followed.Error}");
        }
    }
}
