using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Runs by their numbers and billing terms by their account's for the audit.</summary>
internal sealed class BillingAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing is { Entity: "billing-run" or "billing-terms", Guid: not null }).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = await context.Set<BillingRun>().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Number }).ToDictionaryAsync(r => r.Id, r => r.Number, cancellationToken);
        var accounts = await context.Set<BillingAccount>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken);
        return wanted.Select(thing => (thing, Name: (thing.Entity == "billing-run" ? runs : accounts).GetValueOrDefault(thing.Guid!.Value))).Where(found => found.Name is not null)
            .ToDictionary(found => found.thing, found => found.Name!);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<BillingRun>().Where(r => r.Number.StartsWith(number)).OrderBy(r => r.Number).Take(limit).Select(r => r.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
