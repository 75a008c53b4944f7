using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Subscriptions.Delivery;

/// <summary>
/// Brings to routers what subscriptions want: makes a plan, applies it and follows it to its end. Whatever falls in between is done again: a plan compares, so that a second one finds nothing left to
/// do. An answer to an older wish settles nothing.
/// </summary>
internal sealed class LineDeliverer(
    IDbContextFactory<PortalDbContext> contexts, IAccessPlans plans, ISettingsReader<ProvisioningSettings> settings, TimeProvider clock, ILogger<LineDeliverer>? logger = null)
{
    private const int RowsAtOnce = 500;
    private const int LongestDetail = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly AccessPlanState[] UnderWay = [AccessPlanState.Draft, AccessPlanState.Applying];
    private static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];

    /// <summary>The most lines that one look takes.</summary>
    public int MostAtOnce { get; init; } = 5_000;

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
        var ids = await due.OrderBy(d => d.NextTryAtUtc).Take(MostAtOnce).Select(d => d.SubscriptionId).ToListAsync(cancellationToken);
        var mine = new List<LineDelivery>();
        foreach (var some in ids.Chunk(RowsAtOnce).Select(c => c.ToList()))
        {
            await due.Where(d => some.Contains(d.SubscriptionId)).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeasedBy, token).SetProperty(d => d.LeasedUntilUtc, until), cancellationToken);
            mine.AddRange(await context.Set<LineDelivery>().AsNoTracking().Where(d => some.Contains(d.SubscriptionId) && d.LeasedBy == token).ToListAsync(cancellationToken));
        }

        foreach (var group in mine.GroupBy(d => d.BatchId ?? d.SubscriptionId))
        {
            _ = await GuardAsync(group.Key, () => SendAsync(context, [.. group], cancellationToken)) ? sent += group.Count() : failed += group.Count();
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
        await NoteWaitingAsync(context, cancellationToken);

        // Lines whose plan waits for the night or for a router must not hide those whose plan is over.
        var over = await context.Set<LineDelivery>().AsNoTracking().Where(d => d.State == LineDeliveryState.Applying && d.PlanId != null)
            .Where(d => !context.Set<AccessPlanRecord>().Any(p => p.Id == d.PlanId && UnderWay.Contains(p.State)))
            .OrderBy(d => d.WantedAtUtc).Take(MostAtOnce).ToListAsync(cancellationToken);
        var settled = 0;
        foreach (var group in over.GroupBy(d => d.PlanId!.Value))
        {
            settled += await GuardAsync(group.Key, () => FollowAsync(context, group.Key, [.. group], cancellationToken));
        }

        return settled;
    }

    // One that cannot be handled stops no other; it comes again at the next look.
    private async Task<T> GuardAsync<T>(Guid id, Func<Task<T>> act)
        where T : struct
    {
        try
        {
            return await act();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger?.LogError(exception, "What {Id} brings to routers could not be followed; it is tried again", id);
            return default;
        }
    }

    private async Task<int> FollowAsync(PortalDbContext context, Guid planId, List<LineDelivery> lines, CancellationToken cancellationToken)
    {
        var plan = await context.Set<AccessPlanRecord>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        switch (plan?.State)
        {
            case AccessPlanState.Applying or AccessPlanState.Draft:
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

        var failed = (await context.Set<AccessPlanStepRecord>().AsNoTracking()
            .Where(s => s.PlanId == planId && (s.State == PlanStepState.Failed || s.State == PlanStepState.Pending))
            .Select(s => new { s.AccessId, s.State, s.OutcomeCode, s.Answer }).ToListAsync(cancellationToken)).ToLookup(s => s.AccessId);
        var findings = (await context.Set<AccessPlanFindingRecord>().AsNoTracking()
            .Where(f => f.PlanId == planId && f.Kind != PlanFindingKind.NotOwnedProperty && f.Kind != PlanFindingKind.Repeated)
            .Select(f => new { f.AccessId, f.Kind, f.Detail }).ToListAsync(cancellationToken)).ToLookup(f => f.AccessId);
        var settled = 0;
        foreach (var same in lines.GroupBy(OutcomeOf))
        {
            await MoveAsync(context, [.. same], same.Key.State, planId, same.Key.Error, cancellationToken);
            settled += same.Key.State == LineDeliveryState.Settled ? same.Count() : 0;
        }

        return settled;

        (LineDeliveryState State, Error? Error) OutcomeOf(LineDelivery line)
        {
            if (findings[line.AccessId].FirstOrDefault() is { } finding)
            {
                return (LineDeliveryState.Failed, new Error("subscriptions.finding_" + SnakeOf(finding.Kind), ErrorKind.Conflict) { Detail = finding.Detail });
            }

            if (failed[line.AccessId].OrderByDescending(s => s.State == PlanStepState.Failed).FirstOrDefault() is not { } step)
            {
                return (LineDeliveryState.Settled, null);
            }

            var isOver = plan.State == AccessPlanState.Stopped || line.Attempts >= Delays.Length;
            return (isOver ? LineDeliveryState.Failed : LineDeliveryState.Pending, new Error(step.OutcomeCode ?? "subscriptions.plan_stopped", ErrorKind.External) { Detail = step.Answer });
        }
    }

    // The router is away, or is back and the window of the night has not come: said, not hidden. A plan may go to many routers; a line hears of its own, and of
    // the one that serves it before one that it is to leave.
    private async Task NoteWaitingAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var under =
            from line in context.Set<LineDelivery>()
            where line.State == LineDeliveryState.Applying
            join plan in context.Set<AccessPlanRecord>() on line.PlanId equals plan.Id
            where UnderWay.Contains(plan.State)
            select new
            {
                line.SubscriptionId,
                PlanId = plan.Id,
                Noted = line.ErrorCode,
                Code = (
                    from part in context.Set<AccessPlanRouter>()
                    join place in context.Set<AccessPlacement>() on part.RouterId equals place.RouterId
                    where part.PlanId == plan.Id && part.ErrorCode != null && place.AccessId == line.AccessId
                    orderby place.Role == PlacementRole.Primary ? 0 : 1, part.RouterId
                    select part.ErrorCode).FirstOrDefault(),
                Detail = (
                    from part in context.Set<AccessPlanRouter>()
                    join place in context.Set<AccessPlacement>() on part.RouterId equals place.RouterId
                    where part.PlanId == plan.Id && part.ErrorCode != null && place.AccessId == line.AccessId
                    orderby place.Role == PlacementRole.Primary ? 0 : 1, part.RouterId
                    select part.ErrorDetail).FirstOrDefault(),
            };
        var news = await under.Where(u => u.Noted != u.Code).OrderBy(u => u.SubscriptionId).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var same in news.GroupBy(n => (n.PlanId, n.Code, n.Detail)))
        {
            var (planId, code, detail) = (same.Key.PlanId, same.Key.Code, Cut(same.Key.Detail));
            foreach (var ids in same.Select(n => n.SubscriptionId).Chunk(RowsAtOnce).Select(c => c.ToList()))
            {
                await context.Set<LineDelivery>().Where(d => ids.Contains(d.SubscriptionId) && d.PlanId == planId && d.State == LineDeliveryState.Applying)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.ErrorCode, code).SetProperty(d => d.ErrorDetail, detail), cancellationToken);
            }
        }
    }

    private async Task MoveAsync(PortalDbContext context, IReadOnlyCollection<LineDelivery> lines, LineDeliveryState state, Guid? planId, Error? error, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var (code, detail) = (error?.Code, Cut(error?.Detail));
        DateTime? settled = state == LineDeliveryState.Settled ? now : null;
        foreach (var (revision, tried, lease, ids) in Alike(lines))
        {
            var attempts = error is null ? tried : tried + 1;
            DateTime? next = state == LineDeliveryState.Pending ? now + Delays[Math.Min(tried, Delays.Length - 1)] : null;
            var those = context.Set<LineDelivery>().Where(d => ids.Contains(d.SubscriptionId));
            await those.Where(d => d.Revision == revision).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, state).SetProperty(d => d.PlanId, d => planId ?? d.PlanId).SetProperty(d => d.ErrorCode, code).SetProperty(d => d.ErrorDetail, detail)
                    .SetProperty(d => d.Attempts, attempts).SetProperty(d => d.NextTryAtUtc, next).SetProperty(d => d.SettledAtUtc, settled)
                    .SetProperty(d => d.LeasedBy, (Guid?)null).SetProperty(d => d.LeasedUntilUtc, (DateTime?)null),
                cancellationToken);

            // A newer wish came meanwhile: it must not wait for the lease.
            if (lease is not null)
            {
                await those.Where(d => d.Revision != revision && d.LeasedBy == lease)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.LeasedBy, (Guid?)null).SetProperty(d => d.LeasedUntilUtc, (DateTime?)null), cancellationToken);
            }
        }
    }

    /// <summary>Lines whose rows change to the same, so that one statement changes many: those of a mass change are nearly all alike.</summary>
    private static IEnumerable<(long Revision, int Attempts, Guid? LeasedBy, List<Guid> Ids)> Alike(IEnumerable<LineDelivery> lines) =>
        lines.GroupBy(line => (line.Revision, line.Attempts, line.LeasedBy))
            .SelectMany(same => same.Chunk(RowsAtOnce).Select(some => (same.Key.Revision, same.Key.Attempts, same.Key.LeasedBy, some.Select(line => line.SubscriptionId).ToList())));

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

    private static string? Cut(string? detail) => detail is { Length: > LongestDetail } ? detail[..LongestDetail] : detail;

    private static string SnakeOf(PlanFindingKind kind) => Persistence.Conventions.SnakeCase.Of(kind.ToString());
}
