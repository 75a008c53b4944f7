using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Holds;

/// <summary>
/// Ends lines for those who know the bills, and brings back what was ended by mistake. Each line is a transaction of its own, in which the caller marks what is done; asks no permission. Pauses and
/// changes that were to come do not come back.
/// </summary>
internal sealed class LineEndings(SubscriptionWriting writing)
{
    /// <summary>Ends a line as part of a batch, whose lines go to their routers together. What is not in service stays as it is.</summary>
    /// <param name="subscriptionId">The line.</param>
    /// <param name="reason">The name of the batch: by it an end is known as one of this batch.</param>
    /// <param name="batch">The batch, and who began it.</param>
    /// <param name="mark">Told what it takes to bring it back, null: it is not in service; says whether it is to end.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Result> EndAsync(Guid subscriptionId, string reason, (Guid Id, string By) batch, Func<PortalDbContext, string?, CancellationToken, Task<bool>> mark, CancellationToken cancellationToken) => writing.TryAsync(
        subscriptionId,
        reason,
        async (work, token) =>
        {
            var before = work.Lifecycle == AccessLifecycle.Live ? JsonSerializer.Serialize(await ReadAsync(work, token)) : null;
            if (!await mark(work.Context, before, token) || before is null)
            {
                return null;
            }

            work.InBatch(batch.Id, KickPolicy.Now, batch.By);
            return await SubscriptionTransitions.TerminateAsync(work, reason, token);
        },
        cancellationToken);

    /// <summary>Brings back a line that was ended, held as it was.</summary>
    /// <param name="subscriptionId">The line.</param>
    /// <param name="before">What <see cref="EndAsync"/> said.</param>
    /// <param name="endedFor">Only if it was ended for that reason and is still ended.</param>
    /// <param name="reason">Why it comes back.</param>
    /// <param name="mark">Told whether it is still ended for that; says whether it is to come back.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Result> ReviveAsync(Guid subscriptionId, string before, string endedFor, string reason, Func<PortalDbContext, bool, CancellationToken, Task<bool>> mark, CancellationToken cancellationToken) => writing.TryAsync(
        subscriptionId,
        reason,
        async (work, token) =>
        {
            var ended = work.Lifecycle == AccessLifecycle.Terminated && work.Subscription.TerminationReason == endedFor;
            return await mark(work.Context, ended, token) && ended ? await ReviveAsync(work, JsonSerializer.Deserialize<EndedLine>(before)!, reason, token) : null;
        },
        cancellationToken);

    private static async Task<EndedLine> ReadAsync(SubscriptionWork work, CancellationToken cancellationToken)
    {
        var (context, id, today) = (work.Context, work.Subscription.Id, work.Today);
        var holds = await context.Set<SubscriptionHold>().Where(h => h.SubscriptionId == id).ToListAsync(cancellationToken);
        var term = await context.Set<SubscriptionTerm>().Where(t => t.SubscriptionId == id && t.FromOn <= today && (t.ToOn == null || t.ToOn > today)).OrderByDescending(t => t.FromOn).FirstOrDefaultAsync(cancellationToken);
        var addOns = await context.Set<SubscriptionAddOn>().Where(a => a.SubscriptionId == id && a.FromOn <= today && (a.ToOn == null || a.ToOn > today)).ToListAsync(cancellationToken);
        var promotions = await context.Set<SubscriptionPromotion>().Where(p => p.SubscriptionId == id && p.FromOn <= today && (p.ToOn == null || p.ToOn > today)).ToListAsync(cancellationToken);
        return new EndedLine(
            work.Subscription.EndsOn,
            [.. holds.Select(h => new EndedLine.Held(h.Kind, h.Reason))],
            term is null ? null : new(term.FromOn, term.ToOn),
            [.. addOns.Select(a => new EndedLine.Cut<Guid>(a.Id, a.ToOn))],
            [.. promotions.Select(p => new EndedLine.Cut<Guid>(p.Id, p.ToOn))]);
    }

    private static async Task<Error?> ReviveAsync(SubscriptionWork work, EndedLine before, string reason, CancellationToken cancellationToken)
    {
        var (context, subscription) = (work.Context, work.Subscription);
        work.Lifecycle = AccessLifecycle.Live;
        (work.Wanted.Lifecycle, work.Wanted.KeepDisabledUntilUtc) = (AccessLifecycle.Live, null);
        // Its address may be somebody else's by now.
        if (await AddressClaims.ClaimAsync(context, work.Wanted, null, cancellationToken) is { } taken)
        {
            return taken;
        }

        (subscription.TerminatedAtUtc, subscription.TerminationReason, subscription.EndsOn) = (null, null, before.EndsOn);
        foreach (var term in await context.Set<SubscriptionTerm>().Where(t => t.SubscriptionId == subscription.Id).ToListAsync(cancellationToken))
        {
            term.ToOn = before.Term is { } cut && cut.Id == term.FromOn ? cut.ToOn : term.ToOn;
        }

        foreach (var addOn in await context.Set<SubscriptionAddOn>().Where(a => a.SubscriptionId == subscription.Id).ToListAsync(cancellationToken))
        {
            addOn.ToOn = before.AddOns.FirstOrDefault(cut => cut.Id == addOn.Id) is { } cut ? cut.ToOn : addOn.ToOn;
        }

        foreach (var promotion in await context.Set<SubscriptionPromotion>().Where(p => p.SubscriptionId == subscription.Id).ToListAsync(cancellationToken))
        {
            promotion.ToOn = before.Promotions.FirstOrDefault(cut => cut.Id == promotion.Id) is { } cut ? cut.ToOn : promotion.ToOn;
        }

        work.Note(SubscriptionHistoryKind.Revived, reason);
        foreach (var held in before.Holds.Where(held => held.Kind != AccessHolds.Pause))
        {
            work.Hold(held.Kind, held.Reason);
        }

        work.WantLine("came back");
        context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        return null;
    }
}
