using System.Globalization;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>Takes a booked import back as a whole, as long as nothing else was posted for any of its accounts: nothing is erased, the same is posted the other way round.</summary>
internal sealed class OpeningUndoing(LedgerBook ledger, TimeProvider clock)
{
    private const int AccountsAtOnce = 500;

    public async Task<Result> UndoAsync(IDbContextFactory<PortalDbContext> contexts, Guid importId, long version, string reason, DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.HoldLockAsync(OpeningBooking.Lock, cancellationToken);
        var import = await context.Set<OpeningImport>().SingleOrDefaultAsync(i => i.Id == importId, cancellationToken);
        if (import is not { State: OpeningState.Booked })
        {
            return import is null ? OpeningErrors.NotFound : import.State == OpeningState.Undone ? Result.Success : OpeningErrors.WrongState;
        }

        if (import.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var items = await context.Set<OpeningItem>().AsNoTracking().Where(i => i.ImportId == importId && i.Verdict == OpeningVerdict.Booked).OrderBy(i => i.BillingAccountId).ThenBy(i => i.Row).ToListAsync(cancellationToken);
        var accountIds = items.Select(item => item.BillingAccountId).OfType<Guid>().Distinct().Order().ToList();
        await context.LockBillingAccountsAsync(accountIds, cancellationToken);
        if (await UsedAsync(context, import, accountIds, cancellationToken) is { } used)
        {
            return used;
        }

        foreach (var cash in items.Where(item => item.Kind == OpeningKind.CollectorCash))
        {
            var there = await context.Set<LedgerEntry>().Where(e => e.Account == LedgerAccount.Cash && e.SubAccount == cash.Place).SumAsync(e => e.AmountMinor, cancellationToken);
            if (there < cash.AmountMinor)
            {
                return OpeningErrors.CashGone(cash.Place!);
            }
        }

        var now = clock.UtcNow();
        (import.State, import.UndoneBy, import.UndoneAtUtc, import.UndoReason) = (OpeningState.Undone, context.Actor.Name, now, reason);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved;
        }

        // The number is free for another import; what was withdrawn keeps it with a mark behind.
        var mark = string.Create(CultureInfo.InvariantCulture, $"#{importId.ToString("N")[^6..]}");
        await context.Set<Invoice>().Where(i => context.Set<OpeningItem>().Any(o => o.InvoiceId == i.Id && o.ImportId == importId && o.Verdict == OpeningVerdict.Booked)).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, InvoiceState.Withdrawn).SetProperty(i => i.Number, i => i.Number + mark).SetProperty(i => i.SettledAtUtc, now).SetProperty(i => i.Version, i => i.Version + 1), cancellationToken);
        await context.Set<OpeningItem>().Where(i => i.ImportId == importId && i.Verdict == OpeningVerdict.Booked)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Verdict, OpeningVerdict.Undone).SetProperty(i => i.BookedKey, (string?)null), cancellationToken);
        var posted = await ledger.PostManyAsync(context, [.. items.Select(item => ReversedOf(import, item, today, now, reason)).OfType<LedgerPosting>()], cancellationToken);
        if (posted.Error is { } error)
        {
            return error;
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    private static LedgerPosting? ReversedOf(OpeningImport import, OpeningItem item, DateOnly today, DateTime now, string reason) => OpeningBooking.PostingOf(import, item) is { } posting
        ? posting.Reversed(LedgerKind.OpeningBalance, new LedgerOccasion("undo-" + posting.Occasion.Key, today, now, posting.Occasion.Reference, item.InvoiceId, reason))
        : null;

    // Whatever else was posted for one of its accounts since stands on what was brought along.
    private static async Task<Error?> UsedAsync(PortalDbContext context, OpeningImport import, List<Guid> accountIds, CancellationToken cancellationToken)
    {
        var (since, own) = (import.BookedAtUtc!.Value, string.Create(CultureInfo.InvariantCulture, $"opening:{import.Id:N}:"));
        foreach (var some in accountIds.Chunk(AccountsAtOnce))
        {
            var used = await context.Set<LedgerEntry>().Where(e => e.BillingAccountId != null && some.Contains(e.BillingAccountId.Value))
                .Join(context.Set<LedgerTransaction>().Where(t => t.RecordedAtUtc >= since && !t.Key.StartsWith(own)), e => e.TransactionId, t => t.Id, (e, t) => e.BillingAccountId!.Value)
                .Join(context.Set<BillingAccount>(), id => id, a => a.Id, (id, a) => a.Number).OrderBy(number => number).FirstOrDefaultAsync(cancellationToken);
            if (used is not null)
            {
                return OpeningErrors.Used(used);
            }
        }

        return null;
    }
}
