using System.Globalization;
using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Ledger;

/// <summary>Closings by their day for the audit.</summary>
internal sealed class LedgerAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing is { Entity: "day_closing", Guid: not null }).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var days = await context.Set<DayClosing>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.On }).ToDictionaryAsync(c => c.Id, c => c.On, cancellationToken);
        return wanted.Where(thing => days.ContainsKey(thing.Guid!.Value)).ToDictionary(thing => thing, thing => days[thing.Guid!.Value].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<DayClosing>().Where(c => c.On == day).OrderBy(c => c.Id).Take(limit).Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
