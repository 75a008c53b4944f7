using System.Text.Json;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Night;

/// <summary>Writes what lines are to have at an edge of their night, many at a time: line and wish in one transaction, so that a portal that dies in between has done both or neither.</summary>
internal sealed class NightWriter(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    private const int RowsAtOnce = 500;

    /// <summary>Gives how many lines were written.</summary>
    public async Task<int> WriteAsync(NightWish wish, IReadOnlyList<NightLine> lines, CancellationToken cancellationToken)
    {
        // Told together: a router gets one plan, not one for each line.
        var batch = Ids.New(clock);
        var written = 0;
        foreach (var some in lines.Chunk(RowsAtOnce))
        {
            try
            {
                written += await WriteAsync(wish, batch, some.Select(l => l.SubscriptionId).ToList(), some.Select(l => l.AccessId).ToList(), cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Somebody else wished the first thing of one of these lines at the same moment: the next look finds them all again.
            }
        }

        return written;
    }

    private async Task<int> WriteAsync(NightWish wish, Guid batch, List<Guid> subscriptions, List<Guid> accesses, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (wish is { Percent: not null, Profile: { } name })
        {
            await WantProfileAsync(context, wish, name, cancellationToken);
        }

        // One that got another plan or router since it was looked at is left to the next look.
        var (planId, routerId, percent, profile, rate) = (wish.PlanId, wish.RouterId, wish.Percent, wish.Profile, wish.RateLimit);
        var same = context.Set<Subscription>().Where(s => subscriptions.Contains(s.Id) && s.PlanId == planId && s.RouterId == routerId && s.Status != SubscriptionStatus.Terminated);
        var count = await same.ExecuteUpdateAsync(set => set.SetProperty(s => s.NightPercent, percent), cancellationToken);
        await context.Set<DesiredAccessRecord>().Where(w => accesses.Contains(w.AccessId) && same.Any(s => s.AccessId == w.AccessId)).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.Profile, profile).SetProperty(w => w.RateLimit, rate).SetProperty(w => w.Version, w => w.Version + 1), cancellationToken);
        await WishAsync(context, wish, batch, subscriptions, accesses, cancellationToken);
        context.AddAudit(
            percent is null ? "night_speed_ended" : "night_speed_begun", "service-plan", planId.ToString(), null, JsonSerializer.Serialize(new { routerId, lines = count, percent, speed = wish.Speed }, JsonSerializerOptions.Web));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    private async Task WantProfileAsync(PortalDbContext context, NightWish wish, string name, CancellationToken cancellationToken)
    {
        var record = await context.Set<DesiredProfileRecord>().FirstOrDefaultAsync(p => p.RouterId == wish.RouterId && p.Service == wish.Service && p.Name == name, cancellationToken);
        if (record is null)
        {
            record = new DesiredProfileRecord { Id = Ids.New(clock), RouterId = wish.RouterId, Service = wish.Service, Name = name };
            context.Add(record);
        }

        (record.RateLimit, record.Like, record.IsAdopted) = (wish.Speed, wish.Own, true);
    }

    private async Task WishAsync(PortalDbContext context, NightWish wish, Guid batch, List<Guid> subscriptions, List<Guid> accesses, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var reason = wish.Percent is { } percent ? $"night speed: {percent} % of {wish.Plan}" : $"night is over: {wish.Plan}";
        var timing = wish.Reconnects ? KickTiming.Now : KickTiming.NextRedial;
        await context.Set<LineDelivery>().Where(d => subscriptions.Contains(d.SubscriptionId)).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Revision, d => d.Revision + 1).SetProperty(d => d.State, LineDeliveryState.Pending).SetProperty(d => d.WantedAtUtc, now).SetProperty(d => d.Reason, reason)
                .SetProperty(d => d.BatchId, batch).SetProperty(d => d.KickTiming, timing).SetProperty(d => d.KickFrom, (TimeOnly?)null).SetProperty(d => d.KickTo, (TimeOnly?)null)
                .SetProperty(d => d.KicksPerSecond, (int?)null).SetProperty(d => d.ErrorCode, (string?)null).SetProperty(d => d.ErrorDetail, (string?)null)
                .SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextTryAtUtc, now),
            cancellationToken);
        var known = await context.Set<LineDelivery>().Where(d => subscriptions.Contains(d.SubscriptionId)).Select(d => d.SubscriptionId).ToListAsync(cancellationToken);
        context.AddRange(subscriptions.Zip(accesses).Where(line => !known.Contains(line.First)).Select(line => new LineDelivery
        {
            SubscriptionId = line.First,
            AccessId = line.Second,
            Revision = 1,
            State = LineDeliveryState.Pending,
            WantedAtUtc = now,
            Reason = reason,
            BatchId = batch,
            KickTiming = timing,
            NextTryAtUtc = now,
        }));
    }
}
