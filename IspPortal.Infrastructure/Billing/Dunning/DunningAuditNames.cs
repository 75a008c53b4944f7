using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Isolir runs by their numbers; promises, exceptions and waivers by their account's or bill's for the audit.</summary>
internal sealed class DunningAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private static readonly string[] Ours = ["isolir-run", "payment-promise", "dunning-terms", "late-fee-waiver"];

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing.Guid is not null && Ours.Contains(thing.Entity, StringComparer.Ordinal)).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = await context.Set<IsolirRun>().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Number }).ToDictionaryAsync(r => r.Id, r => r.Number, cancellationToken);
        var accounts = await context.Set<BillingAccount>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken);
        var promises = await context.Set<PaymentPromise>().Where(p => ids.Contains(p.Id)).Join(context.Set<BillingAccount>(), p => p.BillingAccountId, a => a.Id, (p, a) => new { p.Id, a.Number }).ToDictionaryAsync(p => p.Id, p => p.Number, cancellationToken);
        var waivers = await context.Set<LateFeeWaiver>().Where(w => ids.Contains(w.Id)).Join(context.Set<Invoice>(), w => w.InvoiceId, i => i.Id, (w, i) => new { w.Id, i.Number }).ToDictionaryAsync(w => w.Id, w => w.Number!, cancellationToken);
        return wanted
            .Select(thing => (thing, Name: (thing.Entity switch { "isolir-run" => runs, "payment-promise" => promises, "late-fee-waiver" => waivers, _ => accounts }).GetValueOrDefault(thing.Guid!.Value)))
            .Where(found => found.Name is not null).ToDictionary(found => found.thing, found => found.Name!);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<IsolirRun>().Where(r => r.Number.StartsWith(number)).OrderBy(r => r.Number).Take(limit).Select(r => r.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
