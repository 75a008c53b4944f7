using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Applies the part of a plan that concerns one router, batch by batch; each batch is noted before it is sent and again when it is answered.</summary>
internal sealed class PlanPartRunner(
    PortalContextSource source,
    UnreadParts unreadParts,
    BatchSender sender,
    IsolirStepGuard isolir,
    StaleStepGuard stale,
    PlacementWriter placements,
    IEnumerable<IRouterWriteGuard> guards,
    ISettingsReader<ProvisioningSettings> settings,
    ILiveRouters live,
    ISettingsReader<CompanySettings> company,
    TimeProvider clock)
{
    private const string Job = "apply-access-plans";
    private const int BatchSize = 50;
    private const int MinFailuresToStop = 5;

    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>How long a step waits for its line to arrive at its new router before it looks again.</summary>
    private static readonly TimeSpan WhileWaiting = TimeSpan.FromSeconds(2);

    /// <summary>Works until the part is finished, has to wait, or is stopped. <paramref name="renew"/> renews the lease and tells whether it is still held.</summary>
    public async Task RunAsync(Guid planId, Guid routerId, Func<CancellationToken, Task<bool>> renew, CancellationToken cancellationToken)
    {
        await using (var context = source.CreateForSystem(Job))
        {
            if (!await context.Set<Router>().AnyAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken))
            {
                await EndAsync(planId, routerId, isWaiting: false, cancellationToken, NetworkErrors.RouterNotFound.Code);
                return;
            }

            var part = await context.Set<AccessPlanRouter>().AsNoTracking().FirstAsync(p => p.PlanId == planId && p.RouterId == routerId, cancellationToken);
            foreach (var guard in guards)
            {
                if (await guard.RefuseAsync(routerId, cancellationToken) is { } refused)
                {
                    await WaitAsync(planId, routerId, refused, cancellationToken);
                    return;
                }
            }

            if (part.IsUnread && await unreadParts.PlanAsync(planId, routerId, cancellationToken) is { } unread)
            {
                await WaitAsync(planId, routerId, unread, cancellationToken);
                return;
            }
        }

        var limits = await settings.GetAsync(cancellationToken);
        var budget = new RequestBudget(() => live.StatusOf(routerId)?.CpuPercent > 80 ? limits.RequestsPerSecond / 2.0 : limits.RequestsPerSecond, clock);
        var plan = await PlanOfAsync(planId, cancellationToken);
        var kicks = plan.KicksPerSecond is { } pace ? new RequestBudget(() => pace, clock) : null;
        var last = 0;
        var isWaiting = false;
        while (await renew(cancellationToken) && (await PlanOfAsync(planId, cancellationToken)).State == AccessPlanState.Applying)
        {
            var (batch, deferred) = await NextAsync(plan, routerId, last, cancellationToken);
            isWaiting |= deferred;
            if (batch.Count == 0)
            {
                await EndAsync(planId, routerId, isWaiting, cancellationToken);
                return;
            }

            last = batch.Max(s => s.Number);
            var judged = await sender.JudgeAsync(routerId, batch, cancellationToken);
            if (!judged.Succeeded)
            {
                await WaitAsync(planId, routerId, judged.Error, cancellationToken);
                return;
            }

            await stale.SkipAsync(routerId, batch, limits, cancellationToken);
            await isolir.RefuseAsync(routerId, batch, limits, cancellationToken);
            await NoteSendingAsync(planId, routerId, batch, cancellationToken);
            Result sent;
            try
            {
                sent = await sender.SendAsync(routerId, batch, budget, kicks, cancellationToken);
            }
            finally
            {
                // Also when the portal stops: what was answered is known.
                await NoteOutcomesAsync(planId, routerId, batch, CancellationToken.None);
            }

            if (!sent.Succeeded)
            {
                await WaitAsync(planId, routerId, sent.Error, cancellationToken);
                return;
            }

            await StopIfFailingAsync(planId, cancellationToken);
        }
    }

    private async Task<AccessPlanRecord> PlanOfAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        return await context.Set<AccessPlanRecord>().AsNoTracking().FirstAsync(p => p.Id == planId, cancellationToken);
    }

    // Steps of one line stay together: its session must not be read before its change and ended after it in different batches.
    private async Task<(List<BatchStep> Batch, bool Deferred)> NextAsync(AccessPlanRecord plan, Guid routerId, int after, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var open = context.Set<AccessPlanStepRecord>().AsNoTracking()
            .Where(s => s.PlanId == plan.Id && s.RouterId == routerId && s.Number > after && (s.State == PlanStepState.Pending || s.State == PlanStepState.Sending));
        var found = await open.OrderBy(s => s.Number).Take(BatchSize + 1).ToListAsync(cancellationToken);
        if (found.Count > BatchSize)
        {
            var next = found[BatchSize].AccessId;
            found.RemoveAt(BatchSize);
            while (next is not null && found.Count > 1 && found[^1].AccessId == next)
            {
                found.RemoveAt(found.Count - 1);
            }
        }

        var batch = new List<BatchStep>();
        var deferred = false;
        var windowIsOpen = KickWindow.IsOpen(plan.Kicks, clock.UtcNow(), (await company.GetAsync(cancellationToken)).BusinessZone);
        var notYet = await placements.StillOnlyHereAsync(routerId, found, cancellationToken);
        foreach (var record in found)
        {
            if ((record.WaitsForWindow && !windowIsOpen) || (record is { Verb: not PlanVerb.Add, AccessId: { } id } && notYet.Contains(id)))
            {
                deferred = true;
                continue;
            }

            batch.Add(new BatchStep(record.Number, PlanStepReading.ValueOf(record), record.State == PlanStepState.Sending));
        }

        if (batch.Count > 0 || found.Count == 0)
        {
            return (batch, deferred);
        }

        // A batch of nothing but waiting steps is not the end.
        var (later, _) = await NextAsync(plan, routerId, found[^1].Number, cancellationToken);
        return (later, true);
    }

    private async Task NoteSendingAsync(Guid planId, Guid routerId, List<BatchStep> batch, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var byNumber = batch.ToDictionary(s => s.Number);
        var numbers = byNumber.Keys.ToList();
        var now = clock.UtcNow();
        foreach (var record in await context.Set<AccessPlanStepRecord>().Where(s => s.PlanId == planId && s.RouterId == routerId && numbers.Contains(s.Number)).ToListAsync(cancellationToken))
        {
            var step = byNumber[record.Number];
            record.SentAtUtc = now;
            if (step.Verdict!.Decision == StepDecision.Send)
            {
                step.State = PlanStepState.Sending;
                record.State = PlanStepState.Sending;
                record.ItemId = step.Verdict.ItemId;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task NoteOutcomesAsync(Guid planId, Guid routerId, List<BatchStep> batch, CancellationToken cancellationToken)
    {
        var ended = batch.Where(s => s.State is PlanStepState.Done or PlanStepState.Skipped or PlanStepState.Failed).ToDictionary(s => s.Number);
        if (ended.Count == 0)
        {
            return;
        }

        await using var context = source.CreateForSystem(Job);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var numbers = ended.Keys.ToList();
        foreach (var record in await context.Set<AccessPlanStepRecord>().Where(s => s.PlanId == planId && s.RouterId == routerId && numbers.Contains(s.Number)).ToListAsync(cancellationToken))
        {
            var step = ended[record.Number];
            record.State = step.State;
            record.OutcomeCode = step.Code;
            record.Answer = step.Answer;
            record.DurationMilliseconds = step.DurationMilliseconds;
            record.ItemId = step.ItemId ?? record.ItemId;
        }

        await context.SaveChangesAsync(cancellationToken);
        await placements.NoteAsync(context, routerId, ended.Values, cancellationToken);
        var done = ended.Values.Count(s => s.State != PlanStepState.Failed);
        var failed = ended.Count - done;
        await context.Set<AccessPlanRouter>().Where(p => p.PlanId == planId && p.RouterId == routerId).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Done, p => p.Done + done).SetProperty(p => p.Failed, p => p.Failed + failed).SetProperty(p => p.Attempts, 0)
                .SetProperty(p => p.ErrorCode, (string?)null).SetProperty(p => p.ErrorDetail, (string?)null),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task StopIfFailingAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var sums = await context.Set<AccessPlanRouter>().Where(p => p.PlanId == planId).GroupBy(p => p.PlanId)
            .Select(g => new { Done = g.Sum(p => p.Done), Failed = g.Sum(p => p.Failed) }).FirstAsync(cancellationToken);
        var plan = await context.Set<AccessPlanRecord>().FirstAsync(p => p.Id == planId, cancellationToken);
        if (plan.State == AccessPlanState.Applying && sums.Failed >= MinFailuresToStop && sums.Failed * 100 > plan.StopAtFailedPercent * (sums.Done + sums.Failed))
        {
            plan.State = AccessPlanState.Stopped;
            plan.EndedAtUtc = clock.UtcNow();
            await context.TrySaveAsync(null, cancellationToken);
        }
    }

    // With a code: nothing can be sent to that router any more.
    private async Task EndAsync(Guid planId, Guid routerId, bool isWaiting, CancellationToken cancellationToken, string? code = null)
    {
        await using var context = source.CreateForSystem(Job);
        var part = await context.Set<AccessPlanRouter>().FirstAsync(p => p.PlanId == planId && p.RouterId == routerId, cancellationToken);
        var othersWork = isWaiting && await context.Set<AccessPlanRouter>().AnyAsync(p => p.PlanId == planId && p.RouterId != routerId && p.State == AccessPlanState.Applying, cancellationToken);
        var waitsForWindow = isWaiting && await context.Set<AccessPlanStepRecord>().AnyAsync(
            s => s.PlanId == planId && s.RouterId == routerId && s.State == PlanStepState.Pending && s.WaitsForWindow, cancellationToken);
        var hasArrived = isWaiting && !othersWork && await HasArrivedAsync(context, planId, routerId, cancellationToken);
        if (othersWork || hasArrived || waitsForWindow)
        {
            part.NextTryAtUtc = clock.UtcNow() + (othersWork ? WhileWaiting : hasArrived ? TimeSpan.Zero : TimeSpan.FromSeconds(30));
        }
        else
        {
            // Nobody is left who could bring the line to its new router: the old place keeps it.
            var outcome = code ?? "provisioning.not_arrived";
            part.Failed += await context.Set<AccessPlanStepRecord>()
                .Where(s => s.PlanId == planId && s.RouterId == routerId && (s.State == PlanStepState.Pending || s.State == PlanStepState.Sending))
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, PlanStepState.Failed).SetProperty(s => s.OutcomeCode, outcome), cancellationToken);
            part.ErrorCode = code;
            part.State = part.Failed > 0 || code is not null ? AccessPlanState.Failed : AccessPlanState.Applied;
            part.NextTryAtUtc = null;
        }

        await context.SaveChangesAsync(cancellationToken);
        var states = await context.Set<AccessPlanRouter>().Where(p => p.PlanId == planId).Select(p => p.State).ToListAsync(cancellationToken);
        if (states.Contains(AccessPlanState.Applying))
        {
            return;
        }

        var plan = await context.Set<AccessPlanRecord>().FirstAsync(p => p.Id == planId, cancellationToken);
        if (plan.State == AccessPlanState.Applying)
        {
            plan.State = states.Contains(AccessPlanState.Failed) ? AccessPlanState.Failed : AccessPlanState.Applied;
            plan.EndedAtUtc = clock.UtcNow();
            if (plan is { State: AccessPlanState.Applied, UndoesPlanId: { } undone })
            {
                var original = await context.Set<AccessPlanRecord>().FirstAsync(p => p.Id == undone, cancellationToken);
                original.State = AccessPlanState.Undone;
            }

            await context.TrySaveAsync(null, cancellationToken);
        }
    }

    // The new router may have taken a line in while this one was ending.
    private async Task<bool> HasArrivedAsync(PortalDbContext context, Guid planId, Guid routerId, CancellationToken cancellationToken)
    {
        var steps = await context.Set<AccessPlanStepRecord>().AsNoTracking()
            .Where(s => s.PlanId == planId && s.RouterId == routerId && s.State == PlanStepState.Pending && s.AccessId != null && !s.WaitsForWindow)
            .Where(s => s.Verb == PlanVerb.Remove || (s.Reason == AccessItems.StandbyReason && s.Verb != PlanVerb.Add)).ToListAsync(cancellationToken);
        return steps.Count > 0 && (await placements.StillOnlyHereAsync(routerId, steps, cancellationToken)).Count < steps.Select(s => s.AccessId).Distinct().Count();
    }

    private async Task WaitAsync(Guid planId, Guid routerId, Error error, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var part = await context.Set<AccessPlanRouter>().FirstAsync(p => p.PlanId == planId && p.RouterId == routerId, cancellationToken);
        part.ErrorCode = error.Code;
        part.ErrorDetail = error.Detail is { Length: > 1000 } text ? text[..1000] : error.Detail;
        part.NextTryAtUtc = clock.UtcNow() + BackOff[Math.Min(part.Attempts, BackOff.Length - 1)];
        part.Attempts++;
        await context.SaveChangesAsync(cancellationToken);
    }
}
