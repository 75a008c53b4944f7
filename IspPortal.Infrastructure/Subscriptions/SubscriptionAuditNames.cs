using IspPortal.Core.Audit;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Subscriptions, their pauses and dated changes by number for the audit.</summary>
internal sealed class SubscriptionAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var names = new Dictionary<AuditThing, string>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var subscriptions = context.Set<Subscription>().AsNoTracking();
        foreach (var group in things.Where(thing => thing.Guid is not null).GroupBy(thing => thing.Entity))
        {
            var ids = group.Select(thing => thing.Guid!.Value).Distinct().ToList();
            var query = group.Key switch
            {
                "subscription" => subscriptions.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Number }),
                "subscription-pause" => context.Set<SubscriptionPause>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, Number = subscriptions.Where(s => s.Id == p.SubscriptionId).Select(s => s.Number).First() }),
                "subscription-change" => context.Set<SubscriptionChange>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Number = subscriptions.Where(s => s.Id == c.SubscriptionId).Select(s => s.Number).First() }),
                "subscription-add-on" => context.Set<SubscriptionAddOn>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Number = subscriptions.Where(s => s.Id == a.SubscriptionId).Select(s => s.Number).First() }),
                "subscription-promotion" => context.Set<SubscriptionPromotion>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, Number = subscriptions.Where(s => s.Id == p.SubscriptionId).Select(s => s.Number).First() }),
                "quota-top-up" => context.Set<QuotaTopUp>().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, Number = subscriptions.Where(s => s.Id == t.SubscriptionId).Select(s => s.Number).First() }),
                _ => null,
            };
            var found = query is null ? [] : await query.ToDictionaryAsync(s => s.Id, s => s.Number, cancellationToken);
            foreach (var thing in group.Distinct().Where(thing => found.ContainsKey(thing.Guid!.Value)))
            {
                names[thing] = found[thing.Guid!.Value];
            }
        }

        return names;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var number = text.Trim().ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<Subscription>().AsNoTracking().Where(s => s.Number.StartsWith(number)).OrderBy(s => s.Number).Take(limit).Select(s => s.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
