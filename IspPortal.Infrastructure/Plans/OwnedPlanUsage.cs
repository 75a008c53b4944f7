using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

/// <summary>
/// Counts owned lines that no subscription keeps by the profile they are to have (static ones by their speed). Several plans may share a profile: the lines then count for the first
/// of them only, so that no line is counted twice.
/// </summary>
internal sealed class OwnedPlanUsage(IDbContextFactory<PortalDbContext> contexts, PlanCalendar calendar) : IPlanUsage
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await GroupsAsync(context, cancellationToken)).Where(g => planIds.Contains(g.PlanId)).GroupBy(g => g.PlanId).ToDictionary(g => g.Key, g => g.Sum(x => x.Lines));
    }

    public Task<bool> IsSoldAsync(Guid planId, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<PlanUsage> GetAsync(Guid planId, CancellationToken cancellationToken) => GetAsync(planId, new Dictionary<Guid, int>(), cancellationToken);

    /// <summary>The same with <paramref name="further"/> lines by router, which are not priced here.</summary>
    public async Task<PlanUsage> GetAsync(Guid planId, IReadOnlyDictionary<Guid, int> further, CancellationToken cancellationToken)
    {
        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return new([], []);
        }

        var lines = (await GroupsAsync(context, cancellationToken)).Where(g => g.PlanId == planId).GroupBy(g => g.RouterId).ToDictionary(g => g.Key, g => g.Sum(x => x.Lines));
        var online = plan.Service == AccessService.Static ? [] : await OnlineAsync(context, plan, cancellationToken);
        var names = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        var profiles = await PlanProfileNames.LoadAsync(context, planId, plan.Profile, cancellationToken);
        var routers = lines.Keys.Union(further.Keys).Union(online.Keys).Where(names.ContainsKey)
            .Select(id => new PlanRouterUsage(id, names[id], profiles.On(id), lines.GetValueOrDefault(id) + further.GetValueOrDefault(id), online.GetValueOrDefault(id))).ToList();
        var count = lines.Where(l => names.ContainsKey(l.Key)).Sum(l => l.Value);
        var price = await context.Set<PlanPrice>().AsNoTracking().Where(p => p.PlanId == planId && p.ValidFromOn <= today).OrderByDescending(p => p.ValidFromOn).FirstOrDefaultAsync(cancellationToken);
        return new(routers, count == 0 || price is null ? [] : [new PlanPriceShare(price.Price, count)]);
    }

    public async Task<IReadOnlyList<Guid>> ListStaticLinesAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var texts = (await GroupsAsync(context, cancellationToken)).Where(g => g.PlanId == planId && g.RateLimit is not null).Select(g => g.RateLimit!).Distinct().ToList();
        return texts.Count == 0
            ? []
            : await context.Set<DesiredAccessRecord>().Where(w => w.Service == AccessService.Static && w.Lifecycle == AccessLifecycle.Live && w.KeptBy == null && texts.Contains(w.RateLimit!))
                .OrderBy(w => w.AccessId).Select(w => w.AccessId).ToListAsync(cancellationToken);
    }

    private static async Task<List<Group>> GroupsAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var groups = await (
            from wanted in context.Set<DesiredAccessRecord>().AsNoTracking()
            join placement in context.Set<AccessPlacement>() on wanted.AccessId equals placement.AccessId
            where wanted.Lifecycle == AccessLifecycle.Live && wanted.KeptBy == null && placement.Role == PlacementRole.Primary
            group wanted by new { placement.RouterId, wanted.Service, wanted.Profile, RateLimit = wanted.Service == AccessService.Static ? wanted.RateLimit : null } into same
            select new { same.Key.RouterId, same.Key.Service, same.Key.Profile, same.Key.RateLimit, Lines = same.Count() }).ToListAsync(cancellationToken);
        if (groups.Count == 0)
        {
            return [];
        }

        var plans = await context.Set<ServicePlan>().AsNoTracking().OrderBy(p => p.RetiredAtUtc == null ? 0 : 1).ThenBy(p => p.SortOrder).ThenBy(p => p.Name).ToListAsync(cancellationToken);
        var mapped = (await context.Set<PlanRouterProfile>().AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(m => (m.PlanId, m.RouterId), m => m.Profile);
        var limits = plans.ToDictionary(p => p.Id, p => p.Speed.ToRateLimit());
        return
        [
            .. from each in groups
            let limit = RateLimit.TryParse(each.RateLimit, out var parsed) ? parsed : null
            let plan = plans.Find(p => p.Service == each.Service
                && (p.Service == AccessService.Static ? limit == limits[p.Id] : each.Profile == mapped.GetValueOrDefault((p.Id, each.RouterId), p.Profile ?? "")))
            where plan is not null
            select new Group(plan.Id, each.RouterId, each.RateLimit, each.Lines),
        ];
    }

    /// <summary>Sessions of accounts that have the plan's profile. One whose router was not asked since it was sold has the profile that it is to have.</summary>
    private static async Task<Dictionary<Guid, int>> OnlineAsync(PortalDbContext context, ServicePlan plan, CancellationToken cancellationToken)
    {
        var profiles = await PlanProfileNames.LoadAsync(context, plan.Id, plan.Profile, cancellationToken);
        var names = profiles.All;
        var groups = await (
            from session in context.Set<SessionRecord>().AsNoTracking()
            join account in context.Set<AccessAccount>() on session.AccessId equals account.Id
            from wanted in context.Set<DesiredAccessRecord>().Where(w => w.AccessId == account.Id && w.Lifecycle == AccessLifecycle.Live && w.Holds == AccessHolds.None && !w.IsOverQuota).DefaultIfEmpty()
            let profile = account.Profile ?? wanted.Profile
            where session.EndedAtUtc == null && account.Service == plan.Service && names.Contains(profile!)
            group session by new { session.RouterId, Profile = profile } into same
            select new { same.Key.RouterId, same.Key.Profile, Count = same.Count() }).ToListAsync(cancellationToken);
        return groups.Where(g => g.Profile == profiles.On(g.RouterId)).ToDictionary(g => g.RouterId, g => g.Count);
    }

    private sealed record Group(Guid PlanId, Guid RouterId, string? RateLimit, int Lines);
}
