using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Offers;

/// <summary>Which add-ons and promotions a subscription may get, the same in the sale and later; and what becomes of them when it changes. Nothing is saved here.</summary>
internal static class OfferSelling
{
    private const int MostPieces = 99;

    /// <summary>Adds what is bought beside the plan; an error at <paramref name="field"/> when one of them is not to be had.</summary>
    public static async Task<Error?> AddAsync(
        SubscriptionWork work, IReadOnlyList<WantedAddOn> addOns, DateOnly from, bool bringsAddress, string field, string? reason, CancellationToken cancellationToken)
    {
        if (addOns.Count == 0)
        {
            return null;
        }

        var (context, subscription) = (work.Context, work.Subscription);
        var ids = addOns.Select(a => a.AddOnId).ToList();
        var known = await context.Set<PlanAddOn>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var plans = (await context.Set<PlanAddOnPlan>().AsNoTracking().Where(l => ids.Contains(l.AddOnId)).ToListAsync(cancellationToken)).ToLookup(l => l.AddOnId, l => l.PlanId);
        foreach (var wanted in addOns)
        {
            var addOn = known.GetValueOrDefault(wanted.AddOnId);
            var why = addOn is not { IsActive: true } ? new FieldError(field, "subscriptions.add_on_not_sold")
                : plans[addOn.Id].Any() && !plans[addOn.Id].Contains(subscription.PlanId) ? new FieldError(field, "subscriptions.add_on_other_plan", addOn.Name)
                : wanted.Quantity < 1 || wanted.Quantity > MostOf(addOn.Kind) ? new FieldError(field, "subscriptions.add_on_quantity", 1, MostOf(addOn.Kind))
                : wanted.SeenPrice is { } seen && seen != addOn.Price ? new FieldError(field, "subscriptions.add_on_price_changed", addOn.Name, addOn.Price.Minor)
                : null;
            if (why is not null)
            {
                return CommonErrors.Invalid([why]);
            }

            context.Add(new SubscriptionAddOn
            {
                Id = Ids.New(work.Clock),
                SubscriptionId = subscription.Id,
                AddOnId = addOn!.Id,
                Quantity = wanted.Quantity,
                Price = addOn.Price,
                IsOneTime = addOn.IsOneTime,
                BroughtAddress = bringsAddress && addOn.Kind == AddOnKind.StaticIp,
                FromOn = from,
                ToOn = addOn.IsOneTime ? from : null,
                CreatedBy = context.Actor.Name,
                CreatedAtUtc = work.Clock.UtcNow(),
            });
            work.Note(SubscriptionHistoryKind.AddOnAdded, reason, from, null, Words(addOn.Name, wanted.Quantity));
        }

        return null;
    }

    // Twice the same night is no faster.
    private static int MostOf(AddOnKind kind) => kind == AddOnKind.NightSpeed ? 1 : MostPieces;

    /// <summary>Whether one of them is an address of its own.</summary>
    public static async Task<bool> HasAddressAsync(PortalDbContext context, IReadOnlyList<WantedAddOn> addOns, CancellationToken cancellationToken)
    {
        var ids = addOns.Select(a => a.AddOnId).ToList();
        return ids.Count > 0 && await context.Set<PlanAddOn>().AnyAsync(a => ids.Contains(a.Id) && a.Kind == AddOnKind.StaticIp, cancellationToken);
    }

    /// <summary>Gives a promotion from <paramref name="from"/> on. Counts it at once: the caller has a transaction open, which takes that back with everything else.</summary>
    public static async Task<Error?> GiveAsync(SubscriptionWork work, WantedPromotion wanted, PlanPeriod period, DateOnly from, string? reason, CancellationToken cancellationToken)
    {
        var (context, subscription) = (work.Context, work.Subscription);
        var coupon = wanted.Coupon?.Trim().ToUpperInvariant();
        var field = wanted.PromotionId is null ? "coupon" : "promotionId";
        var promotion = wanted.PromotionId is { } id
            ? await context.Set<PlanPromotion>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.Coupon == null, cancellationToken)
            : await context.Set<PlanPromotion>().AsNoTracking().FirstOrDefaultAsync(p => p.Coupon == coupon, cancellationToken);
        if (promotion is null)
        {
            return Refuse(field, wanted.PromotionId is null ? "subscriptions.coupon_unknown" : "plans.promotion_not_found");
        }

