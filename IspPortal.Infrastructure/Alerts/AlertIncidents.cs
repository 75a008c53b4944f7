using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts;

/// <summary>Opens incidents and ends them by themselves. The database decides what is open (a unique key), so that restarts and further nodes change nothing.</summary>
internal sealed class AlertIncidents(PortalContextSource source, AlertBoard board, TimeProvider clock)
{
    private const string Job = "alerts";

    /// <summary>Opens it unless one of that kind and subject is open already; id, status and key are given here.</summary>
    public async Task OpenAsync(AlertIncident incident, CancellationToken cancellationToken)
    {
        incident.Id = Ids.New(clock);
        incident.Status = AlertStatus.Open;
        incident.OpenKey = AlertIncident.OpenKeyOf(incident.Kind, incident.SubjectId);
        await using var context = source.CreateForSystem(Job);
        if (await context.Set<AlertIncident>().AnyAsync(a => a.OpenKey == incident.OpenKey, cancellationToken))
        {
            return;
        }

        context.Add(incident);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return; // Another node opened it first.
        }

        await board.PublishAsync(cancellationToken);
    }

    /// <summary>Ends the open one of that kind and subject, if any.</summary>
    public async Task ResolveAsync(AlertKind kind, Guid subjectId, CancellationToken cancellationToken)
    {
        var key = AlertIncident.OpenKeyOf(kind, subjectId);
        await using var context = source.CreateForSystem(Job);
        var incident = await context.Set<AlertIncident>().FirstOrDefaultAsync(a => a.OpenKey == key, cancellationToken);
        if (incident is null)
        {
            return;
        }

        incident.Resolve(clock.UtcNow(), by: null);
        await context.SaveChangesAsync(cancellationToken);
        await board.PublishAsync(cancellationToken);
    }
}
