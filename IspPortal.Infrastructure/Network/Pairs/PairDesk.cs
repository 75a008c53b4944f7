using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>Each action of a pair: what it would mean and what it does. The caller has checked permission, pair and request.</summary>
internal sealed class PairDesk(PairPlanner planner, PairBook book)
{
    private const int Examples = 5;

    public async Task<Result<PairPreview>> PreviewAsync(PairOf pair, List<PairLine> lines, PairRequest request, KickPolicy kicks, CancellationToken cancellationToken)
    {
        if (Target(pair, request.Action) is { } target)
        {
            var able = await planner.FindAbleAsync(pair, target.To, lines, target.Role, request, cancellationToken);
            if (!able.Succeeded)
            {
                return able.Error;
            }

            var (steps, kicked, unreadName) = (able.Value.Compared.Plan.Steps.Count, able.Value.Compared.Plan.Kicks, (string?)null);
            if (target.Role == PlacementRole.Primary && able.Value.Lines.Count > 0)
            {
                var from = pair.Other(target.To);
                var left = await planner.MakeAsTwinAsync(pair, from, able.Value.Lines, kicks, cancellationToken);
                steps += left.ValueOr(null)?.Steps.Count ?? 0;
                kicked += left.ValueOr(null)?.Kicks ?? 0;
                unreadName = left.Succeeded ? null : pair.NameOf(from);
            }

            var obstacles = able.Value.Obstacles.GroupBy(o => o.Finding.Kind)
                .Select(g => new PairObstacle(g.Key, g.Count(), [.. g.Select(o => o.Username).Take(Examples)])).OrderByDescending(o => o.Lines).ThenBy(o => o.Kind);
            return new PairPreview(
                lines.Count, able.Value.Lines.Count, able.Value.New, steps, kicked, [.. obstacles], unreadName);
        }

        if (request.Action == PairAction.WithdrawTwins)
        {
            return new PairPreview(lines.Count, lines.Count, 0, lines.Count, 0, [], null);
        }

        var (plans, unread) = await ReadAsync(RoutersOf(pair, request.Action), IdsOf(lines), kicks, cancellationToken);
        return new PairPreview(
            lines.Count, lines.Count, plans.Sum(p => p.Steps.Count(s => s.Verb == PlanVerb.Add)), plans.Sum(p => p.Steps.Count), plans.Sum(p => p.Kicks), [],
            unread.Count > 0 ? pair.NameOf(unread[0].RouterId) : null);
    }

    public async Task<Result<PairOutcome>> PlanAsync(PairOf pair, List<PairLine> lines, PairRequest request, KickPolicy kicks, CancellationToken cancellationToken)
    {
        var reason = request.Reason!.Trim();
        if (Target(pair, request.Action) is { } target)
        {
            var able = await planner.FindAbleAsync(pair, target.To, lines, target.Role, request, cancellationToken);
            return !able.Succeeded ? able.Error
                : able.Value.Lines.Count == 0 ? PairErrors.NoneAble(lines.Count)
                : request.Action == PairAction.DeclareTwins ? await DeclareAsync(pair, lines.Count, able.Value, request, kicks, cancellationToken)
                : await MoveAsync(pair, target.To, lines.Count, able.Value, request, kicks, cancellationToken);
        }

        var ids = IdsOf(lines);
        IReadOnlyList<AccessPlanPlace> places = [];
        if (request.Action == PairAction.WithdrawTwins)
        {
            var withdrawn = await book.WithdrawAsync(pair, ids, reason, cancellationToken);
            if (!withdrawn.Succeeded)
            {
                return withdrawn.Error;
            }

            places = withdrawn.Value;
        }
        else if (request.Action == PairAction.CleanUp)
        {
            await book.DiscardCleanUpsAsync(pair.RouterId, cancellationToken);
        }

        // A router that cannot be read now is planned when it is back.
        var (plans, unread) = await ReadAsync(RoutersOf(pair, request.Action), ids, kicks, cancellationToken);
        var origin = request.Action switch { PairAction.WithdrawTwins => PairPlanner.TwinsOrigin, PairAction.CleanUp => PairPlanner.CleanUpOrigin, _ => PairPlanner.AlignOrigin };
        var saved = await planner.SaveAsync(new PlanDraft(origin, reason, plans) { Kicks = kicks, Places = places }, unread, ids, cancellationToken);
        return saved.Succeeded ? new PairOutcome(lines.Count, 0, saved.Value, null) : saved.Error;
    }

