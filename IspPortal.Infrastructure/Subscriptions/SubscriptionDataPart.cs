using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>What subscriptions hold about a person. The user name stays: it is reserved, and the router's history is kept by it.</summary>
internal sealed class SubscriptionDataPart : ICustomerDataPart
{
    public string Name => "subscriptions";

    public async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        var held = await context.Set<Subscription>().AsNoTracking().Where(s => s.CustomerId == customerId).OrderBy(s => s.Number)
            .Select(s => new { s.Number, s.Username, s.Status, s.StartsOn, s.EndsOn, s.Address, s.Latitude, s.Longitude, s.Note, s.ActivatedAtUtc, s.TerminatedAtUtc, s.TerminationReason }).ToListAsync(cancellationToken);
        return held.Count == 0 ? null : held;
    }

    public async Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        context.RemoveRange(await context.Set<SignUpDraft>().Where(d => d.CustomerId == customerId).ToListAsync(cancellationToken));
        foreach (var subscription in await context.Set<Subscription>().Where(s => s.CustomerId == customerId).ToListAsync(cancellationToken))
        {
            subscription.Address = subscription.Note = subscription.TerminationReason = null;
            subscription.Latitude = subscription.Longitude = null;
            // Technicians read the name in the note; the next comparison leaves it to the router, which forgets the account by itself.
            (await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.AccessId == subscription.AccessId, cancellationToken))?.Note = subscription.Number;
        }
    }
}
