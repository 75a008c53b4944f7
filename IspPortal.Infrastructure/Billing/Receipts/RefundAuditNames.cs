using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Refunds by their numbers for the audit.</summary>
internal sealed class RefundAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing is { Entity: "refund", Guid: not null }).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var numbers = await context.Set<Refund>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Number, cancellationToken);
        return wanted.Where(thing => numbers.ContainsKey(thing.Guid!.Value)).ToDictionary(thing => thing, thing => numbers[thing.Guid!.Value]);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<Refund>().Where(r => r.Number.StartsWith(number)).OrderBy(r => r.Number).Take(limit).Select(r => r.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
