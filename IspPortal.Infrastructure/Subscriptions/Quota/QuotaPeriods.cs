using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>Opens, extends and ends the periods of one line; nothing is saved.</summary>
internal static class QuotaPeriods
{
    /// <summary>The newest period of each of the given subscriptions, whether it runs or not; tracked.</summary>
    public static async Task<Dictionary<Guid, SubscriptionQuota>> NewestAsync(PortalDbContext context, IReadOnlyCollection<Guid> subscriptionIds, CancellationToken cancellationToken)
    {
        var all = context.Set<SubscriptionQuota>();
        return await all.Where(q => subscriptionIds.Contains(q.SubscriptionId) && !all.Any(later => later.SubscriptionId == q.SubscriptionId && later.FromOn > q.FromOn))
            .ToDictionaryAsync(q => q.SubscriptionId, cancellationToken);
    }

    /// <summary>The period that runs today, tracked by <paramref name="context"/>; null: no quota counts.</summary>
    /// <param name="context">Gets what is new.</param>
    /// <param name="line">The line.</param>
    /// <param name="newest">Its newest period, or null: it never had one.</param>
    /// <param name="today">Today.</param>
    /// <param name="now">Now.</param>
    public static SubscriptionQuota? Turn(PortalDbContext context, QuotaLine line, SubscriptionQuota? newest, DateOnly today, DateTime now)
    {
        if (!line.Counts)
        {
            if (newest is { EndedAtUtc: null })
            {
                newest.ToOn = newest.ToOn > today ? today : newest.ToOn;
                newest.EndedAtUtc = now;
            }

            return null;
        }

        var period = line.PeriodOn(today);
        if (newest is null)
        {
            return Open(context, line, period);
        }

        if (newest.EndedAtUtc is not null)
        {
            return Resume(context, line, newest, period, today);
        }

        // However long the portal was away: every period that passed is there, so that each is closed with what it used.
        while (newest.ToOn < today)
        {
            newest.EndedAtUtc = now;
            var next = newest.ToOn.AddDays(1);
            newest = Open(context, line, QuotaPeriod.Following(newest.Period, line.PeriodOn(next), next));
        }

        newest.ToOn = QuotaPeriod.Following(newest.Period, period, today).ToOn;
        (newest.QuotaBytes, newest.Action, newest.PerGigabyte) = (line.QuotaBytes!.Value, line.Action!.Value, line.PerGigabyte);
        return newest;
    }

    // Its plan had no quota for a while: within the same period what was used and bought before still counts, unless that was billed.
    private static SubscriptionQuota? Resume(PortalDbContext context, QuotaLine line, SubscriptionQuota newest, QuotaPeriod period, DateOnly today)
    {
        if (newest.ClosedAtUtc is null && (newest.FromOn == period.FromOn || newest.ToOn >= today))
        {
            (newest.EndedAtUtc, newest.ToOn) = (null, period.ToOn);
            (newest.QuotaBytes, newest.Action, newest.PerGigabyte) = (line.QuotaBytes!.Value, line.Action!.Value, line.PerGigabyte);
            return newest;
        }

        var from = period.FromOn > newest.ToOn ? period.FromOn : newest.ToOn.AddDays(1);
        return from > today ? null : Open(context, line, period with { FromOn = from });
    }

    private static SubscriptionQuota Open(PortalDbContext context, QuotaLine line, QuotaPeriod period)
    {
        var row = line.Open(period);
        context.Add(row);
        return row;
    }
}
