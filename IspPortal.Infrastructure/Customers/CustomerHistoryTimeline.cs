using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Turning points and notes of a customer.</summary>
internal sealed class CustomerHistoryTimeline(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ITimelineSource
{
    private const string Lifecycle = "lifecycle";
    private const string Note = "note";

    public IReadOnlyList<string> Kinds => [Lifecycle, Note];

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        if (query.Subject.Kind != TimelineSubject.Customer || !actor.Actor.May(CustomersPermissions.CustomersRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = new List<TimelineEntry>();
        var until = query.UntilUtc();
        if (query.Wants(Lifecycle))
        {
            var history = await context.Set<CustomerHistoryEntry>().AsNoTracking().Where(h => h.CustomerId == query.Subject.Id && h.AtUtc <= until)
                .OrderByDescending(h => h.AtUtc).Take(query.ToRead()).ToListAsync(cancellationToken);
            entries.AddRange(history.Select(EntryOf));
        }

        if (query.Wants(Note))
        {
            var notes = await context.Set<CustomerNote>().AsNoTracking().Where(n => n.CustomerId == query.Subject.Id && n.AtUtc <= until)
                .OrderByDescending(n => n.AtUtc).Take(query.ToRead()).ToListAsync(cancellationToken);
            entries.AddRange(notes.Select(n => new TimelineEntry(n.Id, n.AtUtc, Note, "added", n.AuthorName, n.Text, null)));
        }

        return query.Cut(entries);
    }

    private static TimelineEntry EntryOf(CustomerHistoryEntry entry) => new(
        entry.Id,
        entry.AtUtc,
        Lifecycle,
        entry.Kind switch
        {
            CustomerHistoryKind.Registered => "registered",
            CustomerHistoryKind.StatusChanged => "status_changed",
            CustomerHistoryKind.TookIn => "took_in",
            CustomerHistoryKind.MergedAway => "merged_away",
            CustomerHistoryKind.Transferred => "transferred",
            CustomerHistoryKind.Removed => "removed",
            CustomerHistoryKind.Restored => "restored",
            CustomerHistoryKind.FormerOwnerErased => "former_owner_erased",
            _ => "erased",
        },
        entry.ActorName,
        entry.Reason,
        null,
        entry.Kind == CustomerHistoryKind.StatusChanged ? [entry.From.ToString()!, entry.To.ToString()!] : entry.Other is { } other ? [other] : []);
}
