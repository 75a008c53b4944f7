using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Who changed what of a customer, its contacts and its accounts: the names of fields, never their values.</summary>
internal sealed class CustomerAuditTimeline(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ITimelineSource
{
    private const string Change = "change";

    /// <summary>Told better by the customer's own history.</summary>
    private static readonly string[] ToldElsewhere = ["status", "removedAtUtc", "removalReason", "mergedIntoId", "erasedAtUtc"];

    public IReadOnlyList<string> Kinds => [Change];

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        if (query.Subject.Kind != TimelineSubject.Customer || !query.Wants(Change) || !actor.Actor.May(CustomersPermissions.CustomersRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await context.Set<BillingAccount>().Where(a => a.CustomerId == query.Subject.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var contacts = await context.Set<CustomerContact>().Where(c => c.CustomerId == query.Subject.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        var until = query.UntilUtc();
        var entries = new List<TimelineEntry>();
        foreach (var (entity, ids) in new (string, IEnumerable<Guid>)[] { ("customer", [query.Subject.Id]), ("billing_account", accounts), ("customer_contact", contacts) })
        {
            var keys = ids.Select(id => id.ToString()).ToList();
            var rows = keys.Count == 0 ? [] : await context.Set<AuditEntry>().AsNoTracking().Where(a => a.Entity == entity && keys.Contains(a.EntityId!) && a.AtUtc <= until)
                .OrderByDescending(a => a.AtUtc).Take(query.ToRead()).ToListAsync(cancellationToken);
            entries.AddRange(rows.Select(EntryOf).OfType<TimelineEntry>());
        }

        return query.Cut(entries);
    }

    private static TimelineEntry? EntryOf(AuditEntry entry)
    {
        var fields = FieldsOf(entry).Except(ToldElsewhere, StringComparer.Ordinal).ToList();
        var isOwn = entry.Entity == "customer";
        return isOwn && (entry.Action is AuditActions.Created or "note_added" or "former_owner_erased" || (entry.Action == AuditActions.Changed && fields.Count == 0))
            ? null
            : new TimelineEntry(entry.Id, entry.AtUtc, Change, $"{entry.Entity}_{entry.Action}", entry.ActorName, null, null, entry.Action == AuditActions.Changed ? fields : []);
    }

    private static IEnumerable<string> FieldsOf(AuditEntry entry)
    {
        if (entry.AfterJson is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(entry.AfterJson);
        return document.RootElement.ValueKind == JsonValueKind.Object ? [.. document.RootElement.EnumerateObject().Select(property => property.Name)] : [];
    }
}
