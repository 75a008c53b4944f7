using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Finds customers by part of name, number, phone or e-mail for Ctrl+K; by the whole identity or tax number for those who may see it.</summary>
internal sealed class CustomerSearch(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, DuplicateFinder duplicates) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actor.Actor.May(CustomersPermissions.CustomersRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (context.SearchEntriesWith(text, TextSearch.MostForAPalette)?.Select(entry => entry.CustomerId) is not { } found)
        {
            return [];
        }

        var kept = context.Set<Customer>().AsNoTracking().Where(c => c.RemovedAtUtc == null);
        var numbered = actor.Actor.May(CustomersPermissions.CustomersIdentity) && duplicates.NumberHashOf(text) is { } number ? context.CustomersWithNumber(number) : null;
        kept = numbered is null ? kept.Where(c => found.Contains(c.Id)) : kept.Where(c => numbered.Contains(c.Id) || found.Contains(c.Id));
        var customers = await kept
            .OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(limit)
            .Select(c => new { c.Id, c.Number, Name = c.CompanyName ?? c.Name, c.City }).ToListAsync(cancellationToken);
        return [.. customers.Select(c => new SearchHit("customer", c.Name, c.City is null ? c.Number : $"{c.Number} · {c.City}", $"customers/{c.Id}"))];
    }
}
