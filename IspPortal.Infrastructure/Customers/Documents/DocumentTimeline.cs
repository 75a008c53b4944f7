using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>What happened to a customer's documents.</summary>
internal sealed class DocumentTimeline(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ITimelineSource
{
    private const string Document = "document";

    public IReadOnlyList<string> Kinds => [Document];

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        if (query.Subject.Kind != TimelineSubject.Customer || !query.Wants(Document) || !actor.Actor.May(DocumentPermissions.DocumentsRead))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var until = query.UntilUtc();
        var history = await context.Set<DocumentHistoryEntry>().AsNoTracking().Where(h => h.CustomerId == query.Subject.Id && h.AtUtc <= until)
            .OrderByDescending(h => h.AtUtc).Take(query.ToRead()).ToListAsync(cancellationToken);
        return query.Cut(history.Select(h => new TimelineEntry(
            h.Id, h.AtUtc, Document, h.Kind.ToString().ToLowerInvariant(), h.ActorName, h.Reason, $"customers/{h.CustomerId}?tab=documents", h.DocumentKind.ToString())));
    }
}
