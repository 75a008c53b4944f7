using System.Linq.Expressions;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

internal sealed class IsolirRuns(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IsolirSchedule schedule, BillHolds holds, ISettingsReader<DunningSettings> settings, DunningClock clock) : IIsolirRuns
{
    private const int MostDaysAhead = 7;

    private static readonly Expression<Func<IsolirRun, IsolirRunRow>> ToRow = r => new IsolirRunRow(
        r.Id, r.Number, r.On, r.State, r.IsObserved, r.Accounts, r.Held, r.Lines, r.Routers, Money.Idr(r.OverdueMinor), r.AllAccounts, r.Usual, r.IsBeyondShare, r.IsUnusual, r.LimitReason, r.Isolated, r.Failed,
        r.LeftOut, r.CreatedBy, r.CreatedAtUtc, r.ApprovedBy, r.UndoneBy, r.UndoReason, r.EndedAtUtc, r.Version) { Kind = r.Kind };

    public async Task<Result<Page<IsolirRunRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(DunningPermissions.DunningRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = context.Set<IsolirRun>().AsNoTracking();
        var rows = await runs.OrderByDescending(r => r.CreatedAtUtc).ThenByDescending(r => r.Id).Skip(page.Skip).Take(page.Take).Select(ToRow).ToListAsync(cancellationToken);
        return Page<IsolirRunRow>.Of(rows, page, await runs.LongCountAsync(cancellationToken));
    }

