using IspPortal.Core.Audit;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Reports and schedules for the audit: a schedule by its name, a report by its kind and first day.</summary>
internal sealed class ReportAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private const string ReportEntity = "report";
    private const string ScheduleEntity = "report-schedule";

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var reports = IdsOf(things, ReportEntity);
        var schedules = IdsOf(things, ScheduleEntity);
        Dictionary<AuditThing, string> names = [];
        if (reports.Count + schedules.Count == 0)
        {
            return names;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var report in await context.Set<Report>().AsNoTracking().Where(r => reports.Contains(r.Id)).Select(r => new { r.Id, r.Kind, r.FromOn }).ToListAsync(cancellationToken))
        {
            names[new AuditThing(ReportEntity, report.Id.ToString())] = FormattableString.Invariant($"{report.Kind} {report.FromOn:yyyy-MM-dd}");
        }

        foreach (var schedule in await context.Set<ReportSchedule>().AsNoTracking().Where(s => schedules.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken))
        {
            names[new AuditThing(ScheduleEntity, schedule.Id.ToString())] = schedule.Name;
        }

        return names;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var name = text.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<ReportSchedule>().AsNoTracking().Where(s => s.Name.StartsWith(name)).OrderBy(s => s.Id).Select(s => s.Id).Take(limit).ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.ToString());
    }

    private static List<Guid> IdsOf(IReadOnlyCollection<AuditThing> things, string entity) => [.. things.Where(thing => thing.Entity == entity && thing.Guid is not null).Select(thing => thing.Guid!.Value).Distinct()];
}
