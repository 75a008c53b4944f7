using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>Makes the figures of ended periods final, with the line for the bill where traffic past the quota costs: some time after the end, when the last polls of its last day are stored.</summary>
internal sealed class QuotaClosing(IDbContextFactory<PortalDbContext> contexts, IUsageDirectory usage, TimeProvider clock)
{
    /// <summary>How long after its end a period is closed.</summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    private const int RowsAtOnce = 500;
    private const int MostRounds = 400;

    /// <summary>Gives how many were closed.</summary>
    public async Task<int> CloseDueAsync(CancellationToken cancellationToken)
    {
        var (closed, now) = (0, clock.UtcNow());
        var before = now - After;
        for (var round = 0; round < MostRounds; round++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var due = await context.Set<SubscriptionQuota>().Where(q => q.ClosedAtUtc == null && q.EndedAtUtc <= before).OrderBy(q => q.SubscriptionId).ThenBy(q => q.FromOn).Take(RowsAtOnce).ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                break;
            }

            await CloseAsync(context, due, now, cancellationToken);
            closed += due.Count;
        }

        return closed;
    }

    private async Task CloseAsync(PortalDbContext context, List<SubscriptionQuota> due, DateTime now, CancellationToken cancellationToken)
    {
        var used = await QuotaReading.UsedAsync(usage, due.Select(q => ((q.SubscriptionId, q.FromOn), q.AccessId, q.Period)), cancellationToken);
        if (!used.Succeeded)
        {
            throw new InvalidOperationException($"What lines used could not be read, so no period is closed: {used.Error}");
        }

        foreach (var row in due)
        {
            var total = used.Value[(row.SubscriptionId, row.FromOn)];
            (row.UsedBytes, row.UnseenSeconds, row.ClosedAtUtc) = (total.Bytes, (long)total.UnseenFor.TotalSeconds, now);
            var over = row.Action == PlanQuotaAction.ChargePerGigabyte ? Math.Max(0, total.Bytes - row.AllowedBytes) : 0;
            if (over > 0)
            {
                context.Add(new UsageCharge
                {
                    Id = Ids.New(clock),
                    SubscriptionId = row.SubscriptionId,
                    PeriodFromOn = row.FromOn,
                    PeriodToOn = row.ToOn,
                    OverBytes = over,
                    PerGigabyte = row.PerGigabyte,
                    Amount = QuotaRule.ChargeFor(over, row.PerGigabyte),
                    FinalAtUtc = now,
                });
            }
        }

        // Figures and charge together, or neither: a portal that dies here closes the period at the next look.
        await context.SaveChangesAsync(cancellationToken);
    }
}
