using IspPortal.Core.Customers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Subscriptions go with their billing accounts when two customers become one.</summary>
internal sealed class SubscriptionMergeParts : ICustomerMergePart
{
    public async Task<IReadOnlyList<MergePart>> CountAsync(PortalDbContext context, Guid mergedId, CancellationToken cancellationToken) =>
        [new("subscriptions", await context.Set<Subscription>().CountAsync(s => s.CustomerId == mergedId, cancellationToken))];

    public async Task MoveAsync(PortalDbContext context, Customer merged, Customer survivor, CancellationToken cancellationToken)
    {
        foreach (var subscription in await context.Set<Subscription>().Where(s => s.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            subscription.CustomerId = survivor.Id;
        }

        foreach (var entry in await context.Set<SubscriptionHistoryEntry>().Where(h => h.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            entry.CustomerId = survivor.Id;
        }

        foreach (var entry in await context.Set<CustomerSearchEntry>().Where(e => e.CustomerId == merged.Id && e.SubjectId != null).ToListAsync(cancellationToken))
        {
            entry.CustomerId = survivor.Id;
        }

        foreach (var draft in await context.Set<SignUpDraft>().Where(d => d.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            // Who goes on with it chooses the survivor.
            context.Remove(draft);
            context.AddEvent(new SignUpDiscarded(draft.Id));
        }

        // What the survivor is follows from all of them; the event asks again once they are its own.
        foreach (var id in await context.Set<Subscription>().Where(s => s.CustomerId == merged.Id).OrderBy(s => s.Id).Select(s => s.Id).Take(1).ToListAsync(cancellationToken))
        {
            context.AddEvent(new SubscriptionStatusChanged(id));
        }
    }
}