    public async Task<Result<IsolirRunRow>> GetAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (actor.Deny(DunningPermissions.DunningRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<IsolirRun>().AsNoTracking().Where(r => r.Id == runId).Select(ToRow).SingleOrDefaultAsync(cancellationToken) is { } row ? row : DunningErrors.RunNotFound;
    }

    public async Task<Result<Page<IsolirItemRow>>> ItemsAsync(Guid runId, IsolirItemFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(DunningPermissions.DunningRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = context.Set<IsolirRunItem>().AsNoTracking().Where(i => i.RunId == runId);
        items = filter.State is { } state ? items.Where(i => i.State == state) : items;
        items = filter.Obstacle is { } obstacle ? items.Where(i => i.Obstacle == obstacle) : items;
        var found = await items.OrderByDescending(i => i.OverdueMinor).ThenBy(i => i.BillingAccountId).Skip(page.Skip).Take(page.Take)
            .Join(context.Set<BillingAccount>(), i => i.BillingAccountId, a => a.Id, (i, a) => new { Item = i, a.Number, a.CustomerId, Name = a.Customer!.CompanyName ?? a.Customer.Name }).ToListAsync(cancellationToken);
        // A join keeps no order.
        var rows = found.OrderByDescending(f => f.Item.OverdueMinor).ThenBy(f => f.Item.BillingAccountId.ToString("N"), StringComparer.Ordinal).Select(f => new IsolirItemRow(
            f.Item.BillingAccountId, f.Number, f.CustomerId, f.Name, f.Item.State, f.Item.Obstacle, f.Item.Detail, f.Item.Lines, Money.Idr(f.Item.OverdueMinor), f.Item.OldestDueOn));
        return Page<IsolirItemRow>.Of([.. rows], page, await items.LongCountAsync(cancellationToken));
    }

    public Task<Result> PrepareAsync(Guid runId, DateOnly on, CancellationToken cancellationToken) => PrepareAsync(runId, DunningRunKind.Isolir, on, cancellationToken);

    public Task<Result> PrepareTerminationAsync(Guid runId, DateOnly on, CancellationToken cancellationToken) => PrepareAsync(runId, DunningRunKind.Termination, on, cancellationToken);

    public async Task<Result> ApproveAsync(Guid runId, long version, string? reason, CancellationToken cancellationToken)
    {
        if ((DenyAll() ?? DunningDesk.RefuseReason(reason)) is { } denied)
        {
            return denied;
        }

        var (today, time) = await clock.NowAsync(cancellationToken);
        var mayNow = (await settings.GetAsync(cancellationToken)).Policy.MayIsolateAt(today, time);
        var observed = await holds.IsObservedAsync(cancellationToken);
        return await ChangeAsync(
            runId,
            version,
            run =>
            {
                if (run.State != IsolirRunState.Waiting || run.IsObserved || observed)
                {
                    return run.State == IsolirRunState.Waiting ? DunningErrors.ObserveMode : DunningErrors.RunState;
                }

                if (run.On != today || !mayNow)
                {
                    return DunningErrors.NotNow;
                }

                if ((run.IsBeyondShare || run.IsUnusual) && (string.IsNullOrWhiteSpace(reason) || actor.Deny(DunningPermissions.IsolirOverride) is not null))
                {
                    return DunningErrors.BeyondLimit;
                }

                (run.State, run.LimitReason, run.ApprovedBy, run.ApprovedAtUtc) = (IsolirRunState.Running, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), actor.Actor.Name, clock.Clock.UtcNow());
                return null;
            },
            cancellationToken);
    }

    public async Task<Result> UndoAsync(Guid runId, string reason, CancellationToken cancellationToken) => (DenyAll() ?? DunningDesk.RequireReason(reason)) is { } denied
        ? denied
        : await ChangeAsync(
            runId,
            null,
            run =>
            {
                if (run.State is not (IsolirRunState.Running or IsolirRunState.Done))
                {
                    return DunningErrors.RunState;
                }

                (run.State, run.UndoneBy, run.UndoReason, run.EndedAtUtc) = (IsolirRunState.Undoing, actor.Actor.Name, reason.Trim(), null);
                return null;
            },
            cancellationToken);

    public async Task<Result> DiscardAsync(Guid runId, CancellationToken cancellationToken) => DenyAll() is { } denied
        ? denied
        : await ChangeAsync(
            runId,
            null,
            run =>
            {
                if (run.State is not (IsolirRunState.Preparing or IsolirRunState.Waiting))
                {
                    return DunningErrors.RunState;
                }

                (run.State, run.EndedAtUtc, run.DayKey) = (IsolirRunState.Discarded, clock.Clock.UtcNow(), runId.ToString("N"));
                return null;
            },
            cancellationToken);

    private async Task<Result> PrepareAsync(Guid runId, DunningRunKind kind, DateOnly on, CancellationToken cancellationToken)
    {
        if (actor.Deny(PermissionOf(kind)) is { } denied)
        {
            return denied;
        }

        if (kind == DunningRunKind.Termination && (await settings.GetAsync(cancellationToken)).TerminateAfterDays == 0)
        {
            return DunningErrors.NoTermination;
        }

        var (today, _) = await clock.NowAsync(cancellationToken);
        if (on < today || on > today.AddDays(MostDaysAhead))
        {
            return DunningErrors.RunDay;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await schedule.AddAsync(context, runId, kind, on, cancellationToken);
    }

    private async Task<Result> ChangeAsync(Guid runId, long? version, Func<IsolirRun, Error?> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await context.Set<IsolirRun>().SingleOrDefaultAsync(r => r.Id == runId, cancellationToken);
        if (run is null)
        {
            return DunningErrors.RunNotFound;
        }

        if (actor.Deny(PermissionOf(run.Kind)) is { } denied)
        {
            return denied;
        }

        if (version is { } seen)
        {
            context.ExpectVersion(run, seen);
        }

        return change(run) is { } error ? error : await context.TrySaveAsync(null, cancellationToken);
    }

    private static string PermissionOf(DunningRunKind kind) => kind == DunningRunKind.Termination ? DunningPermissions.TerminationRun : DunningPermissions.IsolirRun;

    // Which of the two it takes is known once the run is.
    private Error? DenyAll() => actor.Deny(DunningPermissions.IsolirRun) is { } denied && actor.Deny(DunningPermissions.TerminationRun) is not null ? denied : null;
}
