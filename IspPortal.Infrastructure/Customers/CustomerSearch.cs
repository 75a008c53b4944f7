using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Finds customers by part of name, number, phone or e-mail for Ctrl+K.</summary>
internal sealed class CustomerSearch(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!actor.Actor.May(CustomersPermissions.CustomersRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (context.CustomersWith(text) is not { } found)
        {
            return [];
        }

        var customers = await context.Set<Customer>().AsNoTracking().Where(c => c.RemovedAtUtc == null && found.Contains(c.Id))
            .OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(limit)
            .Select(c => new { c.Id, c.Number, Name = c.CompanyName ?? c.Name, c.City }).ToListAsync(cancellationToken);
        return [.. customers.Select(c => new SearchHit("customer", c.Name, c.City is null ? c.Number : $"{c.Number} · {c.City}", $"customers/{c.Id}"))];
    }
}
