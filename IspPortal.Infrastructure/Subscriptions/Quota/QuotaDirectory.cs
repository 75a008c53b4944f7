using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

internal sealed class QuotaDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, IUsageDirectory usage) : IQuotaDirectory
{
    private const int MostTopUps = 50;
    private const int MostPeriods = 24;

    public async Task<Result<QuotaDetails>> GetAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<Subscription>().AnyAsync(s => s.Id == subscriptionId, cancellationToken))
        {
            return SubscriptionsErrors.NotFound;
        }

        var uses = await UsesAsync(context, [subscriptionId], cancellationToken);
        if (!uses.Succeeded)
        {
            return uses.Error;
        }

        var topUps = await context.Set<QuotaTopUp>().AsNoTracking().Where(t => t.SubscriptionId == subscriptionId).OrderByDescending(t => t.CreatedAtUtc).Take(MostTopUps)
            .Select(t => new QuotaTopUpRow(t.Id, t.PeriodFromOn, t.Bytes, t.Price, t.Reason, t.CreatedBy, t.CreatedAtUtc)).ToListAsync(cancellationToken);
        var past = await context.Set<SubscriptionQuota>().AsNoTracking().Where(q => q.SubscriptionId == subscriptionId && q.EndedAtUtc != null).OrderByDescending(q => q.FromOn).Take(MostPeriods).ToListAsync(cancellationToken);
        var charges = await context.Set<UsageCharge>().AsNoTracking().Where(c => c.SubscriptionId == subscriptionId).ToDictionaryAsync(c => c.PeriodFromOn, c => c.Amount, cancellationToken);
        return new QuotaDetails(
            uses.Value.GetValueOrDefault(subscriptionId),
            topUps,
            past.ConvertAll(q => new QuotaPeriodRow(
                q.Period, q.AllowedBytes, q.UsedBytes, q.UnseenSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, charges.TryGetValue(q.FromOn, out var amount) ? amount : null)));
    }

    public async Task<Result<IReadOnlyDictionary<Guid, QuotaUse>>> UsesAsync(IReadOnlyCollection<Guid> subscriptionIds, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await UsesAsync(context, subscriptionIds, cancellationToken);
    }

    private async Task<Result<IReadOnlyDictionary<Guid, QuotaUse>>> UsesAsync(PortalDbContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var today = await business.TodayAsync(cancellationToken);
        var lines = (await QuotaReading.LinesAsync(context, ids, cancellationToken)).Where(l => l.Counts).ToList();
        if (lines.Count == 0)
        {
            return new Dictionary<Guid, QuotaUse>();
        }

        var rows = (await context.Set<SubscriptionQuota>().AsNoTracking().Where(q => q.ClosedAtUtc == null && q.EndedAtUtc == null && ids.Contains(q.SubscriptionId)).ToListAsync(cancellationToken)).ToDictionary(q => q.SubscriptionId);
        // What the next look will open shows already.
        var periods = lines.ToDictionary(l => l.SubscriptionId, l => QuotaPeriod.Following(rows.GetValueOrDefault(l.SubscriptionId)?.Period, l.PeriodOn(today), today));
        var used = await QuotaReading.UsedAsync(usage, lines.Select(l => (l.SubscriptionId, l.AccessId, periods[l.SubscriptionId] with { ToOn = today })), cancellationToken);
        if (!used.Succeeded)
        {
            return used.Error;
        }

        var uses = new Dictionary<Guid, QuotaUse>();
        foreach (var line in lines)
        {
            var (total, period) = (used.Value[line.SubscriptionId], periods[line.SubscriptionId]);
            var bought = rows.GetValueOrDefault(line.SubscriptionId) is { } row && row.FromOn == period.FromOn ? row.ToppedUpBytes : 0;
            var over = total.Bytes - line.QuotaBytes!.Value - bought;
            uses[line.SubscriptionId] = new QuotaUse(
                period, total.Bytes, line.QuotaBytes.Value, bought, total.UnseenFor, line.Action!.Value, line.Action == PlanQuotaAction.ChargePerGigabyte ? QuotaRule.ChargeFor(over, line.PerGigabyte) : null);
        }

        return uses;
    }
}
