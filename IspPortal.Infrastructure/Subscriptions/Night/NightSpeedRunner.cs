using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Night;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Night;

/// <summary>
/// Gives lines with a night speed that speed in its hours and the plan's outside of them. Whatever the time, lines are compared with what they should have now, so that an edge that was missed is made
/// good at the next look, and a look finds nothing to do where the last one was. A line that is held, paused or not in service has the plan's. While a campaign gives the plan another speed, the
/// higher of the two is had.
/// </summary>
internal sealed class NightSpeedRunner(IDbContextFactory<PortalDbContext> contexts, NightWriter writer, PlanCalendar calendar)
{
    private const int RowsAtOnce = 500;

    /// <summary>Gives how many lines were raised and how many set back.</summary>
    public async Task<(int Raised, int Lowered)> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = await calendar.NowAsync(cancellationToken);
        List<(NightWish Wish, NightLine Line)> changed;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            changed = await CompareAsync(context, await InNightAsync(context, now, cancellationToken), cancellationToken);
        }

        var (raised, lowered) = (0, 0);
        foreach (var same in changed.GroupBy(c => c.Wish, c => c.Line))
        {
            var written = await writer.WriteAsync(same.Key, [.. same], cancellationToken);
            _ = same.Key.Percent is null ? lowered += written : raised += written;
        }

        return (raised, lowered);
    }

    // Subscriptions whose night it is, with the most that any of their add-ons gives.
    private static async Task<Dictionary<Guid, int>> InNightAsync(PortalDbContext context, DateTime now, CancellationToken cancellationToken)
    {
        var best = new Dictionary<Guid, int>();
        foreach (var addOn in await context.Set<PlanAddOn>().AsNoTracking().Where(a => a.Kind == AddOnKind.NightSpeed).ToListAsync(cancellationToken))
        {
            if (addOn is not { SpeedPercent: { } percent, NightFrom: { } from, NightTo: { } to } || NightHours.BeganOn(now, from, to) is not { } began)
            {
                continue;
            }

            var had = await (
                from bought in context.Set<SubscriptionAddOn>().AsNoTracking()
                join subscription in context.Set<Subscription>() on bought.SubscriptionId equals subscription.Id
                where bought.AddOnId == addOn.Id && bought.FromOn <= began && (bought.ToOn == null || bought.ToOn >= began) && subscription.Status == SubscriptionStatus.Active
                select subscription.Id).ToListAsync(cancellationToken);
            had.ForEach(id => best[id] = Math.Max(percent, best.GetValueOrDefault(id)));
        }

        return best;
    }

    private static async Task<List<(NightWish Wish, NightLine Line)>> CompareAsync(PortalDbContext context, Dictionary<Guid, int> inNight, CancellationToken cancellationToken)
    {
        var raised = await context.Set<Subscription>().Where(s => s.NightPercent != null && s.Status != SubscriptionStatus.Terminated).Select(s => s.Id).ToListAsync(cancellationToken);
        var plans = new Dictionary<Guid, (ServicePlan Plan, PlanSpeed Usual, PlanProfileNames Names)>();
        var records = new Dictionary<Guid, Dictionary<(AccessService, string), DesiredProfileRecord>>();
        var changed = new List<(NightWish, NightLine)>();
        foreach (var ids in raised.Union(inNight.Keys).Chunk(RowsAtOnce).Select(c => c.ToList()))
        {
            var reconnecting = await ReconnectingAsync(context, ids, cancellationToken);
            foreach (var line in await LinesAsync(context, ids, cancellationToken))
            {
                if (!plans.TryGetValue(line.PlanId, out var known))
                {
                    var found = await SubscriptionTransitions.PlanAsync(context, line.PlanId, cancellationToken);
                    known = (found, await PlanProfiles.SpeedAsync(context, found, cancellationToken), await PlanProfileNames.LoadAsync(context, found.Id, found.Profile, cancellationToken));
                    plans[line.PlanId] = known;
                }

                if (!records.TryGetValue(line.RouterId, out var there))
                {
                    there = await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == line.RouterId && p.Like != null).ToDictionaryAsync(p => (p.Service, p.Name), cancellationToken);
                    records[line.RouterId] = there;
                }

                var (plan, usual, names) = known;
                int? percent = inNight.TryGetValue(line.SubscriptionId, out var most) && IsFaster(plan.Speed.Scaled(most), usual) ? most : null;
                var wish = new NightWish(
                    plan.Id, plan.Slug, line.RouterId, line.Service, percent, line.Service == AccessService.Static ? "" : names.On(line.RouterId),
                    LineContent.SpeedOf(percent is null ? usual : plan.Speed, percent).ToRateLimit().ToString(), reconnecting.Contains(line.SubscriptionId));
                if (line.Percent != percent || (percent is not null && !Holds(line, wish, there)))
                {
                    changed.Add((wish, line));
                }
            }
        }

        return changed;
    }

    private static Task<List<NightLine>> LinesAsync(PortalDbContext context, List<Guid> ids, CancellationToken cancellationToken) => (
        from subscription in context.Set<Subscription>().AsNoTracking()
        join line in context.Set<DesiredAccessRecord>() on subscription.AccessId equals line.AccessId
        where ids.Contains(subscription.Id)
        orderby subscription.Number
        select new NightLine(
            subscription.Id, subscription.AccessId, subscription.PlanId, subscription.RouterId, subscription.Service, subscription.NightPercent, line.Profile, line.RateLimit)).ToListAsync(cancellationToken);

    // Also when the add-on has ended by now: its last morning is felt as its evenings were.
    private static async Task<HashSet<Guid>> ReconnectingAsync(PortalDbContext context, List<Guid> ids, CancellationToken cancellationToken) => (await (
        from bought in context.Set<SubscriptionAddOn>().AsNoTracking()
        join addOn in context.Set<PlanAddOn>() on bought.AddOnId equals addOn.Id
        where ids.Contains(bought.SubscriptionId) && addOn.Kind == AddOnKind.NightSpeed && addOn.ReconnectsSessions
        select bought.SubscriptionId).ToListAsync(cancellationToken)).ToHashSet();

    private static bool IsFaster(PlanSpeed night, PlanSpeed usual) =>
        (night.DownBitsPerSecond, night.UpBitsPerSecond).CompareTo((usual.DownBitsPerSecond, usual.UpBitsPerSecond)) > 0;

    // The plan may have got another speed or another profile in the middle of the night, or a campaign may have written the line's.
    private static bool Holds(NightLine line, NightWish wish, Dictionary<(AccessService, string), DesiredProfileRecord> records) =>
        line.Service == AccessService.Static
            ? line.RateLimit == wish.RateLimit
            : line.Profile == wish.Profile && records.GetValueOrDefault((line.Service, wish.Profile!)) is { } record && record.RateLimit == wish.Speed && record.Like == wish.Own;
}
