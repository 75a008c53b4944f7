using IspPortal.Core.Common.Time;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Keeps what routers were made to hold beside what they should hold.</summary>
internal sealed class PlacementWriter(PortalContextSource source, TimeProvider clock)
{
    /// <summary>
    /// Of the lines of these steps, those that the router may not let go of yet: moved away and not arrived at the new one, or to be disabled as the
    /// partner's while no other router serves them.
    /// </summary>
    public async Task<HashSet<Guid>> StillOnlyHereAsync(Guid routerId, IReadOnlyCollection<AccessPlanStepRecord> steps, CancellationToken cancellationToken)
    {
        var removed = IdsOf(steps.Where(s => s.Verb == PlanVerb.Remove));
        var standby = IdsOf(steps.Where(s => s is { Reason: AccessItems.StandbyReason, Verb: not PlanVerb.Add }));
        if (removed.Count + standby.Count == 0)
        {
            return [];
        }

        var ids = removed.Union(standby).ToList();
        await using var context = source.CreateForSystem("apply-access-plans");
        var places = await (
            from here in context.Set<AccessPlacement>().AsNoTracking()
            where here.RouterId == routerId && here.Role != PlacementRole.Primary && ids.Contains(here.AccessId)
            join wanted in context.Set<DesiredAccessRecord>().AsNoTracking() on here.AccessId equals wanted.AccessId
            from primary in context.Set<AccessPlacement>().AsNoTracking().Where(p => p.AccessId == here.AccessId && p.Role == PlacementRole.Primary).DefaultIfEmpty()
            select new { here.AccessId, here.Role, wanted, Arrived = primary == null ? null : primary.AppliedState }).ToListAsync(cancellationToken);
        return [.. places.Where(p => (p.Role == PlacementRole.Former ? ids : standby).Contains(p.AccessId) && !HasArrived(p.wanted.State, p.Arrived)).Select(p => p.AccessId)];
    }

    // A line that should work is there once it works there; any other once anything was done about it.
    private static bool HasArrived(AccessState wanted, AccessState? applied) => applied is not null && (!Works(wanted) || Works(applied.Value));

    private static bool Works(AccessState state) => state is AccessState.Active or AccessState.Throttled or AccessState.Isolated;

    /// <summary>Notes what the steps of a batch made of their lines, in the caller's transaction.</summary>
    public async Task NoteAsync(PortalDbContext context, Guid routerId, IEnumerable<BatchStep> ended, CancellationToken cancellationToken)
    {
        var byAccess = ended
            .Where(s => s.State != PlanStepState.Failed && s.Code != StepJudge.WantedAgain && s.Step.AccessId is not null && s.Step.Menu is RouterMenus.PppSecret or RouterMenus.HotspotUser or RouterMenus.SimpleQueue)
            .GroupBy(s => s.Step.AccessId!.Value).ToDictionary(g => g.Key, g => g.Last());
        if (byAccess.Count == 0)
        {
            return;
        }

        var ids = byAccess.Keys.ToList();
        var wanted = await context.Set<DesiredAccessRecord>().AsNoTracking().Where(w => ids.Contains(w.AccessId)).ToDictionaryAsync(w => w.AccessId, cancellationToken);
        var accounts = await context.Set<AccessAccount>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var there = byAccess.Values.Where(s => s.Step.Verb is PlanVerb.Add or PlanVerb.Set).Select(NameOf).ToList();
        var met = await context.Set<AccessAccount>().AsNoTracking().Where(a => a.RouterId == routerId && there.Contains(a.Username)).ToListAsync(cancellationToken);
        foreach (var placement in await context.Set<AccessPlacement>().Where(p => p.RouterId == routerId && ids.Contains(p.AccessId)).ToListAsync(cancellationToken))
        {
            var step = byAccess[placement.AccessId];
            if (step.Step.Verb == PlanVerb.Remove && placement.Role == PlacementRole.Former)
            {
                context.Remove(placement);
                continue;
            }

            placement.ItemId = step.Step.Verb == PlanVerb.Remove ? null : step.ItemId;
            placement.AppliedAtUtc = clock.UtcNow();
            placement.AppliedState = StateOf(step.Step, placement.AppliedState);
            if (step.Step.PasswordAfter is { } password && wanted.GetValueOrDefault(placement.AccessId) is { } line && line.Password == password)
            {
                placement.PasswordRevision = line.PasswordRevision;
            }

            if (placement.Role != PlacementRole.Former && step.Step.Verb != PlanVerb.Remove && accounts.GetValueOrDefault(placement.AccessId) is { } account)
            {
                var name = NameOf(step);
                var other = met.Find(a => a.Service == account.Service && a.Username == name && a.Id != account.Id);
                await TakeAsync(context, placement, account, name, other, cancellationToken);
            }
        }

        await ForgetNamesAsync(context, routerId, [.. byAccess.Where(s => s.Value.Step.Verb == PlanVerb.Remove).Select(s => s.Key)], cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes lines that a reading found as they should be.</summary>
    public async Task NoteInSyncAsync(Guid routerId, IReadOnlyList<DesiredAccess> lines, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        foreach (var group in lines.GroupBy(l => l.State))
        {
            foreach (var ids in group.Select(l => l.AccessId).Chunk(500).Select(c => c.ToList()))
            {
                await using var context = source.CreateForSystem("apply-access-plans");
                if (group.Key != AccessState.Absent)
                {
                    await TakeFoundAsync(context, routerId, ids, cancellationToken);
                }
                else if (await ForgetNamesAsync(context, routerId, ids, cancellationToken))
                {
                    await context.SaveChangesAsync(cancellationToken);
                }

                await context.Set<AccessPlacement>()
                    .Where(p => p.RouterId == routerId && ids.Contains(p.AccessId) && (p.AppliedState == null || p.AppliedState != group.Key))
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.AppliedState, group.Key).SetProperty(p => p.AppliedAtUtc, now), cancellationToken);
            }
        }
    }

