using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>
/// What technicians read beside a line on the router names who its customer is now, after a change of the name, a name transfer or a merge. Only words that the portal wrote itself follow:
/// those of lines that were taken over stay, and so does a comment that somebody has rewritten on the router.
/// </summary>
internal sealed class FollowNames(IDbContextFactory<PortalDbContext> contexts, SubscriptionWriting writing)
    : IEventHandler<CustomerRenamed>, IEventHandler<CustomerTransferred>, IEventHandler<CustomerMerged>
{
    public Task HandleAsync(CustomerRenamed domainEvent, CancellationToken cancellationToken) => FollowAsync(domainEvent.CustomerId, cancellationToken);

    public Task HandleAsync(CustomerTransferred domainEvent, CancellationToken cancellationToken) => FollowAsync(domainEvent.CustomerId, cancellationToken);

    public Task HandleAsync(CustomerMerged domainEvent, CancellationToken cancellationToken) => FollowAsync(domainEvent.CustomerId, cancellationToken);

    private async Task FollowAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var name = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == customerId && c.ErasedAtUtc == null).Select(c => c.CompanyName ?? c.Name).FirstOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return;
        }

        var lines = await (
            from subscription in context.Set<Subscription>().AsNoTracking()
            join wanted in context.Set<DesiredAccessRecord>() on subscription.AccessId equals wanted.AccessId
            where subscription.CustomerId == customerId && subscription.Status != SubscriptionStatus.Terminated && wanted.Note != null
            orderby subscription.Number
            select new { subscription.Id, subscription.Number, wanted.Note }).ToListAsync(cancellationToken);
        foreach (var line in lines.Where(line => IsBehind(line.Number, line.Note, name)))
        {
            var followed = await writing.ChangeAsync(
                line.Id,
                null,
                null,
                async (work, token) =>
                {
                    if (work.Lifecycle != AccessLifecycle.Terminated && IsBehind(line.Number, work.Wanted.Note, name))
                    {
                        (work.Wanted.FormerNote, work.Wanted.Note) = (work.Wanted.Note, LineContent.NoteOf(line.Number, name));
                        var account = await work.Context.Set<AccessAccount>().SingleAsync(a => a.Id == work.Wanted.AccessId, token);
                        if (account.SearchKey == AccessAccount.SearchKeyOf(account.Username, work.Wanted.FormerNote))
                        {
                            // No router has shown its comment yet.
                            account.SearchKey = AccessAccount.SearchKeyOf(account.Username, work.Wanted.Note);
                        }

                        if (work.Lifecycle == AccessLifecycle.Live)
                        {
                            work.WantLine("renamed");
                        }
                    }

                    return null;
                },
                cancellationToken);
            if (!followed.Succeeded)
            {
                throw new InvalidOperationException($"Subscription {line.Id} could not follow its customer's name: {followed.Error}");
            }
        }
    }

    private static bool IsBehind(string number, string? note, string name) => note is not null && LineContent.IsNoteOf(number, note) && note != LineContent.NoteOf(number, name);
}