    private async Task<Result<PairOutcome>> DeclareAsync(PairOf pair, int meant, AbleLines able, PairRequest request, KickPolicy kicks, CancellationToken cancellationToken)
    {
        var (ids, reason) = (IdsOf(able), request.Reason!.Trim());
        var declared = await book.DeclareAsync(pair, ids, reason, request.MayAdopt, cancellationToken);
        if (!declared.Succeeded)
        {
            return declared.Error;
        }

        await planner.NoteInSyncAsync(pair.PartnerId, able, cancellationToken);
        var saved = await planner.SaveAsync(new PlanDraft(PairPlanner.TwinsOrigin, reason, [able.Compared.Plan]) { Kicks = kicks, Places = declared.Value }, [], ids, cancellationToken);
        return saved.Succeeded ? new PairOutcome(ids.Count, meant - ids.Count, saved.Value, null) : saved.Error;
    }

    /// <summary>Puts lines that a move brought to the partner back to where they were before it; gives the draft of that.</summary>
    public async Task<Result<Guid>> UndoMoveAsync(PairOf pair, AccessPlanRecord move, List<PairLine> lines, IReadOnlyList<AccessPlanPlace> places, CancellationToken cancellationToken)
    {
        var able = await planner.FindAbleAsync(pair, pair.RouterId, lines, PlacementRole.Primary, new PairRequest(PairAction.MoveBack, new PairLineFilter(), Kicks: move.Kicks), cancellationToken);
        if (!able.Succeeded)
        {
            return able.Error;
        }

        if (able.Value.Lines.Count == 0)
        {
            return PairErrors.NoneAble(lines.Count);
        }

        var (ids, reason) = (IdsOf(able.Value), move.Reason ?? string.Empty);
        var restored = await book.RestoreAsync(pair, "pair_move_undone", places, ids, reason, cancellationToken);
        if (!restored.Succeeded)
        {
            return restored.Error;
        }

        var draft = new PlanDraft("undo", move.Reason, []) { Kicks = move.Kicks, UndoesPlanId = move.Id, Places = restored.Value };
        var made = await LetGoAsync(pair, pair.RouterId, lines.Count, able.Value, draft, cancellationToken);
        if (!made.Succeeded)
        {
            return made.Error;
        }

        return await PlanIdOrUndoneAsync(made.Value.PlanId, move.Id, made.Value.CleanUpPlanId, cancellationToken);
    }

    // Where routers hold already what the plan would take back, that plan is over.
    private async Task<Result<Guid>> PlanIdOrUndoneAsync(Result<Guid?> made, Guid undoneId, Guid? otherPlanId, CancellationToken cancellationToken)
    {
        if (!made.Succeeded)
        {
            return made.Error;
        }

        if (made.Value is { } planId)
        {
            return planId;
        }

        var noted = await book.NoteUndoneAsync(undoneId, cancellationToken);
        return noted.Succeeded ? otherPlanId ?? undoneId : noted.Error;
    }

    /// <summary>Takes lines off the partner that were declared there, or puts those back that were taken off; gives the draft of that.</summary>
    public async Task<Result<Guid>> UndoTwinsAsync(PairOf pair, AccessPlanRecord twins, List<PairLine> lines, IReadOnlyList<AccessPlanPlace> places, CancellationToken cancellationToken)
    {
        var (ids, able) = (IdsOf(lines), (AbleLines?)null);
        if (places[0].RoleBefore == PlacementRole.Twin)
        {
            var found = await planner.FindAbleAsync(pair, pair.PartnerId, lines, PlacementRole.Twin, new PairRequest(PairAction.DeclareTwins, new PairLineFilter(), Kicks: twins.Kicks), cancellationToken);
            if (!found.Succeeded || found.Value.Lines.Count == 0)
            {
                return found.Error ?? PairErrors.NoneAble(lines.Count);
            }

            (able, ids) = (found.Value, IdsOf(found.Value));
        }

        var restored = await book.RestoreAsync(pair, "pair_twins_undone", places, ids, twins.Reason ?? string.Empty, cancellationToken);
        if (!restored.Succeeded)
        {
            return restored.Error;
        }

        var (plans, unread) = able is null ? await ReadAsync([pair.PartnerId], ids, twins.Kicks, cancellationToken) : ([able.Compared.Plan], []);
        if (able is not null)
        {
            await planner.NoteInSyncAsync(pair.PartnerId, able, cancellationToken);
        }

        var draft = new PlanDraft("undo", twins.Reason, plans) { Kicks = twins.Kicks, UndoesPlanId = twins.Id, Places = restored.Value };
        return await PlanIdOrUndoneAsync(await planner.SaveAsync(draft, unread, ids, cancellationToken), twins.Id, null, cancellationToken);
    }

