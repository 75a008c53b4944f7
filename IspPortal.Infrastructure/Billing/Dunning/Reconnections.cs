using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>
/// Lets isolated lines come back: those of accounts that owe nothing overdue any more, found again and again from the bills themselves, and those that a person lets back. Whatever happens in between,
/// the next look finds what is missing.
/// </summary>
internal sealed class Reconnections(PortalContextSource source, BillHolds holds, LateFees fees, DunningNotices notices, ISettingsReader<DunningSettings> settings, DunningClock clock)
{
    public const string By = "restore-lines";
    private const int MostAtOnce = 500;

    /// <summary>Restores every isolated account that is settled or pays instalments in time; gives how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (await holds.IsObservedAsync(cancellationToken))
        {
            return 0;
        }

        var (today, _) = await clock.NowAsync(cancellationToken);
        List<Guid> settled;
        await using (var context = source.CreateForSystem(By))
        {
            await notices.WithdrawAsync(context, cancellationToken);
            settled = await SettledAsync(context, today, (await settings.GetAsync(cancellationToken)).Tolerance, cancellationToken);
        }

        var restored = 0;
        foreach (var accountId in settled)
        {
            restored += (await RestoreAsync(accountId, "settled", null, cancellationToken)).Succeeded ? 1 : 0;
        }

        return restored;
    }

    /// <summary>Lets the lines of an account come back and charges the fee of that, once an isolir; a line that somebody else changes at the same moment fails it, and it is done again.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who lets it; null: the portal, since it is settled.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result> RestoreAsync(Guid accountId, string reason, string? by, CancellationToken cancellationToken)
    {
        IReadOnlyList<(Guid? RunId, Guid SubscriptionId)> lines;
        await using (var context = source.CreateForSystem(By))
        {
            lines = await LinesAsync(context, accountId, by is not null, cancellationToken);
        }

        Error? failed = null;
        foreach (var (runId, subscriptionId) in lines)
        {
            var result = await holds.RestoreAsync(
                subscriptionId,
                null,
                reason,
                (context, comes, token) => runId is { } id ? RunMarks.RestoredAsync(context, id, subscriptionId, comes, token) : Task.CompletedTask,
                cancellationToken);
            failed ??= result.Error;
        }

        return failed is not null ? failed : await CloseAsync(accountId, reason, by, lines.Select(line => line.RunId).FirstOrDefault(id => id is not null), cancellationToken);
    }

    /// <summary>Isolated accounts that owe nothing overdue beyond the tolerance any more, or pay instalments.</summary>
    private static Task<List<Guid>> SettledAsync(PortalDbContext context, DateOnly today, long tolerance, CancellationToken cancellationToken)
    {
        var isolated = context.Set<DunningAccount>().Where(a => a.IsolatedRunId != null).Select(a => a.BillingAccountId)
            .Union(context.Set<IsolirRunLine>().Where(l => l.State == IsolirLineState.Isolated).Select(l => l.BillingAccountId));
        var overdue = DunningReading.Open(context).Where(i => i.DueOn < today);
        return isolated
            .Where(id => overdue.Where(i => i.BillingAccountId == id).Sum(i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor - i.SettledMinor) <= tolerance
                || context.Set<PaymentPromise>().Any(p => p.BillingAccountId == id && p.IsInstalments && p.State == PromiseState.Open))
            .OrderBy(id => id).Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    // A person also lets lines back that no run isolated: they were isolated before the portal knew them.
    private static async Task<IReadOnlyList<(Guid? RunId, Guid SubscriptionId)>> LinesAsync(PortalDbContext context, Guid accountId, bool all, CancellationToken cancellationToken)
    {
        var marked = await context.Set<IsolirRunLine>().AsNoTracking().Where(l => l.BillingAccountId == accountId && l.State == IsolirLineState.Isolated).Select(l => new { l.RunId, l.SubscriptionId }).ToListAsync(cancellationToken);
        var known = marked.Select(l => l.SubscriptionId).ToHashSet();
        var others = all ? (await BillHolds.LinesOfAccountsAsync(context, [accountId], cancellationToken)).Where(line => line.IsIsolated && !known.Contains(line.SubscriptionId)) : [];
        return [.. marked.Select(l => ((Guid?)l.RunId, l.SubscriptionId)), .. others.Select(line => ((Guid?)null, line.SubscriptionId))];
    }

    private async Task<Result> CloseAsync(Guid accountId, string reason, string? by, Guid? runOfLines, CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        await using var context = source.CreateForSystem(By);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockBillingAccountsAsync([accountId], cancellationToken);
        var row = await context.Set<DunningAccount>().SingleOrDefaultAsync(a => a.BillingAccountId == accountId, cancellationToken);
        var runId = row?.IsolatedRunId ?? runOfLines;
        if (runId is null && by is null)
        {
            return Result.Success;
        }

        var number = runId is null ? "" : await context.Set<IsolirRun>().Where(r => r.Id == runId).Select(r => r.Number).SingleAsync(cancellationToken);
        // Paid before the first line was isolated, or ended since: there is nothing to come back from.
        var cameBack = runId is { } id && await context.Set<IsolirRunLine>().AnyAsync(l => l.RunId == id && l.BillingAccountId == accountId && l.State == IsolirLineState.Restored, cancellationToken);
        if (cameBack || by is not null)
        {
            context.Tell(accountId, today, clock.Clock, DunningEntryKind.Restored, by is null ? number : reason, null, by);
        }

        if (runId is { } isolir)
        {
            if (cameBack && row?.FeeWaivedBecause is null && await fees.ChargeReconnectAsync(context, accountId, isolir, number, today, cancellationToken) is { IsZero: false } fee)
            {
                context.Tell(accountId, today, clock.Clock, DunningEntryKind.ReconnectFee, number, fee.Minor);
            }

            if (row is not null)
            {
                (row.IsolatedRunId, row.IsolatedAtUtc, row.FeeWaivedBecause) = (null, null, null);
                row.Stage = row.Stage == DunningStage.Isolated ? by is null ? DunningStage.Clear : DunningStage.IsolirDue : row.Stage;
                row.StageSinceOn = today;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (cameBack)
        {
            await notices.TellAsync(context, accountId, DunningEvents.Restored, number, 0, cancellationToken);
        }

        return Result.Success;
    }
}
