using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

internal sealed class PlanPromotions(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PlanCalendar calendar, TimeProvider clock) : IPlanPromotions
{
    public async Task<Result<Page<PromotionRow>>> ListAsync(PromotionFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var links = context.Set<PlanPromotionPlan>();
        var query = context.Set<PlanPromotion>().AsNoTracking();
        query = filter.State switch
        {
            PromotionState.Off => query.Where(p => !p.IsActive),
            PromotionState.Upcoming => query.Where(p => p.IsActive && p.ValidFromOn > today),
            PromotionState.Ended => query.Where(p => p.IsActive && p.ValidFromOn <= today && p.ValidToOn < today),
            PromotionState.Running => query.Where(p => p.IsActive && p.ValidFromOn <= today && (p.ValidToOn == null || p.ValidToOn >= today)),
            _ => query,
        };
        query = filter.Kind is { } kind ? query.Where(p => p.Kind == kind) : query;
        query = filter.PlanId is { } planId ? query.Where(p => !links.Any(l => l.PromotionId == p.Id) || links.Any(l => l.PromotionId == p.Id && l.PlanId == planId)) : query;
        if (page.SearchOrNull is { } text)
        {
            var key = SearchKey.Of(text);
            query = query.Where(p => p.SearchKey.Contains(key));
        }

        var count = await query.LongCountAsync(cancellationToken);
        var found = await ((page.Sort, page.Descending) switch
        {
            ("name", false) => query.OrderBy(p => p.Name),
            ("name", true) => query.OrderByDescending(p => p.Name),
            ("to", false) => query.OrderBy(p => p.ValidToOn == null ? 1 : 0).ThenBy(p => p.ValidToOn),
            ("to", true) => query.OrderByDescending(p => p.ValidToOn == null ? 1 : 0).ThenByDescending(p => p.ValidToOn),
            ("from", false) => query.OrderBy(p => p.ValidFromOn),
            _ => query.OrderByDescending(p => p.ValidFromOn),
        }).ThenBy(p => p.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<PromotionRow>.Of(await RowsAsync(context, found, today, cancellationToken), page, count);
    }

    public async Task<Result<PromotionRow>> GetAsync(Guid promotionId, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<PlanPromotion>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == promotionId, cancellationToken);
        return found is null ? PlanErrors.PromotionNotFound : (await RowsAsync(context, [found], await calendar.TodayAsync(cancellationToken), cancellationToken))[0];
    }

    public async Task<Result<Guid>> AddAsync(SavePromotionRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var promotion = new PlanPromotion { Id = Ids.New(clock), Name = "", SearchKey = "", CreatedAtUtc = clock.UtcNow() };
        context.Add(promotion);
        return await SaveAsync(context, promotion, request, cancellationToken);
    }

    public async Task<Result> UpdateAsync(Guid promotionId, long version, SavePromotionRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var promotion = await context.Set<PlanPromotion>().FirstOrDefaultAsync(p => p.Id == promotionId, cancellationToken);
        return promotion is null ? PlanErrors.PromotionNotFound
            : promotion.Version != version ? CommonErrors.VersionConflict
            : (await SaveAsync(context, promotion, request, cancellationToken)).WithoutValue();
    }

    private Error? Refuse(SavePromotionRequest request) => actor.Deny(PlanPermissions.PlansPrice) ?? new SavePromotionRequestValidator().Validate(request).ErrorOrNull();

    private static async Task<Result<Guid>> SaveAsync(PortalDbContext context, PlanPromotion promotion, SavePromotionRequest request, CancellationToken cancellationToken)
    {
        if (await PlanLinks.MissingAsync(context, request.PlanIds, cancellationToken) is { } missing)
        {
            return missing;
        }

        var kind = request.Kind;
        (promotion.Name, promotion.Kind, promotion.ValidFromOn, promotion.ValidToOn) = (request.Name.Trim(), kind, request.ValidFromOn, request.ValidToOn);
        (promotion.Coupon, promotion.Description) = (request.Coupon?.ToUpperInvariant(), PlanContent.NullIfBlank(request.Description));
        promotion.Percent = kind == PromotionKind.Percent ? request.Percent : null;
        promotion.Amount = kind == PromotionKind.Amount ? request.Amount : Money.Zero;
        (promotion.PayPeriods, promotion.GetPeriods) = kind == PromotionKind.PayNGetM ? (request.PayPeriods, request.GetPeriods) : (null, null);
        promotion.Periods = kind == PromotionKind.PayNGetM ? null : request.Periods;
        (promotion.MaxUses, promotion.NewCustomersOnly, promotion.IsActive) = (request.MaxUses, request.NewCustomersOnly, request.IsActive);
        promotion.SearchKey = SearchKey.Of(promotion.Name, promotion.Coupon);
        var linked = await context.Set<PlanPromotionPlan>().Where(l => l.PromotionId == promotion.Id).ToListAsync(cancellationToken);
        context.RemoveRange(linked.Where(l => !request.PlanIds.Contains(l.PlanId)));
        context.AddRange(request.PlanIds.Distinct().Except(linked.Select(l => l.PlanId)).Select(id => new PlanPromotionPlan { PromotionId = promotion.Id, PlanId = id }));
        var saved = await context.TrySaveAsync(PlanErrors.CodeTaken(promotion.Coupon ?? ""), cancellationToken);
        return saved.Succeeded ? promotion.Id : saved.Error;
    }

    private static async Task<IReadOnlyList<PromotionRow>> RowsAsync(PortalDbContext context, List<PlanPromotion> found, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = found.ConvertAll(p => p.Id);
        var links = (await context.Set<PlanPromotionPlan>().AsNoTracking().Where(l => ids.Contains(l.PromotionId)).ToListAsync(cancellationToken)).ToLookup(l => l.PromotionId, l => l.PlanId);
        return found.ConvertAll(p =>
        {
            var content = new SavePromotionRequest(p.Name, p.Kind, p.ValidFromOn, p.ValidToOn)
            {
                Coupon = p.Coupon,
                Description = p.Description,
                Percent = p.Percent,
                Amount = p.Amount,
                PayPeriods = p.PayPeriods,
                GetPeriods = p.GetPeriods,
                Periods = p.Periods,
                MaxUses = p.MaxUses,
                NewCustomersOnly = p.NewCustomersOnly,
                PlanIds = [.. links[p.Id]],
                IsActive = p.IsActive,
            };
            return new PromotionRow(p.Id, content, PromotionRow.StateOn(content, today), p.Uses, p.CreatedAtUtc, p.Version);
        });
    }
}
