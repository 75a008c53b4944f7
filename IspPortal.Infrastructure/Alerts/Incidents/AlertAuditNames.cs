using IspPortal.Core.Alerts;
using IspPortal.Core.Audit;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>Incidents by the name of what they are about, for the audit.</summary>
internal sealed class AlertAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing.Entity == "alert" && thing.Guid is not null).ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context.Set<AlertIncident>().AsNoTracking().Where(alert => ids.Contains(alert.Id)).ToDictionaryAsync(alert => alert.Id, alert => alert.SubjectName, cancellationToken);
        return wanted.Where(thing => names.ContainsKey(thing.Guid!.Value)).Distinct().ToDictionary(thing => thing, thing => names[thing.Guid!.Value]);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = text.ToLowerInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
        var ids = await context.Set<AlertIncident>().AsNoTracking().Where(alert => alert.SubjectName.ToLower().Contains(key))
            .OrderByDescending(alert => alert.OpenedAtUtc).ThenBy(alert => alert.Id).Take(limit).Select(alert => alert.Id).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return [.. ids.Select(id => id.ToString())];
    }
}
