using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>
/// Refuses steps that isolate a line while the router's isolir kit is not proven: the check may have turned red after the plan was made, and an undo isolates without
/// asking the planner. The other steps of the plan go on.
/// </summary>
internal sealed class IsolirStepGuard(PortalContextSource source)
{
    /// <summary>Marks what must not be sent as failed.</summary>
    public async Task RefuseAsync(Guid routerId, IReadOnlyList<BatchStep> batch, ProvisioningSettings settings, CancellationToken cancellationToken)
    {
        var isolating = batch.Where(s => s.Verdict?.Decision == StepDecision.Send && s.Step.Isolates(settings.IsolirProfile, settings.IsolirList)).ToList();
        if (isolating.Count == 0)
        {
            return;
        }

        await using var context = source.CreateForSystem("apply-access-plans");
        if (await context.Set<Router>().AnyAsync(r => r.Id == routerId && r.IsolirProvenAtUtc != null, cancellationToken))
        {
            return;
        }

        foreach (var step in isolating)
        {
            step.Verdict = StepVerdict.Fail(ProvisioningErrors.IsolirNotReady.Code, step.ItemId);
            (step.State, step.Code) = (PlanStepState.Failed, step.Verdict.Code);
        }
    }
}