        if (!promotion.IsActive || promotion.ValidFromOn > work.Today || promotion.ValidToOn < work.Today)
        {
            return Refuse(field, "subscriptions.promotion_not_running");
        }

        var plans = await context.Set<PlanPromotionPlan>().AsNoTracking().Where(l => l.PromotionId == promotion.Id).Select(l => l.PlanId).ToListAsync(cancellationToken);
        if (plans.Count > 0 && !plans.Contains(subscription.PlanId))
        {
            return Refuse(field, "subscriptions.promotion_other_plan");
        }

        if (promotion.NewCustomersOnly && await context.Set<Subscription>().AnyAsync(s => s.CustomerId == subscription.CustomerId && s.ActivatedAtUtc != null, cancellationToken))
        {
            return Refuse(field, "subscriptions.promotion_new_only");
        }

        if (await context.Set<PlanPromotion>().Where(p => p.Id == promotion.Id && (p.MaxUses == null || p.Uses < p.MaxUses))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Uses, p => p.Uses + 1), cancellationToken) == 0)
        {
            return Refuse(field, "subscriptions.promotion_used_up");
        }

        context.Add(new SubscriptionPromotion
        {
            Id = Ids.New(work.Clock),
            SubscriptionId = subscription.Id,
            PromotionId = promotion.Id,
            Name = promotion.Name,
            Kind = promotion.Kind,
            Percent = promotion.Percent,
            Amount = promotion.Amount,
            PayPeriods = promotion.PayPeriods,
            GetPeriods = promotion.GetPeriods,
            Periods = promotion.Periods,
            FromOn = from,
            ToOn = LastOf(promotion.GetPeriods ?? promotion.Periods, subscription.StartsOn, period, from),
            CreatedBy = context.Actor.Name,
            CreatedAtUtc = work.Clock.UtcNow(),
        });
        work.Note(SubscriptionHistoryKind.PromotionGiven, reason, from, null, promotion.Name);
        return null;
    }

    private static DateOnly? LastOf(int? periods, DateOnly startsOn, PlanPeriod period, DateOnly from) => periods is { } count ? SubscriptionTransitions.PeriodsFrom(startsOn, period, from, count).AddDays(-1) : null;

    /// <summary>The first day is another: what begins with it moves along.</summary>
    public static async Task ShiftStartAsync(SubscriptionWork work, PlanPeriod period, DateOnly startsOn, CancellationToken cancellationToken)
    {
        var earlier = work.Context.Set<SubscriptionAddOn>().Where(a => a.SubscriptionId == work.Subscription.Id && a.FromOn < startsOn);
        foreach (var addOn in await earlier.Where(a => a.IsOneTime || a.ToOn == null || a.ToOn >= startsOn).ToListAsync(cancellationToken))
        {
            (addOn.FromOn, addOn.ToOn) = (startsOn, addOn.IsOneTime ? startsOn : addOn.ToOn);
        }

        foreach (var promotion in await work.Context.Set<SubscriptionPromotion>().Where(p => p.SubscriptionId == work.Subscription.Id && p.FromOn < startsOn).ToListAsync(cancellationToken))
        {
            (promotion.FromOn, promotion.ToOn) = (startsOn, LastOf(promotion.GetPeriods ?? promotion.Periods, startsOn, period, startsOn));
        }
    }

    /// <summary>Paid time stood still for so many days: promises of so many periods last as much longer, and those that come with the next period still do.</summary>
    public static async Task ShiftPeriodsAsync(SubscriptionWork work, DateOnly nextPeriod, int days, CancellationToken cancellationToken)
    {
        foreach (var promotion in await work.Context.Set<SubscriptionPromotion>().Where(p => p.SubscriptionId == work.Subscription.Id && (p.ToOn == null || p.ToOn >= work.Today)).ToListAsync(cancellationToken))
        {
            promotion.FromOn = promotion.FromOn == nextPeriod ? promotion.FromOn.AddDays(days) : promotion.FromOn;
            promotion.ToOn = (promotion.GetPeriods ?? promotion.Periods) is null ? promotion.ToOn : promotion.ToOn?.AddDays(days);
        }
    }

    /// <summary>From <paramref name="from"/> on the plan is another: what does not belong to it ends the day before.</summary>
    public static async Task FollowPlanAsync(SubscriptionWork work, DateOnly from, CancellationToken cancellationToken)
    {
        var (context, planId) = (work.Context, work.Subscription.PlanId);
        foreach (var addOn in await OpenAddOnsAsync(work, from, cancellationToken))
        {
            var plans = await context.Set<PlanAddOnPlan>().AsNoTracking().Where(l => l.AddOnId == addOn.AddOnId).Select(l => l.PlanId).ToListAsync(cancellationToken);
            if (!addOn.IsOneTime && plans.Count > 0 && !plans.Contains(planId))
            {
                await EndAsync(work, addOn, from.AddDays(-1), null, cancellationToken);
            }
        }

        foreach (var promotion in await context.Set<SubscriptionPromotion>().Where(p => p.SubscriptionId == work.Subscription.Id && (p.ToOn == null || p.ToOn >= from)).ToListAsync(cancellationToken))
        {
            var plans = await context.Set<PlanPromotionPlan>().AsNoTracking().Where(l => l.PromotionId == promotion.PromotionId).Select(l => l.PlanId).ToListAsync(cancellationToken);
            if (plans.Count > 0 && !plans.Contains(planId))
            {
                End(work, promotion, from.AddDays(-1), null);
            }
        }
    }

    /// <summary>The subscription ends today, and all of it with it.</summary>
    public static async Task EndAllAsync(SubscriptionWork work, CancellationToken cancellationToken)
    {
        foreach (var addOn in await OpenAddOnsAsync(work, work.Today, cancellationToken))
        {
            Cut(work.Context, addOn, work.Today);
        }

        foreach (var promotion in await work.Context.Set<SubscriptionPromotion>().Where(p => p.SubscriptionId == work.Subscription.Id && (p.ToOn == null || p.ToOn > work.Today)).ToListAsync(cancellationToken))
        {
            Cut(work.Context, promotion, work.Today);
        }
    }

    /// <summary>Ends an add-on after <paramref name="lastOn"/>. The address that came with it goes the day after.</summary>
    public static async Task<Error?> EndAsync(SubscriptionWork work, SubscriptionAddOn addOn, DateOnly lastOn, string? reason, CancellationToken cancellationToken)
    {
        var name = await work.Context.Set<PlanAddOn>().Where(a => a.Id == addOn.AddOnId).Select(a => a.Name).FirstAsync(cancellationToken);
        Cut(work.Context, addOn, lastOn);
        work.Note(SubscriptionHistoryKind.AddOnEnded, reason, lastOn, Words(name, addOn.Quantity));
        return addOn.BroughtAddress ? await AddOnAddresses.EndAsync(work, addOn, lastOn, reason, cancellationToken) : null;
    }

    /// <summary>Ends a promotion after <paramref name="lastOn"/>.</summary>
    public static void End(SubscriptionWork work, SubscriptionPromotion promotion, DateOnly lastOn, string? reason)
    {
        Cut(work.Context, promotion, lastOn);
        work.Note(SubscriptionHistoryKind.PromotionEnded, reason, lastOn, promotion.Name);
    }

    public static string Words(string name, int quantity) => quantity == 1 ? name : $"{quantity} × {name}";

    private static Task<List<SubscriptionAddOn>> OpenAddOnsAsync(SubscriptionWork work, DateOnly on, CancellationToken cancellationToken) =>
        work.Context.Set<SubscriptionAddOn>().Where(a => a.SubscriptionId == work.Subscription.Id && (a.ToOn == null || a.ToOn >= on)).ToListAsync(cancellationToken);

    // What has not begun by its last day never was.
    private static void Cut(PortalDbContext context, SubscriptionAddOn addOn, DateOnly lastOn)
    {
        if (addOn.FromOn > lastOn)
        {
            context.Remove(addOn);
        }
        else
        {
            addOn.ToOn = lastOn;
        }
    }

    private static void Cut(PortalDbContext context, SubscriptionPromotion promotion, DateOnly lastOn)
    {
        if (promotion.FromOn > lastOn)
        {
            context.Remove(promotion);
        }
        else
        {
            promotion.ToOn = lastOn;
        }
    }

    private static Error Refuse(string field, string code) => CommonErrors.Invalid([new FieldError(field, code)]);
}
