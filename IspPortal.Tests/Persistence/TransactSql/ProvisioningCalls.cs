using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Provisioning;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of lines, plans and what applies them.</summary>
internal sealed class ProvisioningCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["IsolirStepGuard"] = services =>
        {
            var isolating = new PlanStep(PlanVerb.Set, RouterMenus.PppSecret, "budi", "access.isolate") { AccessId = Id, After = new Dictionary<string, string?> { ["profile"] = new ProvisioningSettings().IsolirProfile } };
            return ActivatorUtilities.CreateInstance<IsolirStepGuard>(services).RefuseAsync(Id, [new BatchStep(1, isolating, false) { Verdict = StepVerdict.Send(null) }], new(), Token);
        },
        ["AccessDirectory"] = async services =>
        {
            var accesses = services.GetRequiredService<IAccessDirectory>();
            foreach (var sort in (string?[])[null, "router", "service", "profile", "lastSeen"])
            {
                await accesses.ListAsync(new(Id, AccessService.Hotspot), new(2, 10, "a%_[", sort), Token);
                await accesses.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await accesses.GetAsync(Id, Token);
            await accesses.ListSessionsAsync(Id, new(2, 10), Token);
        },
        ["AccessPlans"] = async services =>
        {
            var plans = services.GetRequiredService<IAccessPlans>();
            await plans.CreateAsync(new([Id], null), Token);
            await plans.ApplyAsync(Id, 1, Token);
            await plans.StopAsync(Id, Token);
            await plans.ResumeAsync(Id, Token);
            await plans.DiscardAsync(Id, Token);
        },
        ["AccessPlanDirectory"] = async services =>
        {
            var plans = services.GetRequiredService<IAccessPlans>();
            foreach (var sort in (string?[])[null, "created", "ended", "state"])
            {
                await plans.ListAsync(new(AccessPlanState.Draft, Id, "drift"), new(2, 10, "a%_[", sort), Token);
                await plans.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await plans.GetAsync(Id, Token);
            await plans.ListStepsAsync(Id, new(Id, PlanStepState.Failed, PlanVerb.Set), new(2, 10, "a%_["), Token);
            await plans.ListFindingsAsync(Id, Id, new(2, 10), Token);
        },
        ["PlanUndo"] = async services => await services.GetRequiredService<IAccessPlans>().UndoAsync(Id, Token),
        ["AccessEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IAccessEditor>();
            var line = new SaveAccessRequest(Id, AccessService.Pppoe, "budi", "x", "HOME-20", TwinRouterId: Ids.New(TimeProvider.System));
            await editor.AddAsync(line, Token);
            await editor.UpdateAsync(Id, 1, line, Token);
            await editor.ChangeHoldsAsync(Id, AccessHolds.Manual, AccessHolds.None, "a", Token);
            await editor.SetPasswordAsync(Id, "x", Token);
            await editor.TerminateAsync(Id, TimeSpan.Zero, "a", Token);
        },
        ["PlanRetention"] = async services => await services.GetRequiredService<PlanRetention>().RemoveOldAsync(Token),
        ["OwnedAccesses"] = async services => await services.GetRequiredService<IOwnedAccesses>().GetAsync(Id, Token),
        ["PlanPump"] = services => services.GetRequiredService<PlanPump>().TakeDueAsync(Token),
        ["DesiredAccesses"] = async services => await services.GetRequiredService<DesiredAccesses>().LoadAsync(Id, [Id], new(), Token),
        ["ObserveModeGuard"] = async services =>
        {
            foreach (var guard in services.GetServices<IRouterWriteGuard>())
            {
                await guard.RefuseAsync(Id, Token);
            }
        },
        ["PlacementWriter"] = async services =>
        {
            var placements = services.GetRequiredService<PlacementWriter>();
            await placements.StillOnlyHereAsync(Id, [StepOf(PlanVerb.Remove, "access.remove"), StepOf(PlanVerb.Set, "access.standby")], Token);
            await placements.NoteInSyncAsync(Id, [new(Id, AccessService.Pppoe, "budi", AccessState.Active, "HOME-20")], Token);
        },
    };

    private static AccessPlanStepRecord StepOf(PlanVerb verb, string reason) => new() { AccessId = Id, Verb = verb, Menu = RouterMenus.PppSecret, Key = "budi", Reason = reason };
}
