using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>
/// Makes previews and bills what was looked at, two hundred accounts in a transaction. What is done is marked in the same transaction: killed and started again it goes on with what is missing, and two at
/// once get in each other's way without billing anything twice.
/// </summary>
internal sealed partial class BillingRunner(
    PortalContextSource source, BillingFacts facts, BillMaker maker, BillWriter writer, AccountSettling settling, ObserveSwitch observing, ISettingsReader<Core.Billing.BillingSettings> settings, TimeProvider clock, ILogger<BillingRunner> logger)
{
    private const int AccountsAtOnce = 200;
    private const int MostTries = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly BillingRunState[] Works = [BillingRunState.Preparing, BillingRunState.Running];

    /// <summary>Takes the oldest run that has something to do and works until it is over or paused; false: there is none.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var token = Ids.New(clock);
        if (await LeaseAsync(token, cancellationToken) is not { } run)
        {
            return false;
        }

        while (await RenewAsync(run.Id, token, cancellationToken))
        {
            await using var context = source.CreateForSystem(RunBillingJob.Key);
            var state = await context.Set<BillingRun>().Where(r => r.Id == run.Id).Select(r => r.State).SingleAsync(cancellationToken);
            if (!(state switch
            {
                BillingRunState.Preparing => await PrepareAsync(run, cancellationToken),
                BillingRunState.Running => await BillAsync(run, cancellationToken),
                _ => false,
            }))
            {
                break;
            }
        }

        await using (var context = source.CreateForSystem(RunBillingJob.Key))
        {
            await context.Set<BillingRun>().Where(r => r.Id == run.Id && r.LeasedBy == token)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedBy, (Guid?)null).SetProperty(r => r.LeasedUntilUtc, (DateTime?)null), cancellationToken);
        }

        return true;
    }

    private async Task<BillingRun?> LeaseAsync(Guid token, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var until = now + Lease;
        await using var context = source.CreateForSystem(RunBillingJob.Key);
        var open = context.Set<BillingRun>().Where(r => Works.Contains(r.State) && (r.LeasedUntilUtc == null || r.LeasedUntilUtc < now));
        var id = await open.OrderBy(r => r.CreatedAtUtc).ThenBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        return id is null || await open.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedBy, token).SetProperty(r => r.LeasedUntilUtc, until), cancellationToken) == 0
            ? null
            : await context.Set<BillingRun>().AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
    }

    private async Task<bool> RenewAsync(Guid runId, Guid token, CancellationToken cancellationToken)
    {
        var until = clock.UtcNow() + Lease;
        await using var context = source.CreateForSystem(RunBillingJob.Key);
        return await context.Set<BillingRun>().Where(r => r.Id == runId && r.LeasedBy == token).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, until), cancellationToken) == 1;
    }

    // The next accounts of a preview; false: it is made.
    private async Task<bool> PrepareAsync(BillingRun run, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(RunBillingJob.Key);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var state = await context.Set<BillingRun>().SingleAsync(r => r.Id == run.Id, cancellationToken);
        if (state.State != BillingRunState.Preparing)
        {
            return false;
        }

        var after = state.PreparedTo ?? Guid.Empty;
        var accountIds = await NextAccountsAsync(context, after, cancellationToken);
        if (accountIds.Count == 0)
        {
            await CloseAsync(context, state, cancellationToken);
        }
        else
        {
            var items = (await facts.ReadAsync(context, accountIds, run.ThroughOn, cancellationToken)).Select(account => ItemOf(run, account)).OfType<BillingRunItem>().ToList();
            await context.InsertRowsAsync(items, cancellationToken);
            state.PreparedTo = accountIds[^1];
            state.Accounts += items.Count(item => item.Lines > 0);
            state.Lines += items.Sum(item => item.Lines);
            state.BaseMinor += items.Sum(item => item.BaseMinor);
            state.BeforeMinor += items.Sum(item => item.BeforeMinor ?? 0);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return accountIds.Count > 0;
    }

    /// <summary>The accounts that a run looks at, a batch after another.</summary>
    internal static Task<List<Guid>> NextAccountsAsync(PortalDbContext context, Guid after, CancellationToken cancellationToken) =>
        AccountsOf(context).Where(id => id > after).OrderBy(id => id).Take(AccountsAtOnce).ToListAsync(cancellationToken);

    /// <summary>All accounts that a run looks at.</summary>
    internal static IQueryable<Guid> AccountsOf(PortalDbContext context) => context.Set<Subscription>().Where(s => s.Status != SubscriptionStatus.Pending).Select(s => s.BillingAccountId).Distinct();

    private async Task CloseAsync(PortalDbContext context, BillingRun run, CancellationToken cancellationToken)
    {
        var limit = (await settings.GetAsync(cancellationToken)).RunLimitPercent;
        var (now, before) = (Money.Idr(run.BaseMinor), Money.Idr(run.BeforeMinor));
        run.State = BillingRunState.Waiting;
        // The first month has none before it to be compared with.
        run.IsBeyondLimit = !before.IsZero && (now > before.Times(100 + limit, 100) || now < before.Times(Math.Max(0, 100 - limit), 100));
        run.Failed = await context.Set<BillingRunItem>().CountAsync(i => i.RunId == run.Id && i.State == BillingItemState.Failed, cancellationToken);
        if (run is { CreatedBy: BillingRun.BySchedule, Accounts: 0, Failed: 0 })
        {
            // Nobody asked for it and nothing is due: nobody has to look at it.
            (run.State, run.EndedAtUtc) = (BillingRunState.Discarded, clock.UtcNow());
        }
    }

    private BillingRunItem? ItemOf(BillingRun run, AccountFacts account)
    {
        IReadOnlyList<BillLine> lines;
        try
        {
            lines = BillMaker.LinesOf(account, run.ThroughOn);
            _ = maker.Make(account, lines, run.ThroughOn, run.Id, run.CreatedBy).ToList();
        }
        catch (ArgumentException exception)
        {
            LogUnbillable(exception, account.Facts.AccountId);
            return NewItem(run, account, [], UnusualBill.Failed, BillingItemState.Failed);
        }

        var total = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        return lines.Count == 0 && account.Before is null ? null
            : NewItem(run, account, lines, UnusualBills.Of(lines.Count == 0 ? null : total, account.Before), lines.Count == 0 ? BillingItemState.Nothing : BillingItemState.Waiting);
    }

    private static BillingRunItem NewItem(BillingRun run, AccountFacts account, IReadOnlyList<BillLine> lines, UnusualBill unusual, BillingItemState state) => new()
    {
        RunId = run.Id,
        BillingAccountId = account.Facts.AccountId,
        State = state,
        Lines = lines.Count,
        BaseMinor = lines.Sum(line => line.Amount.Minor),
        BeforeMinor = account.Before?.Minor,
        Unusual = unusual,
        Fingerprint = BillMaker.FingerprintOf(lines),
        ErrorCode = state == BillingItemState.Failed ? BillingErrors.Unbillable.Code : null,
    };

    // The next accounts of a run; false: there are no more.
    private async Task<bool> BillAsync(BillingRun run, CancellationToken cancellationToken)
    {
        // It goes on when the portal may write again.
        if (await observing.IsOnAsync(cancellationToken))
        {
            return false;
        }

        List<Guid> accountIds;
        await using (var context = source.CreateForSystem(RunBillingJob.Key))
        {
            accountIds = await context.Set<BillingRunItem>().Where(i => i.RunId == run.Id && i.State == BillingItemState.Waiting).OrderBy(i => i.BillingAccountId).Select(i => i.BillingAccountId)
                .Take(AccountsAtOnce).ToListAsync(cancellationToken);
            if (accountIds.Count == 0)
            {
                await EndAsync(context, run.Id, cancellationToken);
                return false;
            }
        }

        if (!await TryBillAsync(run, accountIds, cancellationToken))
        {
            // One of them spoils it for all: each by itself, and the one that fails is named.
            foreach (var accountId in accountIds)
            {
                if (!await TryBillAsync(run, [accountId], cancellationToken))
                {
                    await FailAsync(run.Id, accountId, cancellationToken);
                }
            }
        }

        return true;
    }

    private async Task<bool> TryBillAsync(BillingRun run, List<Guid> accountIds, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                var done = await BillOnceAsync(run, accountIds, cancellationToken);
                if (done.Succeeded)
                {
                    return true;
                }
            }
            catch (ArgumentException exception)
            {
                LogUnbillable(exception, accountIds[0]);
                return false;
            }
        }

        return false;
    }

    private async Task<Result> BillOnceAsync(BillingRun run, List<Guid> accountIds, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(RunBillingJob.Key);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Others that bill or pay for the same accounts wait: what is read now stays true.
        await context.LockBillingAccountsAsync(accountIds, cancellationToken);
        var items = await context.Set<BillingRunItem>().AsNoTracking().Where(i => i.RunId == run.Id && accountIds.Contains(i.BillingAccountId) && i.State == BillingItemState.Waiting)
            .ToDictionaryAsync(i => i.BillingAccountId, i => i.Fingerprint, cancellationToken);
        var marks = new Dictionary<BillingItemState, List<Guid>>();
        var bills = new List<MadeBill>();
        var credit = new Dictionary<Guid, Money>();
        foreach (var account in await facts.ReadAsync(context, items.Keys, run.ThroughOn, cancellationToken))
        {
            var accountId = account.Facts.AccountId;
            var lines = BillMaker.LinesOf(account, run.ThroughOn);
            var state = lines.Count == 0 ? BillingItemState.Nothing : BillMaker.FingerprintOf(lines) == items[accountId] ? BillingItemState.Billed : BillingItemState.Changed;
            if (state == BillingItemState.Billed)
            {
                bills.AddRange(maker.Make(account, lines, run.ThroughOn, run.Id, run.ApprovedBy ?? run.CreatedBy));
                credit[accountId] = account.Credit;
            }

            marks.TryAdd(state, []);
            marks[state].Add(accountId);
        }

        var written = await writer.WriteAsync(context, bills, credit, run.ThroughOn, cancellationToken);
        if (!written.Succeeded)
        {
            return written;
        }

        // Credit that is enough for an offer pays it at once, as it does what is owed. What gives back more than it takes, a deposit perhaps, pays what is open since earlier.
        foreach (var accountId in bills.Where(bill => bill.Invoice.PayableMinor < 0 || (bill.Invoice.Kind == InvoiceKind.ProForma && (bill.Invoice.PayableMinor == 0 || credit[bill.Invoice.BillingAccountId] > Money.Zero)))
            .Select(bill => bill.Invoice.BillingAccountId).Distinct())
        {
            if ((await settling.UseCreditAsync(context, accountId, run.Id, run.ThroughOn, cancellationToken)).Error is { } unpaid)
            {
                return unpaid;
            }
        }

        foreach (var (state, ids) in marks)
        {
            await context.Set<BillingRunItem>().Where(i => i.RunId == run.Id && ids.Contains(i.BillingAccountId)).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, state), cancellationToken);
        }

        await context.Set<BillingRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Billed, r => r.Billed + marks.GetValueOrDefault(BillingItemState.Billed, new()).Count), cancellationToken);
        if (bills.Count > 0 && (await settings.GetAsync(cancellationToken)).SendsBills)
        {
            context.AddEvent(new BillsIssued(run.Id, [.. bills.Select(bill => bill.Invoice.Id)]));
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    private async Task FailAsync(Guid runId, Guid accountId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(RunBillingJob.Key);
        await context.Set<BillingRunItem>().Where(i => i.RunId == runId && i.BillingAccountId == accountId && i.State == BillingItemState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, BillingItemState.Failed).SetProperty(i => i.ErrorCode, BillingErrors.Unbillable.Code), cancellationToken);
    }

    private async Task EndAsync(PortalDbContext context, Guid runId, CancellationToken cancellationToken)
    {
        var run = await context.Set<BillingRun>().SingleAsync(r => r.Id == runId, cancellationToken);
        if (run.State != BillingRunState.Running)
        {
            return;
        }

        // Counted from the marks: what a killed run added up may be less.
        var counts = await context.Set<BillingRunItem>().Where(i => i.RunId == runId && i.Lines > 0).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        run.Billed = counts.GetValueOrDefault(BillingItemState.Billed);
        run.LeftOut = counts.GetValueOrDefault(BillingItemState.Nothing) + counts.GetValueOrDefault(BillingItemState.Changed);
        run.Failed = await context.Set<BillingRunItem>().CountAsync(i => i.RunId == runId && i.State == BillingItemState.Failed, cancellationToken);
        (run.State, run.EndedAtUtc) = (BillingRunState.Done, clock.UtcNow());
        await context.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Billing account {AccountId} cannot be billed")]
    private partial void LogUnbillable(Exception exception, Guid accountId);
}
