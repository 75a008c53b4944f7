using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>
/// Skips steps that would cut a line off which is to work there again: it was brought back, or its hold was lifted, after the plan was made. Removing an account, isolating
/// and disabling it and ending its session for that are asked about again right before they are sent; the other steps of the plan go on. What a person takes back
/// (an undo) or restores from a backup is done as it says.
/// </summary>
internal sealed class StaleStepGuard(DesiredAccesses desired, TimeProvider clock)
{
    private const int Works = 0;

    /// <summary>Marks what must not be sent any more as skipped.</summary>
    public async Task SkipAsync(Guid routerId, IReadOnlyList<BatchStep> batch, ProvisioningSettings settings, CancellationToken cancellationToken)
    {
        var cutting = batch.Where(s => s.Verdict?.Decision == StepDecision.Send && s.Step.AccessId is not null && (CutOf(s.Step) > Works || IsRemovalFromList(s.Step))).ToList();
        if (cutting.Count == 0)
        {
            return;
        }

        var ids = cutting.Select(s => s.Step.AccessId!.Value).Distinct().ToList();
        var now = (await desired.LoadAsync(routerId, ids, settings, cancellationToken)).Accesses.ToDictionary(a => a.AccessId);
        foreach (var step in cutting)
        {
            if (now.TryGetValue(step.Step.AccessId!.Value, out var access) && IsStale(step.Step, access, settings))
            {
                step.Verdict = StepVerdict.Skip(StepJudge.WantedAgain, step.ItemId);
                (step.State, step.Code) = (PlanStepState.Skipped, step.Verdict.Code);
            }
        }
    }

    private bool IsStale(PlanStep step, DesiredAccess access, ProvisioningSettings settings)
    {
        var state = AccessPlanner.StateNow(access, clock.UtcNow());
        if (!IsRemovalFromList(step))
        {
            return CutOf(step) > CutOf(AccessItems.ReasonOf(state));
        }

        var list = state switch { AccessState.Isolated => settings.IsolirList, AccessState.Disabled => settings.BlockedList, _ => null };
        return list is not null && !string.IsNullOrEmpty(access.FixedAddress) && AccessItems.Entry(access, list).Key == step.Key;
    }

    // An entry that goes lets a line work again; only its own state of now says whether it should.
    private static bool IsRemovalFromList(PlanStep step) => step is { Menu: RouterMenus.AddressList, Verb: PlanVerb.Remove } && step.Reason.StartsWith("access.", StringComparison.Ordinal);

    private static int CutOf(PlanStep step) => IsRemovalFromList(step) ? Works : CutOf(step.Reason);

    // How far a step of that reason cuts a line off.
    private static int CutOf(string reason) => reason switch
    {
        "access.isolate" => 1,
        "access.disable" or AccessItems.StandbyReason => 2,
        "access.remove" => 3,
        _ => Works,
    };
}
