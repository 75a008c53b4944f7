using IspPortal.Core.Alerts;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

internal sealed class AlertDesk(
    IDbContextFactory<PortalDbContext> contexts, AlertBoard board, AlertIncidents incidents, RouterWatch watch, ICurrentActor actor, TimeProvider clock) : IAlertDesk
{
    private const int LongestNote = 1000;

    public async Task<Result> AcknowledgeAsync(Guid alertId, long? version, string? note, CancellationToken cancellationToken)
    {
        if (Refuse(note) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var incident = await context.Set<AlertIncident>().FirstOrDefaultAsync(a => a.Id == alertId, cancellationToken);
        if (incident is null || incident.Status != AlertStatus.Open)
        {
            return incident is null ? AlertErrors.NotFound
                : incident.Status == AlertStatus.Resolved ? AlertErrors.AlreadyResolved
                : version is null || incident.AcknowledgedBy == actor.Actor.Name ? Result.Success
                : AlertErrors.AlreadyTaken(incident.AcknowledgedBy ?? "");
        }

        incident.Status = AlertStatus.Acknowledged;
        incident.AcknowledgedAtUtc = clock.UtcNow();
        incident.AcknowledgedBy = actor.Actor.Name;
        incident.NextStepAtUtc = null;
        incident.Note = NullIfBlank(note) ?? incident.Note;
        context.Add(AlertIncidents.Moment(incident, AlertMomentKind.Acknowledged, clock.UtcNow(), clock, actor.Actor.Name, NullIfBlank(note)));
        return await SaveAsync(context, cancellationToken);
    }

    public async Task<Result> ResolveAsync(Guid alertId, long? version, string note, CancellationToken cancellationToken)
    {
        if (Refuse(note) is { } refused)
        {
            return refused;
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            return AlertErrors.NoteRequired;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var incident = await context.Set<AlertIncident>().FirstOrDefaultAsync(a => a.Id == alertId, cancellationToken);
        if (incident is null || incident.Status == AlertStatus.Resolved)
        {
            return incident is null ? AlertErrors.NotFound : AlertErrors.AlreadyResolved;
        }

        // What the poll writes raises the version too; only what another person did is worth stopping for.
        if (version is { } seen && incident.Version != seen && incident.Status == AlertStatus.Acknowledged && incident.AcknowledgedBy is { } taker && taker != actor.Actor.Name)
        {
            return AlertErrors.AlreadyTaken(taker);
        }

        incident.Resolve(clock.UtcNow(), actor.Actor.Name);
        incident.Note = note.Trim();
        context.Add(AlertIncidents.Moment(incident, AlertMomentKind.Resolved, clock.UtcNow(), clock, actor.Actor.Name, note.Trim()));
        await incidents.EndedAsync(context, [incident], clock.UtcNow(), cancellationToken);
        var saved = await SaveAsync(context, cancellationToken);
        watch.Forget(incident.SubjectId);
        return saved;
    }

    public async Task<Result> NoteAsync(Guid alertId, string note, CancellationToken cancellationToken)
    {
        if ((Refuse(note) ?? (string.IsNullOrWhiteSpace(note) ? AlertErrors.NoteRequired : null)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var incident = await context.Set<AlertIncident>().FirstOrDefaultAsync(a => a.Id == alertId, cancellationToken);
        if (incident is null)
        {
            return AlertErrors.NotFound;
        }

        incident.Note = note.Trim();
        context.Add(AlertIncidents.Moment(incident, AlertMomentKind.Noted, clock.UtcNow(), clock, actor.Actor.Name, note.Trim()));
        return await SaveAsync(context, cancellationToken);
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private Error? Refuse(string? note) => actor.Deny(AlertPermissions.AlertsWrite)
        ?? (note?.Length > LongestNote ? CommonErrors.Invalid([new FieldError("note", "common.too_long", LongestNote)]) : PlainText.Refuse(note, "note"));

    private async Task<Result> SaveAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await board.PublishAsync(cancellationToken);
        }

        return saved;
    }
}
