using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>Writes where the lines of a pair are, all of an action or nothing. Routers are not touched here. The caller has checked the permission.</summary>
internal sealed class PairBook(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    private const int RowsAtOnce = 500;

    /// <summary>Puts lines that the router serves on its partner too.</summary>
    public Task<Result<List<AccessPlanPlace>>> DeclareAsync(PairOf pair, List<Guid> accessIds, string reason, bool mayAdopt, CancellationToken cancellationToken) => ChangeAsync(
        pair, "pair_twins_declared", accessIds, reason,
        (context, _, placements) =>
        {
            var there = placements.Find(p => p.RouterId == pair.PartnerId);
            if (there is null)
            {
                Add(context, placements, new AccessPlacement { AccessId = placements[0].AccessId, RouterId = pair.PartnerId, Role = PlacementRole.Twin, MayAdopt = mayAdopt });
            }
            else
            {
                there.Role = PlacementRole.Twin;
                there.MayAdopt |= mayAdopt;
            }
        },
        cancellationToken);

    /// <summary>Takes lines off the partner.</summary>
    public Task<Result<List<AccessPlanPlace>>> WithdrawAsync(PairOf pair, List<Guid> accessIds, string reason, CancellationToken cancellationToken) => ChangeAsync(
        pair, "pair_twins_withdrawn", accessIds, reason,
        (_, _, placements) =>
        {
            if (placements.Find(p => p.RouterId == pair.PartnerId) is { Role: PlacementRole.Twin } twin)
            {
                twin.Role = PlacementRole.Former;
            }
        },
        cancellationToken);

    /// <summary>Lets one router of the pair serve what the other one served; the two change their parts. Gives what that changed, for whoever takes it back.</summary>
    public Task<Result<List<AccessPlanPlace>>> MoveAsync(PairOf pair, Guid from, List<Guid> accessIds, string reason, bool mayAdopt, CancellationToken cancellationToken) => ChangeAsync(
        pair, from == pair.RouterId ? "pair_lines_moved" : "pair_lines_moved_back", accessIds, reason,
        (context, wanted, placements) =>
        {
            var to = pair.Other(from);
            wanted.HomeRouterId = TwinRule.HomeAfterMove(wanted.HomeRouterId, from, to);
            foreach (var placement in placements.Where(p => p.RouterId == from || p.RouterId == to))
            {
                placement.Role = placement.RouterId == to ? PlacementRole.Primary : PlacementRole.Twin;
                placement.MayAdopt |= mayAdopt && placement.RouterId == to;
            }

            if (!placements.Exists(p => p.RouterId == to))
            {
                Add(context, placements, new AccessPlacement { AccessId = wanted.AccessId, RouterId = to, Role = PlacementRole.Primary, MayAdopt = mayAdopt });
            }
        },
        cancellationToken);

    /// <summary>Puts the places of lines back as they were before a plan declared them anew.</summary>
    public Task<Result<List<AccessPlanPlace>>> RestoreAsync(PairOf pair, string action, IReadOnlyList<AccessPlanPlace> places, List<Guid> accessIds, string reason, CancellationToken cancellationToken)
    {
        var byLine = places.ToLookup(p => p.AccessId);
        return ChangeAsync(
            pair, action, accessIds, reason,
            (context, wanted, placements) =>
            {
                foreach (var place in byLine[wanted.AccessId])
                {
                    wanted.HomeRouterId = place.HomeBefore;
                    if (placements.Find(p => p.RouterId == place.RouterId) is { } placement)
                    {
                        // Where it was not before, it has to go again.
                        placement.Role = place.RoleBefore ?? PlacementRole.Former;
                    }
                    else if (place.RoleBefore is { } role)
                    {
                        // The place itself went once the router had let go of the line.
                        Add(context, placements, new AccessPlacement { AccessId = wanted.AccessId, RouterId = place.RouterId, Role = role });
                    }
                }
            },
            cancellationToken);
    }

    /// <summary>A plan whose routers hold already what it would take back is over.</summary>
    public async Task<Result> NoteUndoneAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        (await context.Set<AccessPlanRecord>().FirstAsync(p => p.Id == planId, cancellationToken)).State = AccessPlanState.Undone;
        return await context.TrySaveAsync(null, cancellationToken);
    }

    /// <summary>Clean-up plans of a router that were prepared and not applied say nothing any more.</summary>
    public async Task DiscardCleanUpsAsync(Guid routerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var plan in await context.Set<AccessPlanRecord>()
            .Where(p => p.Origin == PairPlanner.CleanUpOrigin && p.State == AccessPlanState.Draft && context.Set<AccessPlanRouter>().Any(part => part.PlanId == p.Id && part.RouterId == routerId))
            .ToListAsync(cancellationToken))
        {
            (plan.State, plan.EndedAtUtc) = (AccessPlanState.Discarded, clock.UtcNow());
        }

        await context.TrySaveAsync(null, cancellationToken);
    }

    private async Task<Result<List<AccessPlanPlace>>> ChangeAsync(
        PairOf pair, string action, List<Guid> accessIds, string reason, Action<PortalDbContext, DesiredAccessRecord, List<AccessPlacement>> change, CancellationToken cancellationToken)
    {
        var changed = new List<AccessPlanPlace>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var ids in accessIds.Chunk(RowsAtOnce).Select(c => c.ToList()))
        {
            var first = changed.Count;
            var placements = (await context.Set<AccessPlacement>().Where(p => ids.Contains(p.AccessId)).ToListAsync(cancellationToken)).ToLookup(p => p.AccessId);
            foreach (var wanted in await context.Set<DesiredAccessRecord>().Where(w => ids.Contains(w.AccessId)).ToListAsync(cancellationToken))
            {
                List<AccessPlacement> of = [.. placements[wanted.AccessId]];
                var (before, home) = (of.ToDictionary(p => p.RouterId, p => p.Role), wanted.HomeRouterId);
                change(context, wanted, of);
                changed.AddRange(
                    from placement in of
                    let was = before.TryGetValue(placement.RouterId, out var role) ? role : (PlacementRole?)null
                    where was != placement.Role
                    select new AccessPlanPlace { AccessId = wanted.AccessId, RouterId = placement.RouterId, RoleBefore = was, RoleAfter = placement.Role, HomeBefore = home });
            }

            var moved = changed.Skip(first).Where(p => p.RoleAfter == PlacementRole.Primary).Select(p => p.AccessId).Distinct().ToList();
            if (moved.Count > 0)
            {
                context.AddEvent(new LinesMoved(pair.RouterId, moved));
            }

            var saved = await context.TrySaveAsync(null, cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Error;
            }

            context.ChangeTracker.Clear();
        }

        context.AddAudit(action, "router", pair.RouterId.ToString(), null, JsonSerializer.Serialize(new { reason, partner = pair.PartnerName, lines = accessIds.Count }));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private static void Add(PortalDbContext context, List<AccessPlacement> placements, AccessPlacement placement)
    {
        context.Add(placement);
        placements.Add(placement);
    }
}
