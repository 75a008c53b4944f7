using System.Globalization;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Alerts.OnCall;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Escalation;

/// <summary>
/// Tells people of incidents: each step when it is due, each person once, and everybody who was told when it is over. When a step is due stands in the incident's row, and the message outbox
/// knows what it took by subject, kind and address: a portal that is killed in between tells nobody twice and forgets nobody.
/// </summary>
internal sealed class AlertEscalation(PortalContextSource source, RuleBook book, OnCallReading people, IMessageOutbox outbox, AlertWords words, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Everything that is due; gives how many messages were queued.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken) => await StepsAsync(cancellationToken) + await AllClearsAsync(cancellationToken);

    private async Task<int> StepsAsync(CancellationToken cancellationToken)
    {
        var (now, queued) = (clock.UtcNow(), 0);
        await using var context = source.CreateForSystem(EscalateAlertsJob.Key);
        var due = await context.Set<AlertIncident>()
            .Where(a => a.NextStepAtUtc <= now && a.Status == AlertStatus.Open && a.CalmSinceUtc == null && a.SuppressedById == null && a.SuppressedByOutageId == null && (a.MutedUntilUtc == null || a.MutedUntilUtc <= now))
            .OrderBy(a => a.NextStepAtUtc).ThenBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        var page = await book.GetAsync(cancellationToken);
        var staff = await people.PeopleAsync(context, cancellationToken);
        var rota = await people.RotaAsync(context, now.AddDays(-1), cancellationToken);
        foreach (var incident in due)
        {
            var steps = page.StepsOf(incident.PolicyId);
            if (incident.StepsDone < steps.Count)
            {
                queued += await TellAsync(context, incident, steps[incident.StepsDone], staff, rota.WhoAt(now), now, cancellationToken);
                incident.StepsDone++;
            }

            incident.NextStepAtUtc = incident.StepsDone >= steps.Count || incident.StepsDone == 0 ? null
                : now.AddMinutes(steps[incident.StepsDone].AfterMinutes - steps[incident.StepsDone - 1].AfterMinutes);
            await SaveAsync(context, incident, cancellationToken);
        }

        return queued;
    }

    private async Task<int> TellAsync(PortalDbContext context, AlertIncident incident, AlertStep step, IReadOnlyList<StaffMember> staff, Guid? onCall, DateTime now, CancellationToken cancellationToken)
    {
        var number = incident.StepsDone + 1;
        var told = await context.Set<AlertTold>().AsNoTracking().Where(t => t.IncidentId == incident.Id).ToListAsync(cancellationToken);
        var queued = 0;
        foreach (var (to, kind) in Recipients(step, staff, onCall, number))
        {
            if (told.Exists(t => (t.UserId is not null && t.UserId == to.UserId && t.Step != number) || (t.Channel == to.Channel && t.Address == to.Address)))
            {
                continue;
            }

            var order = new MessageOrder(number == 1 ? AlertMessages.Opened : AlertMessages.Escalated, incident.Id, kind, [to], await words.ValuesAsync(incident, to.Language, cancellationToken));
            var taken = await outbox.QueueAsync(order, cancellationToken);
            if (!taken.Succeeded)
            {
                continue;
            }

            queued += taken.Value;
            var row = new AlertTold { Id = Ids.New(clock), IncidentId = incident.Id, Step = number, Kind = kind, Channel = to.Channel, Address = to.Address, UserId = to.UserId, Name = to.Name, Language = to.Language, AtUtc = now };
            told.Add(row);
            context.Add(row);
        }

        return queued;
    }

    private static IEnumerable<(MessageRecipient To, string Kind)> Recipients(AlertStep step, IReadOnlyList<StaffMember> staff, Guid? onCall, int number)
    {
        foreach (var person in staff.Where(p => (step.OnCall && p.UserId == onCall) || step.UserIds.Contains(p.UserId) || p.Roles.Any(r => step.Roles.Contains(r, StringComparer.Ordinal))))
        {
            foreach (var (channel, address) in person.Addresses)
            {
                yield return (new MessageRecipient(channel, address, person.Name, person.Language, UserId: person.UserId), string.Create(CultureInfo.InvariantCulture, $"step-{number}-{person.UserId:N}"));
            }
        }

        foreach (var room in step.Rooms)
        {
            yield return (new MessageRecipient(room.Channel, room.Address, null, "en"), string.Create(CultureInfo.InvariantCulture, $"step-{number}-room"));
        }
    }

    private async Task<int> AllClearsAsync(CancellationToken cancellationToken)
    {
        var queued = 0;
        await using var context = source.CreateForSystem(EscalateAlertsJob.Key);
        var over = await context.Set<AlertIncident>().Where(a => a.OwesAllClear).OrderBy(a => a.ResolvedAtUtc).ThenBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var incident in over)
        {
            var told = await context.Set<AlertTold>().AsNoTracking().Where(t => t.IncidentId == incident.Id).OrderBy(t => t.Id).ToListAsync(cancellationToken);
            var unsent = told.Count == 0 ? 0 : await outbox.DropAsync(incident.Id, [.. told.Select(t => t.Kind).Distinct()], cancellationToken);

            // Whoever never heard that it began need not hear that it is over.
            foreach (var person in unsent >= told.Count ? [] : told)
            {
                var to = new MessageRecipient(person.Channel, person.Address, person.Name, person.Language, UserId: person.UserId);
                var taken = await outbox.QueueAsync(new MessageOrder(AlertMessages.Resolved, incident.Id, "resolved", [to], await words.ValuesAsync(incident, person.Language, cancellationToken)), cancellationToken);
                queued += taken.ValueOr(0);
            }

            incident.OwesAllClear = false;
            await SaveAsync(context, incident, cancellationToken);
        }

        return queued;
    }

    // Somebody took it or ended it at this very moment: their change stands, and what was told is kept beside it.
    private static async Task SaveAsync(PortalDbContext context, AlertIncident incident, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            var steps = incident.StepsDone;
            await context.Entry(incident).ReloadAsync(cancellationToken);
            incident.StepsDone = Math.Max(steps, incident.StepsDone);
            incident.OwesAllClear = incident.OpenKey is null && incident.StepsDone > 0;
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
