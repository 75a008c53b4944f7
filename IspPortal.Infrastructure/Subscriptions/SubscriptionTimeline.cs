using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Identity;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using IspPortal.Infrastructure.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>What happened to a customer's subscriptions.</summary>
internal sealed class SubscriptionTimeline(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ITimelineSource
{
    private const string Kind = "subscription";

    public IReadOnlyList<string> Kinds => [Kind];

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        if (query.Subject.Kind != TimelineSubject.Customer || !query.Wants(Kind) || !actor.Actor.May(SubscriptionsPermissions.SubscriptionsRead))
        {
            return [];
        }

        var until = query.UntilUtc();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await context.Set<SubscriptionHistoryEntry>().AsNoTracking().Where(h => h.CustomerId == query.Subject.Id && h.AtUtc <= until)
            .OrderByDescending(h => h.AtUtc).Take(query.ToRead())
            .Select(h => new { Entry = h, Number = context.Set<Subscription>().Where(s => s.Id == h.SubscriptionId).Select(s => s.Number).First() }).ToListAsync(cancellationToken);
        return query.Cut(entries.Select(e => new TimelineEntry(
            e.Entry.Id,
            e.Entry.AtUtc,
            Kind,
            SnakeCase.Of(e.Entry.Kind.ToString()),
            e.Entry.ActorName,
            e.Entry.Reason,
            $"subscriptions/{e.Entry.SubscriptionId}",
            [e.Number, e.Entry.Before ?? "–", e.Entry.After ?? "–"])));
    }
}
