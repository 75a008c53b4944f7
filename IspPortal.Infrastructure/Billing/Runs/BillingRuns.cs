using System.Linq.Expressions;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Runs;

internal sealed class BillingRuns(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, BillingFacts facts, ObserveSwitch observing, IBusinessClock business, TimeProvider clock) : IBillingRuns
{
    /// <summary>How far from today bills are looked at.</summary>
    internal const int FarthestDays = 62;
    private const int LongestReason = 500;

    private static readonly Expression<Func<BillingRun, BillingRunRow>> ToRow = r => new BillingRunRow(
        r.Id, r.Number, r.ThroughOn, r.State, r.IsObserved, r.Accounts, r.Lines, Money.Idr(r.BaseMinor), Money.Idr(r.BeforeMinor), r.Billed, r.Failed, r.LeftOut, r.IsBeyondLimit, r.LimitReason, r.CreatedBy,
        r.CreatedAtUtc, r.ApprovedBy, r.EndedAtUtc, r.Version);

    public async Task<Result<Page<BillingRunRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(BillingPermissions.BillingRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = context.Set<BillingRun>().AsNoTracking();
        var rows = await runs.OrderByDescending(r => r.CreatedAtUtc).ThenByDescending(r => r.Id).Skip(page.Skip).Take(page.Take).Select(ToRow).ToListAsync(cancellationToken);
        return Page<BillingRunRow>.Of(rows, page, await runs.LongCountAsync(cancellationToken));
    }