    // An ended line that got another name (its person was erased) is known by the old one until no router holds it any more.
    private static async Task<bool> ForgetNamesAsync(PortalDbContext context, Guid routerId, List<Guid> ids, CancellationToken cancellationToken)
    {
        var elsewhere = context.Set<AccessPlacement>().Where(p => p.RouterId != routerId && p.AppliedState != null && p.AppliedState != AccessState.Absent);
        var gone = ids.Count == 0 ? [] : await (
            from wanted in context.Set<DesiredAccessRecord>()
            join account in context.Set<AccessAccount>() on wanted.AccessId equals account.Id
            where ids.Contains(wanted.AccessId) && wanted.Lifecycle == AccessLifecycle.Terminated && account.Username != wanted.Username && !elsewhere.Any(p => p.AccessId == wanted.AccessId)
            select new { account, wanted.Username }).ToListAsync(cancellationToken);
        foreach (var line in gone)
        {
            (line.account.Username, line.account.Comment, line.account.SearchKey) = (line.Username, null, AccessAccount.SearchKeyOf(line.Username, null));
        }

        return gone.Count > 0;
    }

    // A line that is found in order where it is to be served lives there from now on, with or without a step.
    private static async Task TakeFoundAsync(PortalDbContext context, Guid routerId, List<Guid> ids, CancellationToken cancellationToken)
    {
        var accounts = context.Set<AccessAccount>();
        var found = await (
            from placement in context.Set<AccessPlacement>()
            where placement.RouterId == routerId && placement.Role != PlacementRole.Former && ids.Contains(placement.AccessId)
            join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
            join account in accounts on placement.AccessId equals account.Id
            from other in accounts.Where(o => o.RouterId == routerId && o.Service == wanted.Service && o.Username == wanted.Username && o.Id != account.Id).DefaultIfEmpty()
            where other != null || (placement.Role == PlacementRole.Primary && (account.RouterId != routerId || account.Username != wanted.Username))
            select new { placement, wanted.Username, account, other }).ToListAsync(cancellationToken);
        foreach (var line in found)
        {
            await TakeAsync(context, line.placement, line.account, line.Username, line.other, cancellationToken);
        }

        // Whoever polls the router may have been faster; the next comparison finds what is left.
        await context.TrySaveAsync(NetworkErrors.AccessNotOwned, cancellationToken);
    }

    private static List<Guid> IdsOf(IEnumerable<AccessPlanStepRecord> steps) => [.. steps.Where(s => s.AccessId is not null).Select(s => s.AccessId!.Value).Distinct()];

    private static string NameOf(BatchStep step) => step.Step.After.GetValueOrDefault("name") ?? step.Step.Key;

    // An account of that name that was only seen there was the line all along: its sessions are the line's, and it is no access of its own any more.
    private static async Task TakeAsync(PortalDbContext context, AccessPlacement placement, AccessAccount account, string name, AccessAccount? other, CancellationToken cancellationToken)
    {
        if (other is { IsOwned: true })
        {
            // It is still called so until its own change is applied.
            return;
        }

        if (other is not null)
        {
            await context.Set<SessionRecord>().Where(s => s.AccessId == other.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.AccessId, account.Id), cancellationToken);
            await context.Set<AccessAccount>().Where(a => a.Id == other.Id).ExecuteDeleteAsync(cancellationToken);
        }

        if (placement.Role == PlacementRole.Primary)
        {
            account.RouterId = placement.RouterId;
            account.Username = name;
            account.SearchKey = AccessAccount.SearchKeyOf(name, account.Comment);
        }
    }

    // By the step's reason; a new account is what its properties make it.
    private static AccessState StateOf(PlanStep step, AccessState? before) => step.Reason switch
    {
        "access.isolate" => AccessState.Isolated,
        "access.disable" or AccessItems.StandbyReason => AccessState.Disabled,
        "access.throttle" => AccessState.Throttled,
        "access.activate" => AccessState.Active,
        "access.remove" => AccessState.Absent,
        _ when step.Verb == PlanVerb.Remove => AccessState.Absent,
        _ => (step.After.GetValueOrDefault("disabled"), before) switch
        {
            ("yes" or "true", _) => AccessState.Disabled,
            ("no" or "false", AccessState.Disabled or AccessState.Absent) => AccessState.Active,
            _ => before ?? AccessState.Active,
        },
    };
}
