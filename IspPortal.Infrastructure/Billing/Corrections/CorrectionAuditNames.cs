using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Corrections;

/// <summary>Invoices and credit notes by their numbers for the audit.</summary>
internal sealed class CorrectionAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing is { Entity: "credit-note" or "invoice", Guid: not null }).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = await context.Set<CreditNote>().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => (string?)n.Number, cancellationToken);
        var invoices = await context.Set<Invoice>().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number, cancellationToken);
        return wanted.Select(thing => (thing, Name: (thing.Entity == "invoice" ? invoices : notes).GetValueOrDefault(thing.Guid!.Value))).Where(found => found.Name is not null)
            .ToDictionary(found => found.thing, found => found.Name!);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = await context.Set<CreditNote>().Where(n => n.Number.StartsWith(number)).OrderBy(n => n.Number).Take(limit).Select(n => n.Id).ToListAsync(cancellationToken);
        var invoices = await context.Set<Invoice>().Where(i => i.Number!.StartsWith(number)).OrderBy(i => i.Number).Take(limit).Select(i => i.Id).ToListAsync(cancellationToken);
        return [.. notes.Concat(invoices).Take(limit).Select(id => id.ToString())];
    }
}
