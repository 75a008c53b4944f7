using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Delivery;

/// <summary>
/// Brings to routers what subscriptions want: makes a plan, applies it and follows it to its end. Whatever falls in between is done again: a plan compares, so that a second one finds nothing left to
/// do. An answer to an older wish settles nothing.
/// </summary>
internal sealed class LineDeliverer(IDbContextFactory<PortalDbContext> contexts, IAccessPlans plans, ISettingsReader<ProvisioningSettings> settings, TimeProvider clock)
{
    private const int MostInAPlan = 5_000;
    private const int RowsAtOnce = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];

    /// <summary>Everything that is due, and everything that is under way; gives how many were settled, sent and failed.</summary>
    public async Task<(int Settled, int Sent, int Failed)> RunAsync(CancellationToken cancellationToken)
    {
        await WakeObservedAsync(cancellationToken);
        var settled = await FollowAsync(cancellationToken);
        var (sent, failed) = await SendAsync(null, cancellationToken);
        return (settled, sent, failed);
    }

    /// <summary>What one subscription or one mass change wants, now.</summary>
    public async Task DeliverAsync(Guid wishId, CancellationToken cancellationToken)
    {
        await SendAsync(wishId, cancellationToken);
        // Small plans are often done by now.
        await FollowAsync(cancellationToken);
    }

    private async Task<(int Sent, int Failed)> SendAsync(Guid? wishId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var (sent, failed) = (0, 0);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = context.Set<LineDelivery>().Where(d => d.State == LineDeliveryState.Pending && d.NextTryAtUtc <= now && (d.LeasedUntilUtc == null || d.LeasedUntilUtc < now));
        due = wishId is { } wish ? due.Where(d => d.SubscriptionId == wish || d.BatchId == wish) : due;
        var token = Ids.New(clock);
        var until = now + Lease;
        var ids = await due.OrderBy(d => d.NextTryAtUtc).Take(MostInAPlan).Select(d => d.SubscriptionId).ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(RowsAtOnce).Select(c => c.ToList()))
        {
            await due.Where(d => some.Contains(d.SubscriptionId)).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeasedBy, token).SetProperty(d => d.LeasedUntilUtc, until), cancellationToken);
        }

        var mine = await context.Set<LineDelivery>().AsNoTracking().Where(d => d.LeasedBy == token).ToListAsync(cancellationToken);
        foreach (var group in mine.GroupBy(d => d.BatchId ?? d.SubscriptionId))
        {
            _ = await SendAsync(context, [.. group], cancellationToken) ? sent += group.Count() : failed += group.Count();
        }

        return (sent, failed);
    }

    private async Task<bool> SendAsync(PortalDbContext context, List<LineDelivery> group, CancellationToken cancellationToken)
    {
        var first = group[0];
        var created = await plans.CreateAsync(new CreateAccessPlanRequest([.. group.Select(d => d.AccessId)], null, first.Reason, first.Kicks), cancellationToken);
        if (created.Error?.Code == ProvisioningErrors.NothingToDo.Code)
        {
            await MoveAsync(context, group, LineDeliveryState.Settled, null, null, cancellationToken);
            return true;
        }

        if (!created.Succeeded)
        {
            await MoveAsync(context, group, LineDeliveryState.Pending, null, created.Error, cancellationToken);
            return false;
        }

        var plan = await plans.GetAsync(created.Value, cancellationToken);
        var applied = plan.Succeeded ? await plans.ApplyAsync(created.Value, plan.Value.Row.Version, cancellationToken) : plan.WithoutValue();
        await MoveAsync(context, group, applied.Succeeded ? LineDeliveryState.Applying : LineDeliveryState.Pending, created.Value, applied.Error, cancellationToken);
        return applied.Succeeded;
    }

    private async Task<int> FollowAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var under = await context.Set<LineDelivery>().AsNoTracking().Where(d => d.State == LineDeliveryState.Applying && d.PlanId != null).OrderBy(d => d.WantedAtUtc).Take(MostInAPlan).ToListAsync(cancellationToken);
        var settled = 0;
        foreach (var group in under.GroupBy(d => d.PlanId!.Value))
        {
            settled += await FollowAsync(context, group.Key, [.. group], cancellationToken);
        }

        return settled;
    }

    private async Task<int> FollowAsync(PortalDbContext context, Guid planId, List<LineDelivery> lines, CancellationToken cancellationToken)
    {
        var plan = await context.Set<AccessPlanRecord>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        switch (plan?.State)
        {
            case AccessPlanState.Applying or AccessPlanState.Draft:
                await NoteWaitingAsync(context, planId, lines, cancellationToken);
                return 0;
            case AccessPlanState.Observed:
                await MoveAsync(context, lines, LineDeliveryState.Observed, planId, null, cancellationToken);
                return 0;
            case AccessPlanState.Applied or AccessPlanState.Failed or AccessPlanState.Stopped:
                break;
            default:
                // Thrown away or taken back by a person: they have to say what is to be.
                await MoveAsync(context, lines, LineDeliveryState.Failed, planId, new Error("subscriptions.plan_taken_back", ErrorKind.Conflict), cancellationToken);
                return 0;
        }

        var ids = lines.ConvertAll(l => (Guid?)l.AccessId);
        var failed = await context.Set<AccessPlanStepRecord>().AsNoTracking()
            .Where(s => s.PlanId == planId && ids.Contains(s.AccessId) && (s.State == PlanStepState.Failed || s.State == PlanStepState.Pending))
            .Select(s => new { s.AccessId, s.State, s.OutcomeCode, s.Answer }).ToListAsync(cancellationToken);
        var findings = await context.Set<AccessPlanFindingRecord>().AsNoTracking().Where(f => f.PlanId == planId && ids.Contains(f.AccessId)).Select(f => new { f.AccessId, f.Kind, f.Detail }).ToListAsync(cancellationToken);
        var settled = 0;
        foreach (var line in lines)
        {
            var finding = findings.Find(f => f.AccessId == line.AccessId && f.Kind is not (PlanFindingKind.NotOwnedProperty or PlanFindingKind.Repeated));
            var step = failed.Find(s => s.AccessId == line.AccessId && s.State == PlanStepState.Failed) ?? failed.Find(s => s.AccessId == line.AccessId);
            if (finding is not null)
            {
                await MoveAsync(context, [line], LineDeliveryState.Failed, planId, new Error("subscriptions.finding_" + SnakeOf(finding.Kind), ErrorKind.Conflict) { Detail = finding.Detail }, cancellationToken);
            }
            else if (step is not null)
            {
                var isOver = plan.State == AccessPlanState.Stopped || line.Attempts >= Delays.Length;
                await MoveAsync(
                    context, [line], isOver ? LineDeliveryState.Failed : LineDeliveryState.Pending, planId,
                    new Error(step.OutcomeCode ?? "subscriptions.plan_stopped", ErrorKind.External) { Detail = step.Answer }, cancellationToken);
            }
            else
            {
                await MoveAsync(context, [line], LineDeliveryState.Settled, planId, null, cancellationToken);
                settled++;
            }
        }

        return settled;
    }

    // The router is away, or the window of the night has not come: said, not hidden.
    private static async Task NoteWaitingAsync(PortalDbContext context, Guid planId, List<LineDelivery> lines, CancellationToken cancellationToken)
    {
        var part = await context.Set<AccessPlanRouter>().AsNoTracking().Where(p => p.PlanId == planId && p.ErrorCode != null).Select(p => new { p.ErrorCode, p.ErrorDetail, p.NextTryAtUtc }).FirstOrDefaultAsync(cancellationToken);
        foreach (var line in lines.Where(l => l.ErrorCode != part?.ErrorCode))
        {
            await context.Set<LineDelivery>().Where(d => d.SubscriptionId == line.SubscriptionId && d.Revision == line.Revision)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.ErrorCode, part!.ErrorCode).SetProperty(d => d.ErrorDetail, part!.ErrorDetail), cancellationToken);
        }
    }

    private async Task MoveAsync(PortalDbContext context, IReadOnlyCollection<LineDelivery> lines, LineDeliveryState state, Guid? planId, Error? error, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var detail = error?.Detail is { Length: > 500 } text ? text[..500] : error?.Detail;
        foreach (var line in lines)
        {
            var attempts = error is null ? line.Attempts : line.Attempts + 1;
            DateTime? next = state == LineDeliveryState.Pending ? now + Delays[Math.Min(line.Attempts, Delays.Length - 1)] : null;
            DateTime? settled = state == LineDeliveryState.Settled ? now : null;
            await context.Set<LineDelivery>().Where(d => d.SubscriptionId == line.SubscriptionId && d.Revision == line.Revision).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, state).SetProperty(d => d.PlanId, planId ?? line.PlanId).SetProperty(d => d.ErrorCode, error == null ? null : error.Code).SetProperty(d => d.ErrorDetail, detail)
                    .SetProperty(d => d.Attempts, attempts).SetProperty(d => d.NextTryAtUtc, next).SetProperty(d => d.SettledAtUtc, settled)
                    .SetProperty(d => d.LeasedBy, (Guid?)null).SetProperty(d => d.LeasedUntilUtc, (DateTime?)null),
                cancellationToken);

            // A newer wish came meanwhile: it must not wait for the lease.
            await context.Set<LineDelivery>().Where(d => d.SubscriptionId == line.SubscriptionId && d.Revision != line.Revision && d.LeasedBy == line.LeasedBy)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.LeasedBy, (Guid?)null).SetProperty(d => d.LeasedUntilUtc, (DateTime?)null), cancellationToken);
        }
    }

    // Observe mode was left, or never held there: what would have been done is done.
    private async Task WakeObservedAsync(CancellationToken cancellationToken)
    {
        if ((await settings.GetAsync(cancellationToken)).ObserveMode)
        {
            return;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var back = context.Set<LineDelivery>().Where(d => d.State == LineDeliveryState.Observed)
            .Where(d => context.Set<AccessPlacement>().Any(p => p.AccessId == d.AccessId && p.Role == PlacementRole.Primary && context.Set<Router>().Any(r => r.Id == p.RouterId && r.ObservesSinceUtc == null)));
        await back.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, LineDeliveryState.Pending).SetProperty(d => d.NextTryAtUtc, now), cancellationToken);
    }

    private static string SnakeOf(PlanFindingKind kind) => Persistence.Conventions.SnakeCase.Of(kind.ToString());
}
