using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Offers;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Offers;

internal sealed class SubscriptionOffers(ICurrentActor actor, SubscriptionWriting writing) : ISubscriptionOffers
{
    public Task<Result> AddAddOnAsync(Guid subscriptionId, long version, AddAddOnRequest request, CancellationToken cancellationToken) => DoAsync(subscriptionId, version, request.Reason, false, async (work, token) =>
    {
        var from = request.FromOn ?? (work.Subscription.StartsOn > work.Today ? work.Subscription.StartsOn : work.Today);
        if (Refuse("fromOn", from, from < work.Subscription.StartsOn ? work.Subscription.StartsOn : work.Today) is { } wrong)
        {
            return wrong;
        }

        // Bought again before the address of the one before has gone: it goes with this one.
        var isAddress = await OfferSelling.HasAddressAsync(work.Context, [request.AddOn], token);
        var bringsAddress = isAddress && await AddOnAddresses.AheadAsync(work, SubscriptionChangeKind.ReleaseAddress, token) is not null;
        if (isAddress && string.IsNullOrEmpty(work.Wanted.FixedAddress))
        {
            if (await AddOnAddresses.BringAsync(work, request.FixedAddress, from, request.Reason, token) is { } refused)
            {
                return refused;
            }

            bringsAddress = true;
        }

        return await OfferSelling.AddAsync(work, [request.AddOn], from, bringsAddress, "addOnId", request.Reason, token);
    }, cancellationToken);

    public Task<Result> EndAddOnAsync(Guid subscriptionId, long version, Guid subscriptionAddOnId, DateOnly? lastOn, string? reason, CancellationToken cancellationToken) => DoAsync(subscriptionId, version, reason, false, async (work, token) =>
    {
        var last = lastOn ?? work.Today;
        if (Refuse("lastOn", last, work.Today) is { } wrong)
        {
            return wrong;
        }

        var addOn = await work.Context.Set<SubscriptionAddOn>().FirstOrDefaultAsync(a => a.Id == subscriptionAddOnId && a.SubscriptionId == subscriptionId, token);
        return addOn is null || addOn.IsOneTime || addOn.ToOn < work.Today ? SubscriptionsErrors.AddOnNotFound
            // One that has not begun is taken back whole.
            : await OfferSelling.EndAsync(work, addOn, addOn.FromOn > work.Today && lastOn is null ? addOn.FromOn.AddDays(-1) : last, reason, token);
    }, cancellationToken);

    public Task<Result> GivePromotionAsync(Guid subscriptionId, long version, WantedPromotion promotion, string? reason, CancellationToken cancellationToken) => DoAsync(subscriptionId, version, reason, true, async (work, token) =>
    {
        if (promotion.IsNone || (promotion.PromotionId is not null && !string.IsNullOrWhiteSpace(promotion.Coupon)))
        {
            return CommonErrors.Invalid([new FieldError("promotionId", promotion.IsNone ? "common.required" : "subscriptions.promotion_or_coupon")]);
        }

        if (PlainText.Refuse(promotion.Coupon, "coupon") is { } unreadable)
        {
            return unreadable;
        }

        if (await OpenAsync(work, token) is not null)
        {
            return SubscriptionsErrors.HasPromotion;
        }

        var plan = await SubscriptionTransitions.PlanAsync(work.Context, work.Subscription.PlanId, token);
        var from = work.Lifecycle == AccessLifecycle.Pending ? work.Subscription.StartsOn : SubscriptionMoves.NextPeriodOf(work.Subscription, plan.Period, work.Today);
        return await OfferSelling.GiveAsync(work, promotion, plan.Period, from, reason, token);
    }, cancellationToken);

    public Task<Result> EndPromotionAsync(Guid subscriptionId, long version, string reason, CancellationToken cancellationToken) =>
        SubscriptionWriting.RequireReason(reason) is { } missing ? Task.FromResult<Result>(missing) : DoAsync(subscriptionId, version, reason, true, async (work, token) =>
        {
            if (await OpenAsync(work, token) is not { } open)
            {
                return SubscriptionsErrors.NoPromotion;
            }

            if (open.FromOn >= work.Today)
            {
                // It never was: somebody else may have it.
                await work.Context.Set<PlanPromotion>().Where(p => p.Id == open.PromotionId && p.Uses > 0).ExecuteUpdateAsync(set => set.SetProperty(p => p.Uses, p => p.Uses - 1), token);
            }

            OfferSelling.End(work, open, work.Today.AddDays(-1), reason);
            return null;
        }, cancellationToken);

    // The one that is under way or ahead.
    private static Task<SubscriptionPromotion?> OpenAsync(SubscriptionWork work, CancellationToken cancellationToken) => work.Context.Set<SubscriptionPromotion>()
        .Where(p => p.SubscriptionId == work.Subscription.Id && (p.ToOn == null || p.ToOn >= work.Today)).OrderByDescending(p => p.FromOn).FirstOrDefaultAsync(cancellationToken);

    // Days that a calendar can hold, and that somebody means.
    private static Error? Refuse(string field, DateOnly day, DateOnly today) =>
        day < today || day > today.AddYears(2) ? CommonErrors.Invalid([new FieldError(field, day < today ? "subscriptions.day_past" : "subscriptions.day_far")]) : null;

    private async Task<Result> DoAsync(
        Guid subscriptionId, long version, string? reason, bool counts, Func<SubscriptionWork, CancellationToken, Task<Error?>> change, CancellationToken cancellationToken) =>
        (actor.Deny(SubscriptionsPermissions.SubscriptionsWrite) ?? SubscriptionWriting.RefuseReason(reason)) is { } refused ? refused : await writing.ChangeAsync(
            subscriptionId,
            version,
            reason,
            async (work, token) =>
            {
                if (work.Lifecycle == AccessLifecycle.Terminated)
                {
                    return SubscriptionsErrors.WrongStatus(work.Subscription.Status);
                }

                if (await change(work, token) is { } against)
                {
                    return against;
                }

                work.Context.AddEvent(new SubscriptionTermsChanged(subscriptionId));
                return null;
            },
            cancellationToken,
            inTransaction: counts);
}