    private async Task<Result<PairOutcome>> MoveAsync(PairOf pair, Guid to, int meant, AbleLines able, PairRequest request, KickPolicy kicks, CancellationToken cancellationToken)
    {
        var reason = request.Reason!.Trim();
        var moved = await book.MoveAsync(pair, pair.Other(to), IdsOf(able), reason, request.MayAdopt, cancellationToken);
        return moved.Succeeded
            ? await LetGoAsync(pair, to, meant, able, new PlanDraft(PairPlanner.MoveOrigin, reason, []) { Kicks = kicks, Places = moved.Value }, cancellationToken)
            : moved.Error;
    }

    // The router that serves from now on comes first; the other one lets go of a line only once it is served there.
    private async Task<Result<PairOutcome>> LetGoAsync(PairOf pair, Guid to, int meant, AbleLines able, PlanDraft draft, CancellationToken cancellationToken)
    {
        var (ids, from) = (IdsOf(able), pair.Other(to));
        await book.DiscardCleanUpsAsync(to, cancellationToken);
        await planner.NoteInSyncAsync(to, able, cancellationToken);
        var (left, unread) = await ReadAsync([from], ids, draft.Kicks, cancellationToken);
        var saved = await planner.SaveAsync(draft with { Routers = [able.Compared.Plan, .. left] }, [], ids, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        if (unread.Count == 0)
        {
            return new PairOutcome(ids.Count, meant - ids.Count, saved.Value, null);
        }

        // A plan of its own: that of the living router ends, and can be taken back, without waiting for the dead one.
        await book.DiscardCleanUpsAsync(from, cancellationToken);
        var cleanUp = await planner.SaveAsync(PairPlanner.CleanUpOrigin, draft.Reason, draft.Kicks, [], unread, ids, cancellationToken);
        return cleanUp.Succeeded ? new PairOutcome(ids.Count, meant - ids.Count, saved.Value, cleanUp.Value) : cleanUp.Error;
    }

    private async Task<(List<RouterPlan> Plans, List<UnreadRouter> Unread)> ReadAsync(IReadOnlyList<Guid> routers, List<Guid> accessIds, KickPolicy kicks, CancellationToken cancellationToken)
    {
        var (plans, unread) = (new List<RouterPlan>(), new List<UnreadRouter>());
        foreach (var router in routers)
        {
            var made = await planner.MakeAsync(router, accessIds, kicks, cancellationToken);
            if (made.Succeeded)
            {
                plans.Add(made.Value);
            }
            else
            {
                unread.Add(new UnreadRouter(router, made.Error));
            }
        }

        return (plans, unread);
    }

    private static (Guid To, PlacementRole Role)? Target(PairOf pair, PairAction action) => action switch
    {
        PairAction.DeclareTwins => (pair.PartnerId, PlacementRole.Twin),
        PairAction.MoveToPartner => (pair.PartnerId, PlacementRole.Primary),
        PairAction.MoveBack => (pair.RouterId, PlacementRole.Primary),
        _ => null,
    };

    private static IReadOnlyList<Guid> RoutersOf(PairOf pair, PairAction action) => action switch
    {
        PairAction.WithdrawTwins => [pair.PartnerId],
        PairAction.CleanUp => [pair.RouterId],
        _ => [pair.RouterId, pair.PartnerId],
    };

    private static List<Guid> IdsOf(IEnumerable<PairLine> lines) => [.. lines.Select(l => l.Wanted.AccessId)];

    private static List<Guid> IdsOf(AbleLines able) => [.. able.Lines.Select(l => l.AccessId)];
}
