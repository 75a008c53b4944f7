using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Keeps what routers were made to hold beside what they should hold.</summary>
internal sealed class PlacementWriter(PortalContextSource source, TimeProvider clock)
{
    /// <summary>Of these lines, those that have moved away from the router and have not arrived at the new one.</summary>
    public async Task<HashSet<Guid>> StillOnlyHereAsync(Guid routerId, List<Guid> accessIds, CancellationToken cancellationToken)
    {
        if (accessIds.Count == 0)
        {
            return [];
        }

        await using var context = source.CreateForSystem("apply-access-plans");
        var placements = context.Set<AccessPlacement>().AsNoTracking();
        return
        [
            .. await placements
                .Where(p => p.RouterId == routerId && p.Role == PlacementRole.Former && accessIds.Contains(p.AccessId))
                .Where(p => !placements.Any(other => other.AccessId == p.AccessId && other.Role == PlacementRole.Primary && other.AppliedState != null))
                .Select(p => p.AccessId).ToListAsync(cancellationToken),
        ];
    }

    /// <summary>Notes what the steps of a batch made of their lines, in the caller's transaction.</summary>
    public async Task NoteAsync(PortalDbContext context, Guid routerId, IEnumerable<BatchStep> ended, CancellationToken cancellationToken)
    {
        var byAccess = ended
            .Where(s => s.State != PlanStepState.Failed && s.Step.AccessId is not null && s.Step.Menu is RouterMenus.PppSecret or RouterMenus.HotspotUser or RouterMenus.SimpleQueue)
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
            placement.AppliedState = StateOf(step.Step) ?? placement.AppliedState ?? AccessState.Active;
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
                await context.Set<AccessPlacement>()
                    .Where(p => p.RouterId == routerId && ids.Contains(p.AccessId) && (p.AppliedState == null || p.AppliedState != group.Key))
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.AppliedState, group.Key).SetProperty(p => p.AppliedAtUtc, now), cancellationToken);
            }
        }
    }

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
    private static AccessState? StateOf(PlanStep step) => step.Reason switch
    {
        "access.isolate" => AccessState.Isolated,
        "access.disable" => AccessState.Disabled,
        "access.throttle" => AccessState.Throttled,
        "access.activate" => AccessState.Active,
        "access.remove" => AccessState.Absent,
        _ => step.Verb == PlanVerb.Remove ? AccessState.Absent : step.After.TryGetValue("disabled", out var disabled) && disabled == "yes" ? AccessState.Disabled : null,
    };
}
