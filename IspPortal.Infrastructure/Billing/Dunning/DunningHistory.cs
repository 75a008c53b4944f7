using System.Data.Common;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Writes the stored state of late accounts and their history.</summary>
internal static class DunningHistory
{
    private const int LongestDetail = 500;

    /// <summary>Adds a line to the history of an account; the caller saves.</summary>
    public static void Tell(this PortalDbContext context, Guid accountId, DateOnly on, TimeProvider clock, DunningEntryKind kind, string? detail = null, long? amountMinor = null, string? by = null) => context.Add(new DunningEntry
    {
        Id = Ids.New(clock),
        BillingAccountId = accountId,
        On = on,
        AtUtc = clock.UtcNow(),
        Kind = kind,
        Detail = detail?.Length > LongestDetail ? detail[..LongestDetail] : detail,
        AmountMinor = amountMinor,
        ActorName = by ?? context.Actor.Name,
    });

    /// <summary>Brings the stored state in step with what was decided; the caller saves.</summary>
    public static void Follow(this PortalDbContext context, LateAccount account, DateOnly today, TimeProvider clock)
    {
        var decision = account.Decision;
        var row = account.Row;
        if (row is null)
        {
            if (decision.Stage == DunningStage.Clear)
            {
                return;
            }

            row = new DunningAccount { BillingAccountId = account.Id, StageSinceOn = today, SeenAtUtc = clock.UtcNow() };
            context.Add(row);
        }

        if (row.Stage != decision.Stage)
        {
            (row.Stage, row.StageSinceOn) = (decision.Stage, today);
            context.Tell(account.Id, today, clock, DunningEntryKind.Stage, decision.Stage.ToString(), decision.Overdue.Minor);
        }

        (row.Obstacle, row.OverdueMinor, row.OldestDueOn) = (decision.Obstacle, decision.Overdue.Minor, decision.OldestDueOn);
        if (account.Promise is { } promise && account.PromiseStands != PromiseState.Open)
        {
            (promise.State, promise.ClosedAtUtc) = (account.PromiseStands, clock.UtcNow());
            context.Tell(account.Id, today, clock, account.PromiseStands == PromiseState.Kept ? DunningEntryKind.PromiseKept : DunningEntryKind.PromiseBroken, null, promise.AmountMinor);
        }
    }

    /// <summary>Says that a run isolates an account, before it does: whoever finds it paid afterwards knows what to restore.</summary>
    public static async Task SetIsolatedAsync(this PortalDbContext context, IReadOnlyCollection<Guid> accountIds, Guid runId, DateOnly today, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var known = context.Set<DunningAccount>().Where(a => accountIds.Contains(a.BillingAccountId));
        var missing = accountIds.Except(await known.Select(a => a.BillingAccountId).ToListAsync(cancellationToken)).ToList();
        foreach (var id in missing)
        {
            try
            {
                await context.InsertRowsAsync([new DunningAccount { BillingAccountId = id, StageSinceOn = today, SeenAtUtc = now }], cancellationToken);
            }
            catch (DbException exception) when (exception.IsUniqueViolation())
            {
                // Somebody else looked at it at the same moment.
            }
        }

        await known.Where(a => a.IsolatedRunId == null || a.IsolatedRunId != runId).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.IsolatedRunId, runId).SetProperty(a => a.IsolatedAtUtc, now).SetProperty(a => a.FeeWaivedBecause, (string?)null), cancellationToken);
    }
}
