using IspPortal.Core.Audit;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Customers and accounts by number for the audit: it shows no person's name.</summary>
internal sealed class CustomerAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private const string CustomerEntity = "customer";
    private const string AccountEntity = "billing_account";

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var customers = IdsOf(things, CustomerEntity);
        var accounts = IdsOf(things, AccountEntity);
        var names = new Dictionary<AuditThing, string>();
        if (customers.Count + accounts.Count == 0)
        {
            return names;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var found in await context.Set<Customer>().AsNoTracking().Where(c => customers.Contains(c.Id)).Select(c => new { c.Id, c.Number }).ToListAsync(cancellationToken))
        {
            names[new AuditThing(CustomerEntity, found.Id.ToString())] = found.Number;
        }

        foreach (var found in await context.Set<BillingAccount>().AsNoTracking().Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToListAsync(cancellationToken))
        {
            names[new AuditThing(AccountEntity, found.Id.ToString())] = found.Number;
        }

        return names;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customers = await context.Set<Customer>().AsNoTracking().Where(c => c.Number.StartsWith(number)).OrderBy(c => c.Number).Take(limit).Select(c => c.Id).ToListAsync(cancellationToken);
        var accounts = await context.Set<BillingAccount>().AsNoTracking().Where(a => a.Number.StartsWith(number)).OrderBy(a => a.Number).Take(limit).Select(a => a.Id).ToListAsync(cancellationToken);
        return [.. customers.Concat(accounts).Take(limit).Select(id => id.ToString())];
    }

    private static List<Guid> IdsOf(IEnumerable<AuditThing> things, string entity) =>
        [.. things.Where(thing => thing.Entity == entity && thing.Guid is not null).Select(thing => thing.Guid!.Value).Distinct()];
}