    public async Task<Result<BillingRunRow>> GetAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (actor.Deny(BillingPermissions.BillingRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<BillingRun>().AsNoTracking().Where(r => r.Id == runId).Select(ToRow).SingleOrDefaultAsync(cancellationToken) is { } row ? row : BillingErrors.RunNotFound;
    }

    public async Task<Result<Page<BillingItemRow>>> ItemsAsync(Guid runId, BillingItemFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(BillingPermissions.BillingRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = context.Set<BillingRunItem>().AsNoTracking().Where(i => i.RunId == runId);
        items = filter.State is { } state ? items.Where(i => i.State == state) : items;
        items = filter.Unusual is { } unusual ? items.Where(i => i.Unusual == unusual) : items;
        var found = await items.OrderBy(i => i.Unusual).ThenBy(i => i.BillingAccountId).Skip(page.Skip).Take(page.Take)
            .Join(context.Set<BillingAccount>(), i => i.BillingAccountId, a => a.Id, (i, a) => new { Item = i, a.Number, a.CustomerId, Name = a.Customer!.CompanyName ?? a.Customer.Name }).ToListAsync(cancellationToken);
        // A join keeps no order.
        var rows = found.OrderBy(f => f.Item.Unusual).ThenBy(f => f.Item.BillingAccountId.ToString("N"), StringComparer.Ordinal).Select(f => new BillingItemRow(
            f.Item.BillingAccountId, f.Number, f.CustomerId, f.Name, f.Item.State, f.Item.Lines, Money.Idr(f.Item.BaseMinor), f.Item.BeforeMinor is { } before ? Money.Idr(before) : null, f.Item.Unusual, f.Item.ErrorCode));
        return Page<BillingItemRow>.Of([.. rows], page, await items.LongCountAsync(cancellationToken));
    }

    public async Task<Result<BillPreview>> PreviewAsync(Guid billingAccountId, DateOnly throughOn, CancellationToken cancellationToken)
    {
        if ((actor.Deny(BillingPermissions.BillingRead) ?? await TooFarAsync(throughOn, cancellationToken)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await facts.ReadAsync(context, [billingAccountId], throughOn, cancellationToken)).SingleOrDefault() is not { } account)
        {
            return CustomersErrors.AccountNotFound;
        }

        var lines = BillMaker.LinesOf(account, throughOn);
        return new BillPreview(lines, InvoiceTax.Calculate(lines, TaxTable.Indonesia, throughOn, account.Tax));
    }

    public async Task<Result> PrepareAsync(Guid runId, DateOnly throughOn, bool observe, CancellationToken cancellationToken)
    {
        if ((actor.Deny(BillingPermissions.BillingRun) ?? await TooFarAsync(throughOn, cancellationToken)) is { } refused)
        {
            return refused;
        }

        var observed = observe || await observing.IsOnAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The number's series makes two who ask at once wait for each other.
        var number = await context.TakeNumbersAsync(BillingRun.NumberPrefix, await business.TodayAsync(cancellationToken), 1, cancellationToken);
        if (await context.Set<BillingRun>().AnyAsync(r => r.Id == runId, cancellationToken))
        {
            return Result.Success;
        }

        if (await context.Set<BillingRun>().Where(BillingSchedule.IsOpen).OrderBy(r => r.CreatedAtUtc).Select(r => r.Number).FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            return BillingErrors.RunOpen(other);
        }

        context.Add(new BillingRun
        {
            Id = runId,
            Number = number[0],
            ThroughOn = throughOn,
            State = BillingRunState.Preparing,
            IsObserved = observed,
            CreatedBy = actor.Actor.Name,
            CreatedAtUtc = clock.UtcNow(),
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> ApproveAsync(Guid runId, long version, string? reason, CancellationToken cancellationToken)
    {
        if (actor.Deny(BillingPermissions.BillingApprove) is { } denied)
        {
            return denied;
        }

        if (PlainText.Refuse(reason, "reason") is { } dirty)
        {
            return dirty;
        }

        if (reason?.Trim().Length > LongestReason)
        {
            return CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)]);
        }

        if (await observing.IsOnAsync(cancellationToken))
        {
            return BillingErrors.ObserveMode;
        }

        return await ChangeAsync(
            runId,
            version,
            run =>
            {
                if (run.State != BillingRunState.Waiting || run.IsObserved)
                {
                    return BillingErrors.RunState;
                }

                if (run.IsBeyondLimit && (string.IsNullOrWhiteSpace(reason) || actor.Deny(BillingPermissions.BillingOverride) is not null))
                {
                    return BillingErrors.BeyondLimit;
                }

                (run.State, run.LimitReason, run.ApprovedBy, run.ApprovedAtUtc) = (BillingRunState.Running, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), actor.Actor.Name, clock.UtcNow());
                return null;
            },
            cancellationToken);
    }

    public Task<Result> PauseAsync(Guid runId, CancellationToken cancellationToken) => MoveAsync(runId, [BillingRunState.Running], BillingRunState.Paused, cancellationToken);

    public Task<Result> ResumeAsync(Guid runId, CancellationToken cancellationToken) => MoveAsync(runId, [BillingRunState.Paused], BillingRunState.Running, cancellationToken);

    public Task<Result> DiscardAsync(Guid runId, CancellationToken cancellationToken) => MoveAsync(runId, [BillingRunState.Preparing, BillingRunState.Waiting], BillingRunState.Discarded, cancellationToken);

    private async Task<Result> MoveAsync(Guid runId, BillingRunState[] from, BillingRunState to, CancellationToken cancellationToken) => actor.Deny(BillingPermissions.BillingRun) is { } denied
        ? denied
        : await ChangeAsync(
            runId,
            null,
            run =>
            {
                if (!from.Contains(run.State))
                {
                    return BillingErrors.RunState;
                }

                (run.State, run.EndedAtUtc) = (to, to == BillingRunState.Discarded ? clock.UtcNow() : null);
                return null;
            },
            cancellationToken);

    private async Task<Result> ChangeAsync(Guid runId, long? version, Func<BillingRun, Error?> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await context.Set<BillingRun>().SingleOrDefaultAsync(r => r.Id == runId, cancellationToken);
        if (run is null)
        {
            return BillingErrors.RunNotFound;
        }

        if (version is { } seen)
        {
            context.ExpectVersion(run, seen);
        }

        return change(run) is { } error ? error : await context.TrySaveAsync(null, cancellationToken);
    }

    private async Task<Error?> TooFarAsync(DateOnly throughOn, CancellationToken cancellationToken) =>
        Math.Abs(throughOn.DayNumber - (await business.TodayAsync(cancellationToken)).DayNumber) > FarthestDays ? BillingErrors.DayTooFar(FarthestDays) : null;
}
