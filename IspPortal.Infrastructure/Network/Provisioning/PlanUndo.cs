using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Makes the plan that takes another one back: what it did, reversed and in reverse order, with the sessions that have to feel it.</summary>
internal sealed class PlanUndo(PortalContextSource source, IRouterContentsReader reader, PlanDrafts drafts, IEnumerable<IOwnUndo> others)
{
    public async Task<Result<Guid>> MakeAsync(Guid planId, CancellationToken cancellationToken)
    {
        List<AccessPlanStepRecord> done, felt;
        await using (var context = source.CreateForSystem("undo-access-plan"))
        {
            var plan = await context.Set<AccessPlanRecord>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
            if (plan is null)
            {
                return ProvisioningErrors.PlanNotFound;
            }

            if (plan.State is not (AccessPlanState.Applied or AccessPlanState.Failed or AccessPlanState.Stopped))
            {
                return ProvisioningErrors.WrongState(plan.State.ToString());
            }

            foreach (var other in others)
            {
                if (await other.UndoAsync(plan, cancellationToken) is { } made)
                {
                    return made;
                }
            }

            done = await context.Set<AccessPlanStepRecord>().AsNoTracking()
                .Where(s => s.PlanId == planId && s.State == PlanStepState.Done && s.Verb != PlanVerb.Kick)
                .OrderBy(s => s.RouterId).ThenByDescending(s => s.Number).ToListAsync(cancellationToken);

            // Whoever felt a profile change has to feel its undoing too.
            felt = await context.Set<AccessPlanStepRecord>().AsNoTracking()
                .Where(s => s.PlanId == planId && s.Verb == PlanVerb.Kick && s.Reason == "profile.change").OrderBy(s => s.Number).ToListAsync(cancellationToken);
        }

        var routers = new List<RouterPlan>();
        foreach (var group in done.GroupBy(s => s.RouterId))
        {
            var steps = group.Select(s => PlanStepReading.ValueOf(s).Undo()!).ToList();
            var kicks = felt.Where(s => s.RouterId == group.Key).ToList();
            var sessions = await SessionsAsync(group.Key, steps, kicks, cancellationToken);
            if (!sessions.Succeeded)
            {
                return sessions.Error;
            }

            routers.Add(new RouterPlan(group.Key, [.. steps.SelectMany(step => WithKick(step, sessions.Value)), .. kicks.SelectMany(kick => Again(kick, sessions.Value))], []));
        }

        return await drafts.SaveAsync(new PlanDraft("undo", null, routers) { UndoesPlanId = planId }, cancellationToken);
    }

    private async Task<Result<RouterContents>> SessionsAsync(Guid routerId, List<PlanStep> steps, List<AccessPlanStepRecord> kicks, CancellationToken cancellationToken)
    {
        var menus = steps.Select(s => RouterMenus.SessionsOf(s.Menu)).OfType<string>().Concat(kicks.Select(k => k.Menu)).Distinct(StringComparer.Ordinal).ToList();
        return await reader.ReadAsync(routerId, new RouterReading(menus), cancellationToken);
    }

    private static IEnumerable<PlanStep> Again(AccessPlanStepRecord kick, RouterContents sessions) => sessions[kick.Menu].Find(kick.Key) is { } session
        ? [new PlanStep(PlanVerb.Kick, kick.Menu, kick.Key, "plan.undo") { AccessId = kick.AccessId, ItemId = session.Id }]
        : [];

    private static IEnumerable<PlanStep> WithKick(PlanStep step, RouterContents sessions)
    {
        yield return step;
        var menu = RouterMenus.SessionsOf(step.Menu);
        var isFelt = step.Verb == PlanVerb.Remove || step.After.ContainsKey("profile") || step.After.ContainsKey("disabled") || step.After.ContainsKey("remote-address") || step.After.ContainsKey("name");
        if (menu is not null && isFelt && sessions[menu].Find(step.Key) is { } session)
        {
            yield return new PlanStep(PlanVerb.Kick, menu, session.KeyIn(menu), step.Reason) { AccessId = step.AccessId, ItemId = session.Id };
        }
    }
}
