using IspPortal.Core.Audit;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>Documents for the audit by the number of their customer: it shows no person's name.</summary>
internal sealed class DocumentAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private const string Entity = "customer_document";

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var ids = things.Where(thing => thing.Entity == Entity && thing.Guid is not null).Select(thing => thing.Guid!.Value).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from document in context.Set<CustomerDocument>().AsNoTracking()
            join customer in context.Set<Customer>() on document.CustomerId equals customer.Id
            where ids.Contains(document.Id)
            select new { document.Id, customer.Number }).ToListAsync(cancellationToken);
        return found.ToDictionary(d => new AuditThing(Entity, d.Id.ToString()), d => d.Number);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await (
            from document in context.Set<CustomerDocument>().AsNoTracking()
            join customer in context.Set<Customer>() on document.CustomerId equals customer.Id
            where customer.Number.StartsWith(number)
            orderby document.UploadedAtUtc descending
            select document.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
