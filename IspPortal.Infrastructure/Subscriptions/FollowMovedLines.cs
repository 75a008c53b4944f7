using IspPortal.Core.Common.Events;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Night;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>
/// A subscription is on the router that serves its line, also after a pair let the other one serve it. Routers are told by whoever moved the line; here is only noted where it is
/// now and what its plan is called there, as often as it is asked.
/// </summary>
internal sealed class FollowMovedLines(IDbContextFactory<PortalDbContext> contexts, SubscriptionWriting writing) : IEventHandler<LinesMoved>
{
    public async Task HandleAsync(LinesMoved domainEvent, CancellationToken cancellationToken)
    {
        var lines = domainEvent.AccessIds.ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var behind = await (
            from subscription in context.Set<Subscription>().AsNoTracking()
            join place in context.Set<AccessPlacement>() on subscription.AccessId equals place.AccessId
            where lines.Contains(subscription.AccessId) && place.Role == PlacementRole.Primary && place.RouterId != subscription.RouterId
            orderby subscription.Number
            select new { subscription.Id, Before = subscription.RouterId, place.RouterId }).ToListAsync(cancellationToken);
        var routers = behind.SelectMany(b => new[] { b.Before, b.RouterId }).Distinct().ToList();
        var names = await context.Set<Router>().AsNoTracking().Where(r => routers.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        foreach (var line in behind)
        {
            var followed = await writing.ChangeAsync(
                line.Id,
                null,
                null,
                async (work, token) =>
                {
                    if (work.Subscription.RouterId == line.Before)
                    {
                        work.Subscription.RouterId = line.RouterId;
                        await NameProfileAsync(work, token);
                        work.Note(SubscriptionHistoryKind.RouterMoved, null, null, names[line.Before], names[line.RouterId]);
                    }

                    return null;
                },
                cancellationToken);
            if (!followed.Succeeded)
            {
                throw new InvalidOperationException($"Subscription {line.Id} could not follow its line: {followed.Error}");
            }
        }
    }

    // The plan may be called otherwise on that router, which was told so by whoever moved the line.
    private static async Task NameProfileAsync(SubscriptionWork work, CancellationToken cancellationToken)
    {
        var plan = await SubscriptionTransitions.PlanAsync(work.Context, work.Subscription.PlanId, cancellationToken);
        if (await LineContent.ProfileOnAsync(work.Context, plan, work.Subscription.RouterId, cancellationToken) is { } own)
        {
            work.Wanted.Profile = NightProfile.NameOf(own, work.Subscription.NightPercent);
        }
    }
}
