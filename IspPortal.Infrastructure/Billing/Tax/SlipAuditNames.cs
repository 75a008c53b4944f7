using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Tax;

/// <summary>Slips by the numbers of their invoices for the audit.</summary>
internal sealed class SlipAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing is { Entity: "withholding-slip", Guid: not null }).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var numbers = await context.Set<Invoice>().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Number }).ToDictionaryAsync(i => i.Id, i => i.Number, cancellationToken);
        return wanted.Where(thing => numbers.GetValueOrDefault(thing.Guid!.Value) is not null).ToDictionary(thing => thing, thing => numbers[thing.Guid!.Value]!);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<WithholdingSlip>().Join(context.Set<Invoice>(), s => s.InvoiceId, i => i.Id, (s, i) => new { i.Id, i.Number })
            .Where(i => i.Number!.StartsWith(number)).OrderBy(i => i.Number).Take(limit).Select(i => i.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
