using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>A port that was kept for a sign-up that was thrown away, or for a line that ended before it was installed, is free at once.</summary>
internal sealed class FreeGivenUpPorts(IDbContextFactory<PortalDbContext> contexts, PortChanges changes) : IEventHandler<SignUpDiscarded>, IEventHandler<SubscriptionStatusChanged>
{
    public Task HandleAsync(SignUpDiscarded domainEvent, CancellationToken cancellationToken) => FreeAsync(domainEvent.SignUpId, cancellationToken);

    public Task HandleAsync(SubscriptionStatusChanged domainEvent, CancellationToken cancellationToken) => FreeAsync(domainEvent.SubscriptionId, cancellationToken);

    private async Task FreeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await GivenUp(context, id).AnyAsync(cancellationToken))
            {
                return;
            }
        }

        var freed = await changes.RunAsync(
            async context =>
            {
                context.RemoveRange(await GivenUp(context, id).ToListAsync(cancellationToken));
                var saved = await context.TrySaveAsync(null, cancellationToken);
                return saved.Succeeded ? Result.Of(true) : saved.Error;
            },
            cancellationToken);
        if (!freed.Succeeded)
        {
            // It is told again.
            throw new InvalidOperationException($"The port for {id} was not freed: {freed.Error}");
        }
    }

    // Told late, the sign-up may have been begun anew or sold: then the port is wanted after all.
    private static IQueryable<OdpPort> GivenUp(PortalDbContext context, Guid id) => context.Set<OdpPort>().Where(p => p.ReservedFor == id && p.State == OdpPortState.Reserved
        && !context.Set<SignUpDraft>().Any(d => d.Id == id) && !context.Set<Subscription>().Any(s => s.Id == id && s.Status != SubscriptionStatus.Terminated));
}
