using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>
/// Opens incidents and ends them by themselves. The database decides what is open (a unique key), so that restarts and further nodes change nothing. What a dead router or an outage explains
/// opens hidden; what comes and goes too often stays one incident until it is calm.
/// </summary>
internal sealed class AlertIncidents(PortalContextSource source, AlertBoard board, RuleBook book, ISettingsReader<AlertSettings> settings, IEnumerable<IOutageCover> covers, TimeProvider clock)
{
    public const string By = "alerts";
    private const int AtOnce = 200;
    private const int Tries = 4;

    /// <summary>Opens it; whether it is open now, which it is not within a window that lets nothing open.</summary>
    public async Task<bool> OpenAsync(AlertIncident incident, CancellationToken cancellationToken)
    {
        incident.Key ??= AlertIncident.OpenKeyOf(incident.Kind, incident.SubjectId);
        return await OpenAllAsync([incident], cancellationToken) > 0;
    }

    /// <summary>Opens those that are not open already; gives how many of them are open now. Ids, states and keys are given here.</summary>
    public async Task<int> OpenAllAsync(IReadOnlyList<AlertIncident> wanted, CancellationToken cancellationToken)
    {
        var open = 0;
        foreach (var some in wanted.Chunk(AtOnce))
        {
            open += await OpenSomeAsync(some, cancellationToken);
        }

        if (open > 0)
        {
            await board.PublishAsync(cancellationToken);
        }

        return open;
    }

    /// <summary>Ends the open one of that kind and subject, if any.</summary>
    public Task ResolveAsync(AlertKind kind, Guid subjectId, CancellationToken cancellationToken) => ResolveAsync([AlertIncident.OpenKeyOf(kind, subjectId)], cancellationToken);

    /// <summary>Ends the open ones of these keys; one that flaps ends when it has been calm for long enough.</summary>
    public Task ResolveAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        EndAsync(keys.Chunk(AtOnce).Select(Func<IQueryable<AlertIncident>, IQueryable<AlertIncident>> (some) => open => open.Where(a => some.Contains(a.OpenKey!))), mayFlap: true, cancellationToken);

    /// <summary>Ends everything about a router and what is on it: it is no longer read.</summary>
    public Task ResolveOfRouterAsync(Guid routerId, CancellationToken cancellationToken) => EndAsync([open => open.Where(a => a.RouterId == routerId)], mayFlap: false, cancellationToken);

    /// <summary>Ends everything of a rule that is there no more.</summary>
    public Task ResolveOfRuleAsync(Guid ruleId, CancellationToken cancellationToken) => EndAsync([open => open.Where(a => a.RuleId == ruleId)], mayFlap: false, cancellationToken);

    /// <summary>What else follows from an end: those that it hid show themselves after a while, unless they are over by then.</summary>
    public async Task EndedAsync(PortalDbContext context, IReadOnlyCollection<AlertIncident> ended, DateTime now, CancellationToken cancellationToken)
    {
        var after = TimeSpan.FromSeconds((await settings.GetAsync(cancellationToken)).SurfacesAfterSeconds);
        foreach (var some in ended.Select(a => (Guid?)a.Id).Chunk(AtOnce))
        {
            foreach (var hidden in await context.Set<AlertIncident>().Where(a => a.OpenKey != null && some.Contains(a.SuppressedById)).ToListAsync(cancellationToken))
            {
                hidden.SurfacesAtUtc = now + after;
            }
        }
    }

    /// <summary>When the first step is due of an incident that nobody was told of yet.</summary>
    public static DateTime? FirstStepAt(IReadOnlyList<AlertStep> steps, DateTime fromUtc) => steps.Count > 0 ? fromUtc.AddMinutes(steps[0].AfterMinutes) : null;

    public static AlertMoment Moment(AlertIncident incident, AlertMomentKind kind, DateTime atUtc, TimeProvider clock, string? by = null, string? text = null) =>
        new() { Id = Ids.New(clock), IncidentId = incident.Id, Kind = kind, AtUtc = atUtc, By = by, Text = text };

