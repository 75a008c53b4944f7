using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>A port that was kept for a sign-up is kept for what was sold until it is installed, however long that takes.</summary>
internal sealed class FollowSoldPorts(IDbContextFactory<PortalDbContext> contexts, PortChanges changes) : IEventHandler<SubscriptionSold>
{
    public async Task HandleAsync(SubscriptionSold domainEvent, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await Kept(context, domainEvent.SubscriptionId).AnyAsync(cancellationToken))
            {
                return;
            }
        }

        var kept = await changes.RunAsync(
            async context =>
            {
                foreach (var port in await Kept(context, domainEvent.SubscriptionId).ToListAsync(cancellationToken))
                {
                    port.ReservedUntilUtc = null;
                }

                var saved = await context.TrySaveAsync(null, cancellationToken);
                return saved.Succeeded ? Result.Of(true) : saved.Error;
            },
            cancellationToken);
        if (!kept.Succeeded)
        {
            // It is told again.
            throw new InvalidOperationException($"The port for {domainEvent.SubscriptionId} was not kept: {kept.Error}");
        }
    }

    private static IQueryable<OdpPort> Kept(PortalDbContext context, Guid subscriptionId) =>
        context.Set<OdpPort>().Where(p => p.ReservedFor == subscriptionId && p.State == OdpPortState.Reserved && p.ReservedUntilUtc != null);
}
