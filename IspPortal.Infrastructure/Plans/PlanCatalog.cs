using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

internal sealed class PlanCatalog(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IPlanUsage usage, PlanCalendar calendar) : IPlanCatalog
{
    public async Task<Result<Page<PlanRow>>> ListAsync(PlanFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var query = Filtered(context.Set<ServicePlan>().AsNoTracking(), filter);
        if (page.SearchOrNull is { } text)
        {
            var key = SearchKey.Of(text);
            query = query.Where(p => p.SearchKey.Contains(key));
        }

        var count = await query.LongCountAsync(cancellationToken);
        var plans = await Sort(context, query, page, today).ThenBy(p => p.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<PlanRow>.Of(await RowsAsync(context, plans, today, cancellationToken), page, count);
    }

    public async Task<Result<PlanDetails>> GetAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return PlanErrors.PlanNotFound;
        }

        var prices = PlanPriceTimeline.Of(await context.Set<PlanPrice>().AsNoTracking().Where(p => p.PlanId == planId).ToListAsync(cancellationToken), today);
        var counts = await usage.CountAsync([planId], cancellationToken);
        return new PlanDetails(
            RowOf(plan, prices, counts), PlanContent.Of(plan, prices.FirstOrDefault(p => p.State == PlanPriceState.Current)?.Terms), prices, plan.CreatedAtUtc, plan.RetiredAtUtc);
    }

    public async Task<Result<PlanPriceRow>> PriceOnAsync(Guid planId, DateOnly on, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<ServicePlan>().AnyAsync(p => p.Id == planId, cancellationToken))
        {
            return PlanErrors.PlanNotFound;
        }

        var prices = PlanPriceTimeline.Of(await context.Set<PlanPrice>().AsNoTracking().Where(p => p.PlanId == planId).ToListAsync(cancellationToken), today);
        return prices.FirstOrDefault(p => p.ValidFromOn <= on) is { } found ? found : PlanErrors.NoPriceOn(on);
    }

    public async Task<Result<PlanPriceRow>> ConfirmPriceAsync(Guid planId, Guid priceId, DateOnly on, CancellationToken cancellationToken)
    {
        var found = await PriceOnAsync(planId, on, cancellationToken);
        return found.Succeeded && found.Value.Id != priceId ? PlanErrors.PriceChanged(found.Value.Terms.Price) : found;
    }

    private static IQueryable<ServicePlan> Filtered(IQueryable<ServicePlan> query, PlanFilter filter)
    {
        query = filter.IsActive switch { true => query.Where(p => p.RetiredAtUtc == null), false => query.Where(p => p.RetiredAtUtc != null), _ => query };
        query = filter.Service is { } service ? query.Where(p => p.Service == service) : query;
        query = filter.Payment is { } payment ? query.Where(p => p.Payment == payment) : query;
        query = filter.IsPopular is { } popular ? query.Where(p => p.IsPopular == popular) : query;
        if (filter.Audience is { } audience)
        {
            // Stored as words: every set that has one of them.
            var sets = Enumerable.Range(0, 8).Select(n => (PlanAudience)n).Where(set => (set & audience) != PlanAudience.None).ToList();
            query = query.Where(p => sets.Contains(p.Audience));
        }

        return query;
    }

    private static IOrderedQueryable<ServicePlan> Sort(PortalDbContext context, IQueryable<ServicePlan> query, PageRequest page, DateOnly today)
    {
        var prices = context.Set<PlanPrice>();
        return (page.Sort, page.Descending) switch
        {
            ("name", false) => query.OrderBy(p => p.Name),
            ("name", true) => query.OrderByDescending(p => p.Name),
            ("down", false) => query.OrderBy(p => p.DownBitsPerSecond),
            ("down", true) => query.OrderByDescending(p => p.DownBitsPerSecond),
            ("price", false) => query.OrderBy(p => prices.Where(x => x.PlanId == p.Id && x.ValidFromOn <= today).OrderByDescending(x => x.ValidFromOn).Select(x => (Money?)x.Price).FirstOrDefault()),
            ("price", true) => query.OrderByDescending(p => prices.Where(x => x.PlanId == p.Id && x.ValidFromOn <= today).OrderByDescending(x => x.ValidFromOn).Select(x => (Money?)x.Price).FirstOrDefault()),
            ("state", false) => query.OrderBy(p => p.RetiredAtUtc == null ? 0 : 1).ThenBy(p => p.Name),
            ("state", true) => query.OrderByDescending(p => p.RetiredAtUtc == null ? 0 : 1).ThenBy(p => p.Name),
            (_, true) => query.OrderByDescending(p => p.SortOrder).ThenBy(p => p.Name),
            _ => query.OrderBy(p => p.SortOrder).ThenBy(p => p.Name),
        };
    }

    private async Task<IReadOnlyList<PlanRow>> RowsAsync(PortalDbContext context, List<ServicePlan> plans, DateOnly today, CancellationToken cancellationToken)
    {
        if (plans.Count == 0)
        {
            return [];
        }

        var ids = plans.ConvertAll(p => p.Id);
        var prices = (await context.Set<PlanPrice>().AsNoTracking().Where(p => ids.Contains(p.PlanId)).ToListAsync(cancellationToken)).ToLookup(p => p.PlanId);
        var counts = await usage.CountAsync(ids, cancellationToken);
        return plans.ConvertAll(plan => RowOf(plan, PlanPriceTimeline.Of(prices[plan.Id], today), counts));
    }

    private static PlanRow RowOf(ServicePlan plan, IReadOnlyList<PlanPriceRow> prices, IReadOnlyDictionary<Guid, int> counts)
    {
        var next = prices.LastOrDefault(p => p.State == PlanPriceState.Scheduled);
        return new(
            plan.Id,
            plan.Name,
            plan.Slug,
            plan.Service,
            plan.Speed,
            plan.Period,
            plan.Payment,
            prices.FirstOrDefault(p => p.State == PlanPriceState.Current)?.Terms.Price,
            next?.Terms.Price,
            next?.ValidFromOn,
            plan.RetiredAtUtc is null,
            plan.IsPopular,
            plan.SortOrder,
            counts.GetValueOrDefault(plan.Id),
            plan.Version);
    }
}
