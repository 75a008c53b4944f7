using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

internal sealed class AlertDirectory(IDbContextFactory<PortalDbContext> contexts, AlertBoard board, ICurrentActor actor) : IAlertDirectory
{
    private const int MostMoments = 200;

    public async Task<Result<Page<AlertRow>>> ListAsync(AlertFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var query = context.Set<AlertIncident>().AsNoTracking();
        if (filter.Status is { } status)
        {
            query = query.Where(a => a.Status == status);
        }

        if (filter.Severity is { } severity)
        {
            query = query.Where(a => a.Severity == severity);
        }

        if (filter.SubjectId is { } subject)
        {
            query = query.Where(a => a.SubjectId == subject);
        }

        if (filter.ActiveOnly)
        {
            query = query.Where(a => a.OpenKey != null);
        }

        query = filter.RuleId is { } rule ? query.Where(a => a.RuleId == rule) : query;
        query = filter.RouterId is { } router ? query.Where(a => a.RouterId == router) : query;
        query = filter.IsFlapping is { } flapping ? query.Where(a => a.IsFlapping == flapping) : query;
        query = filter.IsSuppressed is { } hidden ? query.Where(a => (a.SuppressedById != null || a.SuppressedByOutageId != null) == hidden) : query;
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            query = query.Where(a => a.SubjectName.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await query.LongCountAsync(cancellationToken);
        var items = await Sort(query, page).ThenByDescending(a => a.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<AlertRow>.Of([.. items.Select(AlertBoard.ToRow)], page, count);
    }

    public async Task<Result<AlertDetails>> GetAsync(Guid alertId, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var incident = await context.Set<AlertIncident>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == alertId, cancellationToken);
        if (incident is null)
        {
            return AlertErrors.NotFound;
        }

        var cause = incident.SuppressedById is { } by ? await context.Set<AlertIncident>().AsNoTracking().Where(a => a.Id == by).Select(a => a.SubjectName).FirstOrDefaultAsync(cancellationToken) : null;
        var moments = await context.Set<AlertMoment>().AsNoTracking().Where(m => m.IncidentId == alertId).OrderBy(m => m.AtUtc).ThenBy(m => m.Id).Take(MostMoments)
            .Select(m => new AlertMomentRow(m.Kind, m.AtUtc, m.By, m.Text)).ToListAsync(cancellationToken);
        var told = await context.Set<AlertTold>().AsNoTracking().Where(t => t.IncidentId == alertId).OrderBy(t => t.AtUtc).ThenBy(t => t.Id).Take(MostMoments)
            .Select(t => new AlertToldRow(t.Step, t.Name ?? t.Address, t.Channel, t.AtUtc)).ToListAsync(cancellationToken);
        var hides = await context.Set<AlertIncident>().CountAsync(a => a.SuppressedById == alertId && a.OpenKey != null, cancellationToken);
        return new AlertDetails(AlertBoard.ToRow(incident), cause, moments, told, incident.NextStepAtUtc, hides);
    }

    public async Task<Result<AlertSummary>> SummaryAsync(CancellationToken cancellationToken) =>
        actor.Deny(AlertPermissions.AlertsRead) is { } denied ? denied : await board.SumAsync(cancellationToken);

    // Enums are stored as words: by rank they sort through a number.
    private static IOrderedQueryable<AlertIncident> Sort(IQueryable<AlertIncident> query, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("severity", false) => query.OrderBy(a => a.Severity == AlertSeverity.Info ? 0 : a.Severity == AlertSeverity.Warning ? 1 : a.Severity == AlertSeverity.Critical ? 2 : 3),
        ("severity", true) => query.OrderByDescending(a => a.Severity == AlertSeverity.Info ? 0 : a.Severity == AlertSeverity.Warning ? 1 : a.Severity == AlertSeverity.Critical ? 2 : 3),
        ("status", false) => query.OrderBy(a => a.Status == AlertStatus.Open ? 0 : a.Status == AlertStatus.Acknowledged ? 1 : 2),
        ("status", true) => query.OrderByDescending(a => a.Status == AlertStatus.Open ? 0 : a.Status == AlertStatus.Acknowledged ? 1 : 2),
        ("subject", false) => query.OrderBy(a => a.SubjectName),
        ("subject", true) => query.OrderByDescending(a => a.SubjectName),
        ("opened", false) => query.OrderBy(a => a.OpenedAtUtc),
        _ => query.OrderByDescending(a => a.OpenedAtUtc),
    };
}
