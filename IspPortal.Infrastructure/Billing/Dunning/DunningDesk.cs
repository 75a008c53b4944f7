using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

internal sealed class DunningDesk(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, DunningReading reading, DunningBoard board, Reconnections reconnections, ISettingsReader<DunningSettings> settings, DunningClock clock) : IDunningDesk
{
    private const int LongestReason = 500;

    public async Task<Result<Page<DunningRow>>> ListAsync(DunningFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(DunningPermissions.DunningRead) is { } denied ? denied : await board.ListAsync(filter, page, cancellationToken);

    public async Task<Result<IReadOnlyList<DunningStageTotal>>> TotalsAsync(CancellationToken cancellationToken) =>
        actor.Deny(DunningPermissions.DunningRead) is { } denied ? denied : Result.Of(await board.TotalsAsync(cancellationToken));

    public async Task<Result<DunningDetails>> GetAsync(Guid billingAccountId, CancellationToken cancellationToken) =>
        actor.Deny(DunningPermissions.DunningRead) is { } denied ? denied : await board.GetAsync(billingAccountId, cancellationToken) is { } details ? details : DunningErrors.AccountNotFound;

    public async Task<Result<Page<DunningEntryRow>>> HistoryAsync(Guid billingAccountId, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(DunningPermissions.DunningRead) is { } denied ? denied : await board.HistoryAsync(billingAccountId, page, cancellationToken);

    public async Task<Result<Page<PromiseRow>>> PromisesAsync(Guid? billingAccountId, PromiseState? state, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(DunningPermissions.DunningRead) is { } denied ? denied : await board.PromisesAsync(billingAccountId, state, page, cancellationToken);

    public async Task<Result<Page<LateFeeRow>>> LateFeesAsync(PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(DunningPermissions.DunningRead) is { } denied ? denied : await board.LateFeesAsync(page, cancellationToken);

    public async Task<Result> PromiseAsync(Guid promiseId, Guid billingAccountId, MakePromiseRequest request, CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        var current = await settings.GetAsync(cancellationToken);
        if ((actor.Deny(DunningPermissions.DunningManage) ?? RequireReason(request.Reason) ?? Judge(request.Parts, today, current)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockBillingAccountsAsync([billingAccountId], cancellationToken);
        if (await context.Set<PaymentPromise>().AnyAsync(p => p.Id == promiseId, cancellationToken))
        {
            return Result.Success;
        }

        if (!await context.Set<BillingAccount>().AnyAsync(a => a.Id == billingAccountId, cancellationToken))
        {
            return DunningErrors.AccountNotFound;
        }

        var account = (await reading.ReadAsync(context, [billingAccountId], today, current.Policy, cancellationToken)).Single();
        context.Follow(account, today, clock.Clock);
        if (account is { Promise: not null, PromiseStands: PromiseState.Open } || account.Bills.Count == 0)
        {
            return account.Bills.Count == 0 ? DunningErrors.NothingOverdue : DunningErrors.PromiseOpen;
        }

        var since = clock.Clock.UtcNow().AddDays(-current.PromisesWithinDays);
        if (await context.Set<PaymentPromise>().CountAsync(p => p.BillingAccountId == billingAccountId && p.CreatedAtUtc > since && p.State != PromiseState.Withdrawn, cancellationToken) >= current.MostPromises)
        {
            return DunningErrors.TooManyPromises(current.MostPromises, current.PromisesWithinDays);
        }

        var amount = request.Parts.Sum(part => part.Amount.Minor);
        context.Add(new PaymentPromise
        {
            Id = promiseId,
            BillingAccountId = billingAccountId,
            IsInstalments = request.Parts.Count > 1,
            UntilOn = request.Parts[^1].DueOn,
            AmountMinor = amount,
            Reason = request.Reason.Trim(),
            CreatedBy = actor.Actor.Name,
            CreatedAtUtc = clock.Clock.UtcNow(),
            Parts = [.. request.Parts.Select((part, i) => new PaymentPromisePart { PromiseId = promiseId, No = i + 1, DueOn = part.DueOn, AmountMinor = part.Amount.Minor })],
        });
        context.Tell(billingAccountId, today, clock.Clock, DunningEntryKind.Promised, request.Reason.Trim(), amount);
        return await SaveAndFollowAsync(context, transaction, billingAccountId, today, current, cancellationToken);
    }

    public async Task<Result> WithdrawPromiseAsync(Guid billingAccountId, string reason, CancellationToken cancellationToken) => await DoAsync(
        billingAccountId,
        reason,
        async (context, today) =>
        {
            if (await context.Set<PaymentPromise>().SingleOrDefaultAsync(p => p.BillingAccountId == billingAccountId && p.State == PromiseState.Open, cancellationToken) is not { } promise)
            {
                return DunningErrors.NoPromise;
            }

            (promise.State, promise.ClosedAtUtc) = (PromiseState.Withdrawn, clock.Clock.UtcNow());
            context.Tell(billingAccountId, today, clock.Clock, DunningEntryKind.PromiseWithdrawn, reason.Trim(), promise.AmountMinor);
            return null;
        },
        cancellationToken);

    public async Task<Result> ExceptAsync(Guid billingAccountId, DateOnly? untilOn, string reason, CancellationToken cancellationToken) => await DoAsync(
        billingAccountId,
        reason,
        async (context, today) =>
        {
            if (untilOn < today)
            {
                return CommonErrors.Invalid([new FieldError("untilOn", "dunning.day_past")]);
            }

            if (!await context.Set<BillingAccount>().AnyAsync(a => a.Id == billingAccountId, cancellationToken))
            {
                return DunningErrors.AccountNotFound;
            }

            var terms = await context.Set<DunningTerms>().SingleOrDefaultAsync(t => t.BillingAccountId == billingAccountId, cancellationToken);
            if (terms is null)
            {
                terms = new DunningTerms { BillingAccountId = billingAccountId, Reason = "", CreatedBy = "", CreatedAtUtc = default };
                context.Add(terms);
            }

            (terms.Reason, terms.UntilOn, terms.CreatedBy, terms.CreatedAtUtc) = (reason.Trim(), untilOn, actor.Actor.Name, clock.Clock.UtcNow());
            context.Tell(billingAccountId, today, clock.Clock, DunningEntryKind.Excepted, reason.Trim());
            return null;
        },
        cancellationToken);

    public async Task<Result> EndExceptionAsync(Guid billingAccountId, string reason, CancellationToken cancellationToken) => await DoAsync(
        billingAccountId,
        reason,
        async (context, today) =>
        {
            if (await context.Set<DunningTerms>().SingleOrDefaultAsync(t => t.BillingAccountId == billingAccountId, cancellationToken) is { } terms)
            {
                context.Remove(terms);
                context.Tell(billingAccountId, today, clock.Clock, DunningEntryKind.ExceptionEnded, reason.Trim());
            }

            return null;
        },
        cancellationToken);

    public async Task<Result> RestoreAsync(Guid billingAccountId, bool waiveFee, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(DunningPermissions.DunningManage) ?? RequireReason(reason)) is { } refused)
        {
            return refused;
        }

        var found = await board.GetAsync(billingAccountId, cancellationToken);
        if (found is not { IsIsolated: true } and not { WasIsolated: true })
        {
            return found is null ? DunningErrors.AccountNotFound : DunningErrors.NotIsolated;
        }

        if (waiveFee && found.WasIsolated && await WaiveReconnectFeeAsync(billingAccountId, reason, cancellationToken) is { Succeeded: false } failed)
        {
            return failed;
        }

        return await reconnections.RestoreAsync(billingAccountId, reason.Trim(), actor.Actor.Name, cancellationToken);
    }

    public async Task<Result> WaiveReconnectFeeAsync(Guid billingAccountId, string reason, CancellationToken cancellationToken) => await DoAsync(
        billingAccountId,
        reason,
        async (context, today) =>
        {
            if (await context.Set<DunningAccount>().SingleOrDefaultAsync(a => a.BillingAccountId == billingAccountId && a.IsolatedRunId != null, cancellationToken) is not { } row)
            {
                return DunningErrors.NotIsolated;
            }

            row.FeeWaivedBecause = reason.Trim();
            context.Tell(billingAccountId, today, clock.Clock, DunningEntryKind.FeeWaived, reason.Trim());
            return null;
        },
        cancellationToken);

    public async Task<Result> WaiveLateFeeAsync(Guid invoiceId, string reason, CancellationToken cancellationToken)
    {
        await using var reader = await contexts.CreateDbContextAsync(cancellationToken);
        var accountId = await reader.Set<Invoice>().Where(i => i.Id == invoiceId).Select(i => (Guid?)i.BillingAccountId).SingleOrDefaultAsync(cancellationToken) ?? Guid.Empty;
        return await DoAsync(
            accountId,
            reason,
            async (context, today) =>
            {
                var policy = (await settings.GetAsync(cancellationToken)).Policy;
                var due = (await LateFees.DueAsync(context, await reading.ReadAsync(context, [accountId], today, policy, cancellationToken), policy, cancellationToken)).FirstOrDefault(some => some.Bill.Id == invoiceId);
                if (due.Fee is not { } fee)
                {
                    return DunningErrors.FeeGone;
                }

                context.Add(new LateFeeWaiver
                {
                    Id = Ids.New(clock.Clock),
                    InvoiceId = invoiceId,
                    Step = fee.Step,
                    BillingAccountId = accountId,
                    AmountMinor = fee.Amount.Minor,
                    Reason = reason.Trim(),
                    CreatedBy = actor.Actor.Name,
                    CreatedAtUtc = clock.Clock.UtcNow(),
                });
                context.Tell(accountId, today, clock.Clock, DunningEntryKind.FeeWaived, reason.Trim(), fee.Amount.Minor);
                return null;
            },
            cancellationToken);
    }

    /// <summary>What is wrong with a reason that somebody must give, or null.</summary>
    internal static Error? RequireReason(string? reason) => string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")]) : RefuseReason(reason);

    /// <summary>What is wrong with a reason that may be left out, or null.</summary>
    internal static Error? RefuseReason(string? reason) => reason?.Trim().Length > LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)]) : PlainText.Refuse(reason);

    private static Error? Judge(IReadOnlyList<PromisePart> parts, DateOnly today, DunningSettings settings)
    {
        if (parts.Count is 0 or > PromiseRule.MostParts)
        {
            return CommonErrors.Invalid([new FieldError("parts", "common.out_of_range", 1, PromiseRule.MostParts)]);
        }

        // Instalments may go on for as many months as there are parts.
        var farthest = parts.Count == 1 ? today.AddDays(settings.PromiseMostDays) : today.AddMonths(PromiseRule.MostParts);
        var inOrder = parts.Zip(parts.Skip(1), (one, next) => one.DueOn < next.DueOn).All(fits => fits);
        return parts[0].DueOn < today || parts[^1].DueOn > farthest || !inOrder ? CommonErrors.Invalid([new FieldError("dueOn", "dunning.promise_day", settings.PromiseMostDays)])
            : parts.Any(part => part.Amount <= Money.Zero) ? CommonErrors.Invalid([new FieldError("amount", "common.required")])
            : null;
    }

    private async Task<Result> DoAsync(Guid accountId, string reason, Func<PortalDbContext, DateOnly, Task<Error?>> change, CancellationToken cancellationToken)
    {
        if ((actor.Deny(DunningPermissions.DunningManage) ?? RequireReason(reason)) is { } refused)
        {
            return refused;
        }

        var (today, _) = await clock.NowAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockBillingAccountsAsync([accountId], cancellationToken);
        return await change(context, today) is { } failed ? failed : await SaveAndFollowAsync(context, transaction, accountId, today, await settings.GetAsync(cancellationToken), cancellationToken);
    }

    // What is decided shows at once, not with the next look of the job.
    private async Task<Result> SaveAndFollowAsync(
        PortalDbContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Guid accountId, DateOnly today, DunningSettings current, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(DunningErrors.PromiseOpen, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved;
        }

        foreach (var account in await reading.ReadAsync(context, [accountId], today, current.Policy, cancellationToken))
        {
            context.Follow(account, today, clock.Clock);
        }

        saved = await context.TrySaveAsync(DunningErrors.PromiseOpen, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}
