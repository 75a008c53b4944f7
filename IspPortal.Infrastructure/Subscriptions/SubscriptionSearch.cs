using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Finds subscriptions by part of number, user name, fixed address or MAC address for Ctrl+K.</summary>
internal sealed class SubscriptionSearch(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actor.Actor.May(SubscriptionsPermissions.SubscriptionsRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (context.SearchEntriesWith(text, TextSearch.MostForAPalette) is not { } entries)
        {
            return [];
        }

        var ids = entries.Where(e => e.SubjectId != null).Select(e => e.SubjectId!.Value);
        var found = await context.Set<Subscription>().AsNoTracking().Where(s => ids.Contains(s.Id)).OrderByDescending(s => s.Number).Take(limit)
            .Select(s => new { s.Id, s.Number, s.Username, Customer = context.Set<Customer>().Where(c => c.Id == s.CustomerId).Select(c => c.CompanyName ?? c.Name).First() }).ToListAsync(cancellationToken);
        return [.. found.Select(s => new SearchHit("subscription", s.Username, $"{s.Number} · {s.Customer}", $"subscriptions/{s.Id}"))];
    }
}