    private async Task<int> OpenSomeAsync(AlertIncident[] wanted, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = source.CreateForSystem(By);
            var open = await AddAsync(context, wanted, cancellationToken);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return open;
            }
            catch (DbUpdateException exception) when (tries < Tries && (exception is DbUpdateConcurrencyException || exception.IsUniqueViolation()))
            {
                // Another node, or a person, was faster: look again.
            }
        }
    }

    private async Task<int> AddAsync(PortalDbContext context, AlertIncident[] wanted, CancellationToken cancellationToken)
    {
        var (now, page, rules) = (clock.UtcNow(), await book.GetAsync(cancellationToken), await settings.GetAsync(cancellationToken));
        var keys = wanted.Select(a => a.Key!).Distinct().ToArray();
        var there = await context.Set<AlertIncident>().Where(a => a.OpenKey != null && keys.Contains(a.OpenKey)).ToDictionaryAsync(a => a.OpenKey!, cancellationToken);
        var windows = await MaintenanceNow.ReadAsync(context, now, cancellationToken);
        var since = now.AddMinutes(-rules.FlapWindowMinutes);
        var lately = await context.Set<AlertIncident>().AsNoTracking().Where(a => a.OpenedAtUtc > since && keys.Contains(a.Key!)).GroupBy(a => a.Key).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!, g => g.Count, cancellationToken);
        Guid?[] routers = [.. wanted.Select(a => a.RouterId).Where(id => id is not null).Distinct()];
        var dead = await context.Set<AlertIncident>().AsNoTracking().Where(a => a.OpenKey != null && a.Kind == AlertKind.RouterUnreachable && routers.Contains(a.RouterId)).ToDictionaryAsync(a => a.SubjectId, a => (a.Id, a.SubjectName), cancellationToken);
        var behind = await CoveredAsync(wanted, cancellationToken);
        var open = 0;
        foreach (var incident in wanted.DistinctBy(a => a.Key))
        {
            if (there.TryGetValue(incident.Key!, out var known))
            {
                known.CalmSinceUtc = null;
                open++;
                continue;
            }

            var window = windows.Of(incident.RouterId);
            if (window is { Mode: Core.Alerts.Maintenance.MaintenanceMode.NotOpened })
            {
                continue;
            }

            open++;
            (incident.Id, incident.Status, incident.OpenKey, incident.Version) = (Ids.New(clock), AlertStatus.Open, incident.Key, 0);
            (incident.SuppressedById, incident.SuppressedByOutageId) = (null, null);
            incident.MutedUntilUtc = window?.ToUtc;
            context.Add(incident);
            context.Add(Moment(incident, AlertMomentKind.Opened, incident.OpenedAtUtc, clock));
            if (window is not null)
            {
                context.Add(Moment(incident, AlertMomentKind.Muted, now, clock, text: window.Reason));
            }

            incident.IsFlapping = lately.GetValueOrDefault(incident.Key!) + 1 >= rules.FlapsAfter;
            if (incident.IsFlapping)
            {
                context.Add(Moment(incident, AlertMomentKind.Flapping, now, clock));
            }

            Hide(context, incident, dead, behind, now);
            var first = FirstStepAt(page.StepsOf(incident.PolicyId), incident.OpenedAtUtc);
            incident.NextStepAtUtc = incident.IsSuppressed ? null : first < incident.MutedUntilUtc ? incident.MutedUntilUtc : first;
            if (incident.Kind == AlertKind.RouterUnreachable)
            {
                await HideBehindAsync(context, incident, now, cancellationToken);
            }
        }

        return open;
    }

    private void Hide(PortalDbContext context, AlertIncident incident, Dictionary<Guid, (Guid Id, string Name)> dead, IReadOnlyDictionary<Guid, OutageSpan> behind, DateTime now)
    {
        if (incident.Kind is AlertKind.Metric or AlertKind.IsolirKitRed && incident.RouterId is { } router && dead.TryGetValue(router, out var cause))
        {
            incident.SuppressedById = cause.Id;
            context.Add(Moment(incident, AlertMomentKind.Suppressed, now, clock, text: cause.Name));
        }
        else if (behind.TryGetValue(incident.SubjectId, out var outage))
        {
            incident.SuppressedByOutageId = outage.OutageId;
            context.Add(Moment(incident, AlertMomentKind.Suppressed, now, clock));
        }
    }

    /// <summary>What is open of a router that went is a consequence of it.</summary>
    private async Task HideBehindAsync(PortalDbContext context, AlertIncident cause, DateTime now, CancellationToken cancellationToken)
    {
        var hidden = await context.Set<AlertIncident>()
            .Where(a => a.OpenKey != null && a.RouterId == cause.SubjectId && (a.Kind == AlertKind.Metric || a.Kind == AlertKind.IsolirKitRed) && a.SuppressedById == null).ToListAsync(cancellationToken);
        foreach (var incident in hidden)
        {
            (incident.SuppressedById, incident.SurfacesAtUtc, incident.NextStepAtUtc) = (cause.Id, null, null);
            context.Add(Moment(incident, AlertMomentKind.Suppressed, now, clock, text: cause.SubjectName));
        }

        // Those that the same router hid the last time, and that still wait to show themselves.
        foreach (var waiting in await context.Set<AlertIncident>().Where(a => a.OpenKey != null && a.RouterId == cause.SubjectId && a.SuppressedById != null && a.SurfacesAtUtc != null).ToListAsync(cancellationToken))
        {
            (waiting.SuppressedById, waiting.SurfacesAtUtc) = (cause.Id, null);
        }
    }

    private async Task<IReadOnlyDictionary<Guid, OutageSpan>> CoveredAsync(AlertIncident[] wanted, CancellationToken cancellationToken)
    {
        Guid[] lines = [.. wanted.Where(a => a.SubjectKind == Core.Monitoring.Series.SeriesSubjectKind.Access).Select(a => a.SubjectId)];
        var cover = covers.FirstOrDefault();
        return cover is null || lines.Length == 0 ? new Dictionary<Guid, OutageSpan>() : await cover.NowAsync(lines, cancellationToken);
    }

    private async Task EndAsync(IEnumerable<Func<IQueryable<AlertIncident>, IQueryable<AlertIncident>>> which, bool mayFlap, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var some in which)
        {
            changed += await EndSomeAsync(some, mayFlap, cancellationToken);
        }

        if (changed > 0)
        {
            await board.PublishAsync(cancellationToken);
        }
    }

    private async Task<int> EndSomeAsync(Func<IQueryable<AlertIncident>, IQueryable<AlertIncident>> which, bool mayFlap, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var now = clock.UtcNow();
            await using var context = source.CreateForSystem(By);
            var open = await which(context.Set<AlertIncident>().Where(a => a.OpenKey != null)).ToListAsync(cancellationToken);
            if (open.Count == 0)
            {
                return 0;
            }

            foreach (var flapping in open.Where(a => mayFlap && a.IsFlapping))
            {
                flapping.CalmSinceUtc ??= now;
            }

            List<AlertIncident> ended = [.. open.Where(a => !mayFlap || !a.IsFlapping)];
            foreach (var incident in ended)
            {
                incident.Resolve(now, by: null);
                context.Add(Moment(incident, AlertMomentKind.Resolved, now, clock));
            }

            await EndedAsync(context, ended, now, cancellationToken);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return open.Count;
            }
            catch (DbUpdateConcurrencyException) when (tries < Tries)
            {
                // A person changed it at the same moment.
            }
        }
    }
}
