using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>What time does to incidents: what was hidden comes up, what flapped and has been calm ends, what is behind an outage hides.</summary>
internal sealed class AlertTide(PortalContextSource source, AlertIncidents incidents, AlertBoard board, RuleBook book, ISettingsReader<AlertSettings> settings, IEnumerable<IOutageCover> covers, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <summary>One look; gives how many changed.</summary>
    public async Task<int> TurnAsync(CancellationToken cancellationToken)
    {
        var changed = await CalmAsync(cancellationToken) + await SurfaceAsync(cancellationToken) + await FollowOutagesAsync(cancellationToken);
        if (changed > 0)
        {
            await board.PublishAsync(cancellationToken);
        }

        return changed;
    }

    /// <summary>Takes away what has been over for longer than it is kept.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).KeepDays);
        await using var context = source.CreateForSystem(AlertIncidents.By);
        var old = context.Set<AlertIncident>().Where(a => a.OpenKey == null && a.ResolvedAtUtc < before).Select(a => a.Id);
        await context.Set<AlertMoment>().Where(m => old.Contains(m.IncidentId)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Core.Alerts.Escalation.AlertTold>().Where(t => old.Contains(t.IncidentId)).ExecuteDeleteAsync(cancellationToken);
        return await context.Set<AlertIncident>().Where(a => a.OpenKey == null && a.ResolvedAtUtc < before).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<int> CalmAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var calmSince = now.AddMinutes(-(await settings.GetAsync(cancellationToken)).CalmMinutes);
        await using var context = source.CreateForSystem(AlertIncidents.By);
        var calm = await context.Set<AlertIncident>().Where(a => a.OpenKey != null && a.CalmSinceUtc <= calmSince).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var incident in calm)
        {
            incident.Resolve(now, by: null);
            context.Add(AlertIncidents.Moment(incident, AlertMomentKind.Resolved, now, clock));
        }

        await incidents.EndedAsync(context, calm, now, cancellationToken);
        return await SaveAsync(context, calm.Count, cancellationToken);
    }

    private async Task<int> SurfaceAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = source.CreateForSystem(AlertIncidents.By);
        var due = await context.Set<AlertIncident>().Where(a => a.OpenKey != null && a.SurfacesAtUtc <= now).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var incident in due)
        {
            await ComeUpAsync(context, incident, now, cancellationToken);
        }

        return await SaveAsync(context, due.Count, cancellationToken);
    }

    private async Task<int> FollowOutagesAsync(CancellationToken cancellationToken)
    {
        if (covers.FirstOrDefault() is not { } cover)
        {
            return 0;
        }

        var now = clock.UtcNow();
        var after = TimeSpan.FromSeconds((await settings.GetAsync(cancellationToken)).SurfacesAfterSeconds);
        await using var context = source.CreateForSystem(AlertIncidents.By);
        var lines = await context.Set<AlertIncident>().AsNoTracking().Where(a => a.OpenKey != null && a.SubjectKind == SeriesSubjectKind.Access && a.SuppressedById == null)
            .Select(a => new { a.Id, a.SubjectId, a.SuppressedByOutageId, a.SurfacesAtUtc }).ToListAsync(cancellationToken);
        if (lines.Count == 0)
        {
            return 0;
        }

        var behind = await cover.NowAsync([.. lines.Select(l => l.SubjectId).Distinct()], cancellationToken);
        Guid[] turned = [.. lines.Where(l => behind.ContainsKey(l.SubjectId) ? l.SuppressedByOutageId is null || l.SurfacesAtUtc is not null : l is { SuppressedByOutageId: not null, SurfacesAtUtc: null }).Select(l => l.Id).Take(AtOnce)];
        foreach (var incident in await context.Set<AlertIncident>().Where(a => turned.Contains(a.Id)).ToListAsync(cancellationToken))
        {
            if (!behind.TryGetValue(incident.SubjectId, out var outage))
            {
                incident.SurfacesAtUtc = now + after;
                continue;
            }

            if (incident.SuppressedByOutageId is null)
            {
                context.Add(AlertIncidents.Moment(incident, AlertMomentKind.Suppressed, now, clock));
            }

            (incident.SuppressedByOutageId, incident.SurfacesAtUtc, incident.NextStepAtUtc) = (outage.OutageId, null, null);
        }

        return await SaveAsync(context, turned.Length, cancellationToken);
    }

    private async Task ComeUpAsync(PortalDbContext context, AlertIncident incident, DateTime now, CancellationToken cancellationToken)
    {
        (incident.SuppressedById, incident.SuppressedByOutageId, incident.SurfacesAtUtc) = (null, null, null);
        var steps = (await book.GetAsync(cancellationToken)).StepsOf(incident.PolicyId);
        if (incident.Status == AlertStatus.Open && incident.StepsDone < steps.Count)
        {
            // It counts from now: nobody could have seen it before.
            incident.NextStepAtUtc = now.AddMinutes(steps[incident.StepsDone].AfterMinutes);
        }

        context.Add(AlertIncidents.Moment(incident, AlertMomentKind.Surfaced, now, clock));
    }

    // Whoever changed one at the same moment was faster: the next look sees it.
    private static async Task<int> SaveAsync(PortalDbContext context, int changed, CancellationToken cancellationToken)
    {
        if (changed == 0)
        {
            return 0;
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return changed;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0;
        }
    }
}
