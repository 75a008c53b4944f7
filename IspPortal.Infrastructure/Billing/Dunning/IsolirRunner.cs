using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>
/// Prepares runs, isolates or ends, and undoes. Each line is marked in the transaction that holds it: killed and started again it goes on with what is missing, and two at once do nothing twice.
/// </summary>
internal sealed class IsolirRunner(
    PortalContextSource source, IsolirPreparation preparation, DunningReading reading, DunningNotices notices, BillHolds holds, LineEndings endings, ISettingsReader<DunningSettings> settings, DunningClock clock)
{
    private const int AccountsAtOnce = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly IsolirRunState[] Works = [IsolirRunState.Preparing, IsolirRunState.Running, IsolirRunState.Undoing];

    /// <summary>Takes the oldest run that has something to do and works until it is over; false: there is none, or it is not the time.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var token = Ids.New(clock.Clock);
        if (await LeaseAsync(token, cancellationToken) is not { } runId)
        {
            return false;
        }

        var did = false;
        while (await RenewAsync(runId, token, cancellationToken))
        {
            IsolirRun run;
            await using (var context = source.CreateForSystem(RunIsolirJob.Key))
            {
                run = await context.Set<IsolirRun>().AsNoTracking().SingleAsync(r => r.Id == runId, cancellationToken);
            }

            if (!(run.State switch
            {
                IsolirRunState.Preparing => await preparation.GoOnAsync(runId, cancellationToken),
                IsolirRunState.Running => await WorkAsync(run, cancellationToken),
                IsolirRunState.Undoing => await UndoAsync(run, cancellationToken),
                _ => false,
            }))
            {
                break;
            }

            did = true;
        }

        await using (var context = source.CreateForSystem(RunIsolirJob.Key))
        {
            await context.Set<IsolirRun>().Where(r => r.Id == runId && r.LeasedBy == token)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedBy, (Guid?)null).SetProperty(r => r.LeasedUntilUtc, (DateTime?)null), cancellationToken);
        }

        return did;
    }

    private async Task<Guid?> LeaseAsync(Guid token, CancellationToken cancellationToken)
    {
        var now = clock.Clock.UtcNow();
        var until = now + Lease;
        await using var context = source.CreateForSystem(RunIsolirJob.Key);
        var open = context.Set<IsolirRun>().Where(r => Works.Contains(r.State) && (r.LeasedUntilUtc == null || r.LeasedUntilUtc < now));
        var id = await open.OrderBy(r => r.CreatedAtUtc).ThenBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        return id is null || await open.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedBy, token).SetProperty(r => r.LeasedUntilUtc, until), cancellationToken) == 0 ? null : id;
    }

    private async Task<bool> RenewAsync(Guid runId, Guid token, CancellationToken cancellationToken)
    {
        var until = clock.Clock.UtcNow() + Lease;
        await using var context = source.CreateForSystem(RunIsolirJob.Key);
        return await context.Set<IsolirRun>().Where(r => r.Id == runId && r.LeasedBy == token).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, until), cancellationToken) == 1;
    }

    // The next accounts; false: there are no more, or nobody may be isolated now.
    private async Task<bool> WorkAsync(IsolirRun run, CancellationToken cancellationToken)
    {
        var (today, time) = await clock.NowAsync(cancellationToken);
        var policy = (await settings.GetAsync(cancellationToken)).Policy;
        if (!policy.MayIsolateAt(today, time) || await holds.IsObservedAsync(cancellationToken))
        {
            return false;
        }

        await using var context = source.CreateForSystem(RunIsolirJob.Key);
        var items = await context.Set<IsolirRunItem>().Where(i => i.RunId == run.Id && i.State == IsolirItemState.Waiting).OrderBy(i => i.BillingAccountId).Take(AccountsAtOnce).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            await EndAsync(run.Id, IsolirRunState.Done, cancellationToken);
            return false;
        }

        // What was looked at may be paid, promised or broken by now.
        var accountIds = items.ConvertAll(item => item.BillingAccountId);
        var accounts = (await reading.ReadAsync(context, accountIds, today, policy, cancellationToken)).ToDictionary(account => account.Id);
        var marked = (await context.Set<IsolirRunLine>().AsNoTracking().Where(l => l.RunId == run.Id && accountIds.Contains(l.BillingAccountId)).ToListAsync(cancellationToken)).ToLookup(line => line.BillingAccountId);
        var lines = (await BillHolds.LinesAsync(context, marked.SelectMany(some => some).Select(line => line.SubscriptionId).ToList(), cancellationToken)).ToLookup(line => line.BillingAccountId);
        foreach (var item in items)
        {
            var account = accounts[item.BillingAccountId];
            var (obstacle, detail) = IsolirPreparation.ObstacleOf(account, run.Kind, [.. lines[item.BillingAccountId]]);
            if (obstacle != DunningObstacle.None)
            {
                (item.State, item.Obstacle, item.Detail) = (IsolirItemState.LeftOut, obstacle, detail);
            }
        }

        var chosen = items.FindAll(item => item.State == IsolirItemState.Waiting);
        var ends = run.Kind == DunningRunKind.Termination;
        await context.SetIsolatedAsync(ends ? [] : chosen.ConvertAll(item => item.BillingAccountId), run.Id, today, clock.Clock, cancellationToken);
        var stuck = 0;
        foreach (var item in chosen)
        {
            switch (await DoLinesAsync(run, marked[item.BillingAccountId], cancellationToken))
            {
                case null:
                    // Somebody else changes a line at the same time: it keeps its place for the next turn.
                    stuck++;
                    continue;
                case 0 when !marked[item.BillingAccountId].Any(line => line.State is IsolirLineState.Isolated or IsolirLineState.Ended):
                    item.State = IsolirItemState.LeftOut;
                    break;
                case < 0:
                    item.State = IsolirItemState.Failed;
                    break;
                default:
                    item.State = ends ? IsolirItemState.Ended : IsolirItemState.Isolated;
                    context.Tell(item.BillingAccountId, today, clock.Clock, ends ? DunningEntryKind.Ended : DunningEntryKind.Isolated, run.Number, accounts[item.BillingAccountId].Decision.Overdue.Minor, run.ApprovedBy);
                    break;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var item in chosen.Where(item => item.State is IsolirItemState.Isolated or IsolirItemState.Ended))
        {
            await notices.TellAsync(context, item.BillingAccountId, ends ? DunningEvents.Ended : DunningEvents.Isolated, run.Number, accounts[item.BillingAccountId].Decision.Overdue.Minor, cancellationToken);
        }

        // Counted from the marks: two that work at once would add the same twice.
        await context.Set<IsolirRun>().Where(r => r.Id == run.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Isolated, r => context.Set<IsolirRunItem>().Count(i => i.RunId == r.Id && (i.State == IsolirItemState.Isolated || i.State == IsolirItemState.Ended))), cancellationToken);
        return stuck < items.Count;
    }

    // How many lines were isolated or ended now; below zero: one could not be; null: somebody else was faster.
    private async Task<int?> DoLinesAsync(IsolirRun run, IEnumerable<IsolirRunLine> lines, CancellationToken cancellationToken)
    {
        var (done, failed) = (0, false);
        foreach (var line in lines.Where(line => line.State == IsolirLineState.Waiting))
        {
            var did = false;
            async Task<bool> MarkAsync(PortalDbContext context, bool can, string? before, CancellationToken token)
            {
                var mark = await context.Set<IsolirRunLine>().SingleAsync(l => l.RunId == run.Id && l.SubscriptionId == line.SubscriptionId, token);
                var undone = await context.Set<IsolirRun>().AnyAsync(r => r.Id == run.Id && r.State != IsolirRunState.Running, token);
                if (mark.State != IsolirLineState.Waiting || undone)
                {
                    did = mark.State is IsolirLineState.Isolated or IsolirLineState.Ended;
                    return false;
                }

                (mark.State, mark.Before) = (!can ? IsolirLineState.Skipped : before is null ? IsolirLineState.Isolated : IsolirLineState.Ended, before);
                did = can;
                return true;
            }

            var batch = (run.Id, run.ApprovedBy ?? run.CreatedBy);
            var result = run.Kind == DunningRunKind.Termination
                ? await endings.EndAsync(line.SubscriptionId, run.Number, batch, (context, before, token) => MarkAsync(context, before is not null, before, token), cancellationToken)
                : await holds.IsolateAsync(line.SubscriptionId, run.Number, batch, (context, can, token) => MarkAsync(context, can, null, token), cancellationToken);
            if (!result.Succeeded && await MarkOfAsync(run.Id, line.SubscriptionId, cancellationToken) is not IsolirLineState.Waiting and var made)
            {
                // Somebody else at the same run was faster, whatever stood in the way here.
                done += made is IsolirLineState.Isolated or IsolirLineState.Ended ? 1 : 0;
                continue;
            }

            if (result.Error?.Code == CommonErrors.VersionConflict.Code)
            {
                return null;
            }

            failed |= !result.Succeeded;
            done += result.Succeeded && did ? 1 : 0;
        }

        return failed ? -1 : done;
    }

    private async Task<IsolirLineState> MarkOfAsync(Guid runId, Guid subscriptionId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(RunIsolirJob.Key);
        return await context.Set<IsolirRunLine>().Where(l => l.RunId == runId && l.SubscriptionId == subscriptionId).Select(l => l.State).SingleAsync(cancellationToken);
    }

    // The next lines; false: all that it isolated came back.
    private async Task<bool> UndoAsync(IsolirRun run, CancellationToken cancellationToken)
    {
        List<IsolirRunLine> lines;
        await using (var context = source.CreateForSystem(RunIsolirJob.Key))
        {
            lines = await context.Set<IsolirRunLine>().AsNoTracking().Where(l => l.RunId == run.Id && (l.State == IsolirLineState.Isolated || l.State == IsolirLineState.Ended)).OrderBy(l => l.SubscriptionId).Take(AccountsAtOnce).ToListAsync(cancellationToken);
        }

        var stuck = 0;
        foreach (var line in lines)
        {
            var result = line.Before is { } before
                ? await endings.ReviveAsync(line.SubscriptionId, before, run.Number, run.UndoReason ?? run.Number, (context, _, token) => RunMarks.RevivedAsync(context, run, line.SubscriptionId, token), cancellationToken)
                : await holds.RestoreAsync(line.SubscriptionId, run.Number, run.UndoReason ?? run.Number, (context, comes, token) => RunMarks.RestoredAsync(context, run.Id, line.SubscriptionId, comes, token), cancellationToken);
            if (line.Before is not null && result.Error is { } refused && refused.Code != CommonErrors.VersionConflict.Code)
            {
                await using var context = source.CreateForSystem(RunIsolirJob.Key);
                await RunMarks.KeptAsync(context, run.Id, line.SubscriptionId, cancellationToken);
                continue;
            }

            stuck += result.Succeeded ? 0 : 1;
        }

        if (lines.Count > 0)
        {
            return stuck < lines.Count;
        }

        var (today, _) = await clock.NowAsync(cancellationToken);
        await using (var context = source.CreateForSystem(RunIsolirJob.Key))
        {
            foreach (var item in await context.Set<IsolirRunItem>().Where(i => i.RunId == run.Id && (i.State == IsolirItemState.Isolated || i.State == IsolirItemState.Ended || i.State == IsolirItemState.Failed || i.State == IsolirItemState.Waiting)
                && !context.Set<IsolirRunLine>().Any(l => l.RunId == i.RunId && l.BillingAccountId == i.BillingAccountId && l.State == IsolirLineState.Kept)).ToListAsync(cancellationToken))
            {
                if (item.State != IsolirItemState.Waiting)
                {
                    context.Tell(item.BillingAccountId, today, clock.Clock, DunningEntryKind.Undone, run.Number, null, run.UndoneBy);
                }

                item.State = IsolirItemState.Undone;
            }

            // Undone is as if it had not been: no fee.
            await context.Set<DunningAccount>().Where(a => a.IsolatedRunId == run.Id).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.IsolatedRunId, (Guid?)null).SetProperty(a => a.IsolatedAtUtc, (DateTime?)null).SetProperty(a => a.FeeWaivedBecause, (string?)null), cancellationToken);
            await context.Set<IsolirRunLine>().Where(l => l.RunId == run.Id && l.State == IsolirLineState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, IsolirLineState.Skipped), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }

        await EndAsync(run.Id, IsolirRunState.Undone, cancellationToken);
        return false;
    }

    private async Task EndAsync(Guid runId, IsolirRunState state, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(RunIsolirJob.Key);
        var run = await context.Set<IsolirRun>().SingleAsync(r => r.Id == runId, cancellationToken);
        if (!Works.Contains(run.State) || (state == IsolirRunState.Done && run.State != IsolirRunState.Running))
        {
            return;
        }

        // Counted from the marks: what a killed run added up may be less.
        if (state == IsolirRunState.Done)
        {
            var counts = await context.Set<IsolirRunItem>().Where(i => i.RunId == runId).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            run.Isolated = counts.GetValueOrDefault(IsolirItemState.Isolated) + counts.GetValueOrDefault(IsolirItemState.Ended);
            run.LeftOut = counts.GetValueOrDefault(IsolirItemState.LeftOut);
            run.Failed = counts.GetValueOrDefault(IsolirItemState.Failed);
            await context.Set<IsolirRunLine>().Where(l => l.RunId == runId && l.State == IsolirLineState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, IsolirLineState.Skipped), cancellationToken);
        }
        else
        {
            // Its day is free for another one.
            run.DayKey = runId.ToString("N");
        }

        (run.State, run.EndedAtUtc) = (state, clock.Clock.UtcNow());
        await BillHolds.WakeAsync(context, runId, clock.Clock.UtcNow(), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }
}
