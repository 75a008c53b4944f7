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
/// Takes a move within a pair, or the declaring and withdrawing of twins, back: the places that it declared are put back, and the routers are compared with that anew. Lines that were
/// moved again since, or that their old router cannot take, stay where they are.
/// </summary>
internal sealed class PairUndo(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PairDesk desk) : IOwnUndo
{
    public async Task<Result<Guid>?> UndoAsync(AccessPlanRecord plan, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var places = await context.Set<AccessPlanPlace>().AsNoTracking().Where(p => p.PlanId == plan.Id).ToListAsync(cancellationToken);
        if (places.Count == 0)
        {
            return null;
        }

        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        return places.Find(p => p.RoleBefore == PlacementRole.Primary)?.RouterId is { } home && places.Find(p => p.RoleAfter == PlacementRole.Primary)?.RouterId is { } away
            ? await UndoMoveAsync(context, plan, places, home, away, cancellationToken)
            : await UndoTwinsAsync(context, plan, places, cancellationToken);
    }

    private async Task<Result<Guid>> UndoMoveAsync(PortalDbContext context, AccessPlanRecord plan, List<AccessPlanPlace> places, Guid home, Guid away, CancellationToken cancellationToken)
    {
        var names = await context.Set<Router>().AsNoTracking().Where(r => (r.Id == home || r.Id == away) && r.RemovedAtUtc == null).ToDictionaryAsync(r => r.Id, cancellationToken);
        if (!names.TryGetValue(home, out var router) || !names.TryGetValue(away, out var partner) || router.TwinRouterId != away)
        {
            return PairErrors.NotPaired;
        }

        var pair = new PairOf(home, router.Name, away, partner.Name, router.TwinMode);
        var lines = await PairLines.ServedByAsync(context, pair, away, [.. places.Select(p => p.AccessId).Distinct()], cancellationToken);
        return lines.Count == 0 ? ProvisioningErrors.NothingToDo : await desk.UndoMoveAsync(pair, plan, lines, places, cancellationToken);
    }

    // Lines that were moved since, or that are no longer as the plan made them, stay as they are.
    private async Task<Result<Guid>> UndoTwinsAsync(PortalDbContext context, AccessPlanRecord plan, List<AccessPlanPlace> places, CancellationToken cancellationToken)
    {
        var partnerId = places[0].RouterId;
        var partner = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == partnerId && r.RemovedAtUtc == null && r.TwinRouterId != null, cancellationToken);
        var router = partner is null ? null : await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == partner.TwinRouterId && r.RemovedAtUtc == null, cancellationToken);
        if (partner is null || router is null)
        {
            return PairErrors.NotPaired;
        }

        var pair = new PairOf(router.Id, router.Name, partnerId, partner.Name, router.TwinMode);
        var served = await PairLines.ServedByAsync(context, pair, router.Id, [.. places.Select(p => p.AccessId).Distinct()], cancellationToken);
        var lines = served.FindAll(l => l.Wanted.HomeRouterId is null && l.HasTwin == (places[0].RoleAfter == PlacementRole.Twin));
        return lines.Count == 0 ? ProvisioningErrors.NothingToDo : await desk.UndoTwinsAsync(pair, plan, lines, places, cancellationToken);
    }
}
