using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Reads plans. The caller has checked the permission.</summary>
internal sealed class AccessPlanDirectory(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<Result<Page<AccessPlanRow>>> ListAsync(AccessPlanFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plans = context.Set<AccessPlanRecord>().AsNoTracking();
        if (filter.State is { } state)
        {
            plans = plans.Where(p => p.State == state);
        }

        if (filter.Origin is { } origin)
        {
            plans = plans.Where(p => p.Origin == origin);
        }

        if (filter.RouterId is { } routerId)
        {
            plans = plans.Where(p => context.Set<AccessPlanRouter>().Any(part => part.PlanId == p.Id && part.RouterId == routerId));
        }

        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            plans = plans.Where(p => p.CreatedBy.ToLower().Contains(text) || (p.Reason != null && p.Reason.ToLower().Contains(text)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await plans.LongCountAsync(cancellationToken);
        var rows = await Sort(plans, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var sums = await SumsAsync(context, [.. rows.Select(r => r.Id)], cancellationToken);
        return Page<AccessPlanRow>.Of([.. rows.Select(r => RowOf(r, sums.GetValueOrDefault(r.Id)))], page, count);
    }

    public async Task<Result<AccessPlanDetails>> GetAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<AccessPlanRecord>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return ProvisioningErrors.PlanNotFound;
        }

        var parts = await (
            from part in context.Set<AccessPlanRouter>().AsNoTracking()
            join router in context.Set<Router>() on part.RouterId equals router.Id
            where part.PlanId == planId
            orderby router.Name
            select new AccessPlanPart(
                part.RouterId,
                router.Name,
                part.State,
                part.Steps,
                part.Kicks,
                part.Done,
                part.Failed,
                context.Set<AccessPlanFindingRecord>().Count(f => f.PlanId == planId && f.RouterId == part.RouterId),
                part.ErrorCode,
                part.ErrorDetail,
                part.NextTryAtUtc)).ToListAsync(cancellationToken);
        var sums = await SumsAsync(context, [planId], cancellationToken);
        return new AccessPlanDetails(
            RowOf(plan, sums.GetValueOrDefault(planId)), plan.Kicks, plan.StopAtFailedPercent, plan.UndoesPlanId, parts);
    }

    public async Task<Result<Page<PlanStepRow>>> ListStepsAsync(Guid planId, PlanStepFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var steps = context.Set<AccessPlanStepRecord>().AsNoTracking().Where(s => s.PlanId == planId);
        if (filter.RouterId is { } routerId)
        {
            steps = steps.Where(s => s.RouterId == routerId);
        }

        if (filter.State is { } state)
        {
            steps = steps.Where(s => s.State == state);
        }

        if (filter.Verb is { } verb)
        {
            steps = steps.Where(s => s.Verb == verb);
        }

        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            steps = steps.Where(s => s.Key.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await steps.LongCountAsync(cancellationToken);
        var found = await (
            from step in steps
            join router in context.Set<Router>() on step.RouterId equals router.Id
            orderby router.Name, step.Number
            select new { Step = step, router.Name }).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<PlanStepRow>.Of([.. found.Select(f => RowOf(f.Step, f.Name))], page, count);
    }

    public async Task<Result<Page<PlanFinding>>> ListFindingsAsync(Guid planId, Guid? routerId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var findings = context.Set<AccessPlanFindingRecord>().AsNoTracking().Where(f => f.PlanId == planId && (routerId == null || f.RouterId == routerId));
        var count = await findings.LongCountAsync(cancellationToken);
        var found = await findings.OrderBy(f => f.RouterId).ThenBy(f => f.Number).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<PlanFinding>.Of([.. found.Select(f => new PlanFinding(f.Kind, f.Menu, f.Key, f.AccessId, f.Detail))], page, count);
    }

    private static async Task<Dictionary<Guid, Sums>> SumsAsync(PortalDbContext context, List<Guid> ids, CancellationToken cancellationToken) =>
        await context.Set<AccessPlanRouter>().AsNoTracking().Where(p => ids.Contains(p.PlanId)).GroupBy(p => p.PlanId)
            .Select(g => new Sums(g.Key, g.Count(), g.Sum(p => p.Steps), g.Sum(p => p.Kicks), g.Sum(p => p.Done), g.Sum(p => p.Failed)))
            .ToDictionaryAsync(s => s.PlanId, cancellationToken);

    private static AccessPlanRow RowOf(AccessPlanRecord plan, Sums? sums) => new(
        plan.Id, plan.Origin, plan.Reason, plan.State, plan.CreatedBy, plan.CreatedAtUtc, plan.EndedAtUtc, sums?.Routers ?? 0, sums?.Steps ?? 0, sums?.Kicks ?? 0, sums?.Done ?? 0, sums?.Failed ?? 0, plan.Version);

    private static PlanStepRow RowOf(AccessPlanStepRecord step, string routerName) => new(
        step.RouterId,
        routerName,
        step.Number,
        step.Verb,
        step.Menu,
        step.Key,
        step.Reason,
        step.AccessId,
        Shown(step.BeforeJson, step.PasswordBefore),
        Shown(step.AfterJson, step.PasswordAfter),
        step.State,
        step.SentAtUtc,
        step.DurationMilliseconds,
        step.OutcomeCode,
        step.Answer);

    private static IReadOnlyDictionary<string, string?> Shown(string? json, string? password)
    {
        var fields = PlanJson.Read(json);
        return password is null ? fields : new Dictionary<string, string?>(fields, StringComparer.Ordinal) { ["password"] = "***" };
    }

    private static IQueryable<AccessPlanRecord> Sort(IQueryable<AccessPlanRecord> plans, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("ended", false) => plans.OrderBy(p => p.EndedAtUtc).ThenBy(p => p.Id),
        ("ended", true) => plans.OrderByDescending(p => p.EndedAtUtc).ThenBy(p => p.Id),
        ("state", false) => plans.OrderBy(p => p.State).ThenBy(p => p.Id),
        ("state", true) => plans.OrderByDescending(p => p.State).ThenBy(p => p.Id),
        ("created", false) => plans.OrderBy(p => p.CreatedAtUtc).ThenBy(p => p.Id),
        _ => plans.OrderByDescending(p => p.CreatedAtUtc).ThenByDescending(p => p.Id),
    };

    private sealed record Sums(Guid PlanId, int Routers, int Steps, int Kicks, int Done, int Failed);
}
