using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

internal sealed class AccessPlans(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    RouterPlanMaker maker,
    PlanDrafts drafts,
    PlanUndo undo,
    AccessPlanDirectory directory,
    PlanPump pump,
    IEnumerable<IRouterWriteGuard> guards,
    ISettingsReader<ProvisioningSettings> settings,
    TimeProvider clock) : IAccessPlans
{
    private const int RoutersAtOnce = 8;

    public async Task<Result<Page<AccessPlanRow>>> ListAsync(AccessPlanFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.ListAsync(filter, page, cancellationToken);

    public async Task<Result<AccessPlanDetails>> GetAsync(Guid planId, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.GetAsync(planId, cancellationToken);

    public async Task<Result<Page<PlanStepRow>>> ListStepsAsync(Guid planId, PlanStepFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.ListStepsAsync(planId, filter, page, cancellationToken);

    public async Task<Result<Page<PlanFinding>>> ListFindingsAsync(Guid planId, Guid? routerId, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.ListFindingsAsync(planId, routerId, page, cancellationToken);

    public async Task<Result<Guid>> CreateAsync(CreateAccessPlanRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(NetworkPermissions.RoutersApply) ?? new CreateAccessPlanRequestValidator().Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        var routers = request.RouterIds ?? await RoutersOfAsync(request.AccessIds!, cancellationToken);
        var limits = await settings.GetAsync(cancellationToken);
        var kicks = request.Kicks ?? KickPolicy.Now;
        var made = new Result<RouterPlan>[routers.Count];

        // One that never answers costs its own deadline and no other's.
        await Parallel.ForAsync(0, routers.Count, new ParallelOptions { MaxDegreeOfParallelism = RoutersAtOnce, CancellationToken = cancellationToken }, async (i, token) =>
            made[i] = await maker.MakeAsync(routers[i], request.AccessIds, limits, kicks, request.AcceptsMissing, token));
        var unread = routers.Zip(made).Where(m => !m.Second.Succeeded).Select(m => new UnreadRouter(m.First, m.Second.Error!)).ToList();

        // A reading that is not believed is no router that is away: somebody has to look.
        if (unread.Find(u => u.Error.Code == "provisioning.reading_doubtful") is { } doubtful)
        {
            return doubtful.Error;
        }

        if (unread.Count == routers.Count && unread.Count > 0)
        {
            return unread[0].Error;
        }

        var draft = new PlanDraft(request.AccessIds is null ? "drift" : "accesses", request.Reason, [.. made.Where(m => m.Succeeded).Select(m => m.Value)])
        {
            Kicks = kicks,
            StopAtFailedPercent = request.StopAtFailedPercent,
        };
        return await drafts.SaveAsync(draft, unread, request.AccessIds, cancellationToken);
    }

    public async Task<Result> ApplyAsync(Guid planId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<AccessPlanRecord>().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return ProvisioningErrors.PlanNotFound;
        }

        if (plan.State != AccessPlanState.Draft)
        {
            return ProvisioningErrors.WrongState(plan.State.ToString());
        }

        if (plan.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var parts = await context.Set<AccessPlanRouter>().Where(p => p.PlanId == planId).ToListAsync(cancellationToken);
        var observed = true;
        foreach (var part in parts)
        {
            var isObserved = await IsObservedAsync(part.RouterId, cancellationToken);
            observed &= isObserved;
            part.State = isObserved ? AccessPlanState.Observed : part is { Steps: 0, IsUnread: false } ? AccessPlanState.Applied : AccessPlanState.Applying;
        }

        plan.BegunAtUtc = clock.UtcNow();
        plan.State = observed ? AccessPlanState.Observed : parts.Exists(p => p.State == AccessPlanState.Applying) ? AccessPlanState.Applying : AccessPlanState.Applied;
        plan.EndedAtUtc = plan.State == AccessPlanState.Applying ? null : plan.BegunAtUtc;
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            pump.Wake();
        }

        return saved;
    }

    public Task<Result> StopAsync(Guid planId, CancellationToken cancellationToken) =>
        MoveAsync(planId, [AccessPlanState.Applying], AccessPlanState.Stopped, cancellationToken);

    public async Task<Result> ResumeAsync(Guid planId, CancellationToken cancellationToken)
    {
        var moved = await MoveAsync(planId, [AccessPlanState.Stopped, AccessPlanState.Failed], AccessPlanState.Applying, cancellationToken);
        if (!moved.Succeeded)
        {
            return moved;
        }

        // What failed is tried again; whether it may still be done is decided by what the router holds then.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var part in await context.Set<AccessPlanRouter>().Where(p => p.PlanId == planId && p.State != AccessPlanState.Observed).ToListAsync(cancellationToken))
        {
            part.Failed -= await context.Set<AccessPlanStepRecord>().Where(s => s.PlanId == planId && s.RouterId == part.RouterId && s.State == PlanStepState.Failed)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, PlanStepState.Pending).SetProperty(s => s.OutcomeCode, (string?)null), cancellationToken);
            part.State = part.Done < part.Steps || part.IsUnread ? AccessPlanState.Applying : part.State;
            part.NextTryAtUtc = null;
        }

        await context.SaveChangesAsync(cancellationToken);
        pump.Wake();
        return Result.Success;
    }

    public Task<Result> DiscardAsync(Guid planId, CancellationToken cancellationToken) =>
        MoveAsync(planId, [AccessPlanState.Draft], AccessPlanState.Discarded, cancellationToken);

    public async Task<Result<Guid>> UndoAsync(Guid planId, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersApply) is { } denied ? denied : await undo.MakeAsync(planId, cancellationToken);

    private async Task<Result> MoveAsync(Guid planId, AccessPlanState[] from, AccessPlanState to, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<AccessPlanRecord>().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return ProvisioningErrors.PlanNotFound;
        }

        if (!from.Contains(plan.State))
        {
            return ProvisioningErrors.WrongState(plan.State.ToString());
        }

        plan.State = to;
        plan.EndedAtUtc = to == AccessPlanState.Applying ? null : clock.UtcNow();
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private async Task<bool> IsObservedAsync(Guid routerId, CancellationToken cancellationToken)
    {
        // The other guards ask the router itself; that is for the one who applies, not for the click.
        foreach (var guard in guards.OfType<ObserveModeGuard>())
        {
            if (await guard.RefuseAsync(routerId, cancellationToken) is { Code: "provisioning.observe_mode" })
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<Guid>> RoutersOfAsync(IReadOnlyList<Guid> accessIds, CancellationToken cancellationToken)
    {
        var routers = new HashSet<Guid>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var ids in accessIds.Chunk(500).Select(c => c.ToList()))
        {
            routers.UnionWith(await context.Set<AccessPlacement>().Where(p => ids.Contains(p.AccessId)).Select(p => p.RouterId).Distinct().ToListAsync(cancellationToken));
        }

        return [.. routers.Order()];
    }
}
