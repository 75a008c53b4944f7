using System.Globalization;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Looks up whom a run isolates or ends and whom it holds back, five hundred accounts in a transaction.</summary>
internal sealed class IsolirPreparation(PortalContextSource source, DunningReading reading, ISettingsReader<DunningSettings> settings, TimeProvider clock)
{
    private const int AccountsAtOnce = 500;
    private const int MonthsCompared = 3;

    /// <summary>The next accounts; false: it is prepared.</summary>
    public async Task<bool> GoOnAsync(Guid runId, CancellationToken cancellationToken)
    {
        var current = await settings.GetAsync(cancellationToken);
        await using var context = source.CreateForSystem(RunIsolirJob.Key);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = await context.Set<IsolirRun>().SingleAsync(r => r.Id == runId, cancellationToken);
        if (run.State != IsolirRunState.Preparing)
        {
            return false;
        }

        var after = run.PreparedTo ?? Guid.Empty;
        var ripeOn = run.On.AddDays(-(run.Kind == DunningRunKind.Termination ? current.TerminateAfterDays : current.IsolirAfterDays));
        var accountIds = await DunningReading.Open(context).Where(i => i.DueOn <= ripeOn && i.BillingAccountId > after).Select(i => i.BillingAccountId).Distinct().OrderBy(id => id).Take(AccountsAtOnce).ToListAsync(cancellationToken);
        if (accountIds.Count == 0)
        {
            await CloseAsync(context, run, current, cancellationToken);
        }
        else
        {
            await AddAsync(context, run, await reading.ReadAsync(context, accountIds, run.On, current.Policy, cancellationToken), cancellationToken);
            run.PreparedTo = accountIds[^1];
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // One that goes by itself goes at once.
        return accountIds.Count > 0 || run.State == IsolirRunState.Running;
    }

    /// <summary>What stands in the way of isolating or ending these lines of an account, with more about it.</summary>
    public static (DunningObstacle Obstacle, string? Detail) ObstacleOf(LateAccount account, DunningRunKind kind, IReadOnlyCollection<BilledLine> lines)
    {
        if (!account.IsDueFor(kind))
        {
            return (DunningObstacle.Paid, null);
        }

        if (account.Decision.Obstacle != DunningObstacle.None)
        {
            return (account.Decision.Obstacle, account.Decision.Obstacle == DunningObstacle.Promise ? account.Facts.PromisedUntilOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
        }

        var observed = lines.FirstOrDefault(line => line.IsObserved);
        // Ending a line takes no isolir kit.
        var red = kind == DunningRunKind.Isolir ? lines.FirstOrDefault(line => !line.CanIsolate) : null;
        return observed is not null ? (DunningObstacle.ObserveMode, observed.RouterName) : red is not null ? (DunningObstacle.Router, red.RouterName) : (DunningObstacle.None, null);
    }

    private static async Task AddAsync(PortalDbContext context, IsolirRun run, IReadOnlyList<LateAccount> accounts, CancellationToken cancellationToken)
    {
        var lines = await DunningReading.LinesForAsync(context, accounts, run.Kind, cancellationToken);
        var (items, marked) = (new List<IsolirRunItem>(), new List<IsolirRunLine>());
        foreach (var account in accounts.Where(account => account.IsDueFor(run.Kind)))
        {
            var open = lines[account.Id].Where(line => run.Kind == DunningRunKind.Termination || !line.IsIsolated).ToList();
            if (open.Count == 0)
            {
                continue;
            }

            var (obstacle, detail) = ObstacleOf(account, run.Kind, open);
            items.Add(new IsolirRunItem
            {
                RunId = run.Id,
                BillingAccountId = account.Id,
                State = obstacle == DunningObstacle.None ? IsolirItemState.Waiting : IsolirItemState.Held,
                Obstacle = obstacle,
                Detail = detail,
                Lines = open.Count,
                OverdueMinor = account.Decision.Overdue.Minor,
                OldestDueOn = account.Decision.OldestDueOn!.Value,
            });
            if (obstacle == DunningObstacle.None)
            {
                marked.AddRange(open.Select(line => new IsolirRunLine { RunId = run.Id, SubscriptionId = line.SubscriptionId, BillingAccountId = account.Id, RouterId = line.RouterId }));
            }
        }

        await context.InsertRowsAsync(items, cancellationToken);
        await context.InsertRowsAsync(marked, cancellationToken);
        run.Accounts += items.Count(item => item.State == IsolirItemState.Waiting);
        run.Held += items.Count(item => item.State == IsolirItemState.Held);
        run.Lines += marked.Count;
        run.OverdueMinor += items.Where(item => item.State == IsolirItemState.Waiting).Sum(item => item.OverdueMinor);
    }

    private async Task CloseAsync(PortalDbContext context, IsolirRun run, DunningSettings current, CancellationToken cancellationToken)
    {
        run.Routers = await context.Set<IsolirRunLine>().Where(l => l.RunId == run.Id).Select(l => l.RouterId).Distinct().CountAsync(cancellationToken);
        run.AllAccounts = await BillHolds.CountAccountsAsync(context, cancellationToken);
        var days = Enumerable.Range(1, MonthsCompared).Select(months => run.On.AddMonths(-months)).ToList();
        var before = await context.Set<IsolirRun>().Where(r => days.Contains(r.On) && r.State == IsolirRunState.Done && r.Kind == run.Kind).Select(r => r.Accounts).ToListAsync(cancellationToken);
        run.Usual = before.Count == 0 ? null : (int)Math.Round(before.Average(), MidpointRounding.AwayFromZero);
        run.IsBeyondShare = IsolirLimits.IsBeyondShare(run.Accounts, run.AllAccounts, current.RunSharePercent);
        run.IsUnusual = IsolirLimits.IsUnusual(run.Accounts, before, current.RunUsualPercent);
        run.State = IsolirRunState.Waiting;
        // Nothing is ended that no person looked at.
        if (current.ApprovesRuns && run is { Kind: DunningRunKind.Isolir, IsObserved: false, IsBeyondShare: false, IsUnusual: false, Accounts: > 0 } && run.CreatedBy == context.Actor.Name)
        {
            (run.State, run.ApprovedBy, run.ApprovedAtUtc) = (IsolirRunState.Running, context.Actor.Name, clock.UtcNow());
        }
    }
}
