using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>
/// Compares every line that has a quota with what it should be: opens and ends periods, tells at 80 and 100 %, throttles, blocks and charges what is past the quota, and lets go what is within it.
/// Whatever a look did not come to, because the portal was away or died, the next one does; doing it twice changes nothing. What could not be read is not judged.
/// </summary>
internal sealed class QuotaRunner(
    IDbContextFactory<PortalDbContext> contexts, SubscriptionWriting writing, IUsageDirectory usage, QuotaNotices notices, QuotaClosing closing, ILogger<QuotaRunner> logger)
{
    private const int RowsAtOnce = 1_000;

    /// <summary>Gives how many lines were held back, let go and told, and how many periods were closed.</summary>
    public async Task<(int Held, int Released, int Told, int Closed)> RunDueAsync(CancellationToken cancellationToken)
    {
        var today = await writing.TodayAsync(cancellationToken);
        var total = (Held: 0, Released: 0, Told: 0);
        foreach (var ids in (await ConcernedAsync(cancellationToken)).Chunk(RowsAtOnce))
        {
            var (held, released, told) = await LookAsync([.. ids], today, cancellationToken);
            total = (total.Held + held, total.Released + released, total.Told + told);
        }

        return (total.Held, total.Released, total.Told, await closing.CloseDueAsync(cancellationToken));
    }

    private async Task<List<Guid>> ConcernedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counting = await (
            from plan in context.Set<ServicePlan>().AsNoTracking()
            join subscription in context.Set<Subscription>() on plan.Id equals subscription.PlanId
            where plan.QuotaBytes != null && (subscription.Status == SubscriptionStatus.Active || subscription.Status == SubscriptionStatus.Suspended || subscription.Status == SubscriptionStatus.Expired)
            orderby subscription.AccessId
            select subscription.Id).ToListAsync(cancellationToken);
        // Of those that count no more what they have is taken back. In the order of lines, as what they used is stored: neighbours are read together.
        var open = await context.Set<SubscriptionQuota>().AsNoTracking().Where(q => q.ClosedAtUtc == null && q.EndedAtUtc == null).OrderBy(q => q.AccessId).Select(q => q.SubscriptionId).ToListAsync(cancellationToken);
        return [.. counting.Union(open)];
    }

    private async Task<(int Held, int Released, int Told)> LookAsync(List<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await QuotaReading.LinesAsync(context, ids, cancellationToken);
        var rows = await QuotaPeriods.NewestAsync(context, ids, cancellationToken);
        var now = writing.Clock.UtcNow();
        var running = new Dictionary<Guid, SubscriptionQuota>();
        foreach (var line in lines)
        {
            if (QuotaPeriods.Turn(context, line, rows.GetValueOrDefault(line.SubscriptionId), today, now) is { } row)
            {
                running[line.SubscriptionId] = row;
            }
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
        {
            // Another node, or somebody who bought data, was faster with one of them: the next look finds them all again.
            logger.LogInformation(exception, "Quota periods were opened by somebody else at the same moment");
            return (0, 0, 0);
        }

        var used = await QuotaReading.UsedAsync(usage, running.Values.Select(r => (r.SubscriptionId, r.AccessId, new QuotaPeriod(r.FromOn, today))), cancellationToken);
        if (!used.Succeeded)
        {
            throw new InvalidOperationException($"What lines used could not be read, so none is judged: {used.Error}");
        }

        // Lines first: that somebody cannot be told hinders nothing.
        var (held, released) = await BringAsync(context, lines, line => running.TryGetValue(line.SubscriptionId, out var row) && QuotaRule.IsUsedUp(used.Value[line.SubscriptionId].Bytes, row.AllowedBytes), cancellationToken);
        var told = 0;
        foreach (var line in lines.Where(l => running.ContainsKey(l.SubscriptionId)))
        {
            told += await TellAsync(context, line, running[line.SubscriptionId], used.Value[line.SubscriptionId], now, cancellationToken);
        }

        return (held, released, told);
    }

    private async Task<int> TellAsync(PortalDbContext context, QuotaLine line, SubscriptionQuota row, UsageTotal used, DateTime now, CancellationToken cancellationToken)
    {
        var use = new QuotaUse(row.Period, used.Bytes, row.QuotaBytes, row.ToppedUpBytes, used.UnseenFor, row.Action, null);
        string? kind = (use.Percent, row.FirstNoticeAtUtc, row.LastNoticeAtUtc) switch
        {
            ( >= 100, _, null) => QuotaNotices.UsedUp,
            ( >= QuotaRule.FirstNotice and < 100, null, null) => QuotaNotices.NearlyUsed,
            _ => null,
        };
        if (kind is null)
        {
            return 0;
        }

        // Queued first: a portal that dies in between queues it again, which changes nothing.
        await notices.TellAsync(context, line, use, kind, cancellationToken);
        row.FirstNoticeAtUtc ??= now;
        row.LastNoticeAtUtc = kind == QuotaNotices.UsedUp ? now : row.LastNoticeAtUtc;
        await context.SaveChangesAsync(cancellationToken);
        return 1;
    }

    private async Task<(int Held, int Released)> BringAsync(PortalDbContext context, List<QuotaLine> lines, Func<QuotaLine, bool> isUsedUp, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, Plans.PlanProfileNames>();
        var speeds = await SpeedsAsync(context, [.. lines.Where(l => l.IsOverQuota || isUsedUp(l)).Select(l => l.RouterId).Distinct()], cancellationToken);
        var (held, released) = (0, 0);
        foreach (var line in lines)
        {
            var used = isUsedUp(line);
            if (!used && !line.IsOverQuota && !line.Holds.HasFlag(AccessHolds.Quota))
            {
                continue;
            }

            if (!names.TryGetValue(line.PlanId, out var own))
            {
                var profile = await context.Set<ServicePlan>().Where(p => p.Id == line.PlanId).Select(p => p.Profile).FirstAsync(cancellationToken);
                names[line.PlanId] = own = await Plans.PlanProfileNames.LoadAsync(context, line.PlanId, profile, cancellationToken);
            }

            if (!QuotaStates.IsBehind(line, used, own.On(line.RouterId), name => speeds.GetValueOrDefault((line.RouterId, line.Service, name))))
            {
                continue;
            }

            var changed = await writing.ChangeAsync(
                line.SubscriptionId,
                null,
                null,
                async (work, token) =>
                {
                    await QuotaStates.BringAsync(work, used, token);
                    return null;
                },
                cancellationToken);
            if (!changed.Succeeded)
            {
                // Somebody changed it at the same moment: the next look compares again.
                logger.LogInformation("Subscription {SubscriptionId} could not follow its quota: {Error}", line.SubscriptionId, changed.Error);
                continue;
            }

            _ = used ? held++ : released++;
        }

        return (held, released);
    }

    private static async Task<Dictionary<(Guid, AccessService, string), string?>> SpeedsAsync(PortalDbContext context, List<Guid> routers, CancellationToken cancellationToken) =>
        routers.Count == 0 ? [] : (await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => routers.Contains(p.RouterId) && p.Like != null).Select(p => new { p.RouterId, p.Service, p.Name, p.RateLimit }).ToListAsync(cancellationToken))
            .ToDictionary(p => (p.RouterId, p.Service, p.Name), p => p.RateLimit);
}
