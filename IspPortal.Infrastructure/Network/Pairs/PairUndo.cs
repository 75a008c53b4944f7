using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>
/// Takes a move within a pair back: the places that it declared are put back, and both routers are compared with that anew. Lines that were moved again since, or
/// that their old router cannot take, stay where they are.
/// </summary>
internal sealed class PairUndo(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PairDesk desk) : IOwnUndo
{
    public async Task<Result<Guid>?> UndoAsync(AccessPlanRecord plan, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var places = await context.Set<AccessPlanPlace>().AsNoTracking().Where(p => p.PlanId == plan.Id).ToListAsync(cancellationToken);
        if (places.Find(p => p.RoleBefore == PlacementRole.Primary)?.RouterId is not { } home || places.Find(p => p.RoleAfter == PlacementRole.Primary)?.RouterId is not { } away)
        {
            return null;
        }

        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        var names = await context.Set<Router>().AsNoTracking().Where(r => (r.Id == home || r.Id == away) && r.RemovedAtUtc == null).ToDictionaryAsync(r => r.Id, cancellationToken);
        if (!names.TryGetValue(home, out var router) || !names.TryGetValue(away, out var partner) || router.TwinRouterId != away)
        {
            return PairErrors.NotPaired;
        }

        var pair = new PairOf(home, router.Name, away, partner.Name, router.TwinMode);
        var lines = await PairLines.ServedByAsync(context, pair, away, [.. places.Select(p => p.AccessId).Distinct()], cancellationToken);
        return lines.Count == 0 ? ProvisioningErrors.NothingToDo : await desk.UndoMoveAsync(pair, plan, lines, places, cancellationToken);
    }
}
