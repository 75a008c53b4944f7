using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>One subscription and its line while they are changed together; nothing is saved before <see cref="FinishAsync"/> was asked and the caller saves.</summary>
internal sealed class SubscriptionWork(
    PortalDbContext context, Subscription subscription, DesiredAccessRecord wanted, List<SubscriptionHold> holds, LineDelivery? delivery, DateOnly today, SubscriptionSettings settings, TimeProvider clock)
{
    /// <summary>However long a mass change takes, its lines do not wait longer than this for its end.</summary>
    private static readonly TimeSpan BatchWait = TimeSpan.FromMinutes(15);

    private LineDelivery? _delivery = delivery;
    private (Guid Id, KickPolicy Kicks, string By)? _batch;

    public PortalDbContext Context => context;

    public Subscription Subscription => subscription;

    /// <summary>What its line should be.</summary>
    public DesiredAccessRecord Wanted => wanted;

    /// <summary>Today in the business zone.</summary>
    public DateOnly Today => today;

    public SubscriptionSettings Settings => settings;

    public TimeProvider Clock => clock;

    /// <summary>Where the line stands once this is saved.</summary>
    public AccessLifecycle Lifecycle { get; set; } = subscription.Lifecycle;

    private string ActorName => _batch?.By ?? context.Actor.Name;

    /// <summary>The subscription with what belongs to it; null when there is none.</summary>
    public static async Task<SubscriptionWork?> LoadAsync(PortalDbContext context, Guid subscriptionId, DateOnly today, SubscriptionSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var subscription = await context.Set<Subscription>().FirstOrDefaultAsync(s => s.Id == subscriptionId, cancellationToken);
        if (subscription is null)
        {
            return null;
        }

        var wanted = await context.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == subscription.AccessId, cancellationToken);
        var holds = await context.Set<SubscriptionHold>().Where(h => h.SubscriptionId == subscriptionId).ToListAsync(cancellationToken);
        var delivery = await context.Set<LineDelivery>().FirstOrDefaultAsync(d => d.SubscriptionId == subscriptionId, cancellationToken);
        return new SubscriptionWork(context, subscription, wanted, holds, delivery, today, settings, clock);
    }

    /// <summary>What follows is part of a mass change that somebody began: its lines go to routers together, once it is through.</summary>
    public void InBatch(Guid batchId, KickPolicy kicks, string by) => _batch = (batchId, kicks, by);

    public void Note(SubscriptionHistoryKind kind, string? reason = null, DateOnly? effectiveOn = null, string? before = null, string? after = null) => context.Add(new SubscriptionHistoryEntry
    {
        Id = Ids.New(clock),
        SubscriptionId = subscription.Id,
        CustomerId = subscription.CustomerId,
        AtUtc = clock.UtcNow(),
        Kind = kind,
        EffectiveOn = effectiveOn,
        Before = before,
        After = after,
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        ActorName = ActorName,
    });

    /// <summary>Sets a hold; one that is there stays as it is.</summary>
    public void Hold(AccessHolds kind, string? reason)
    {
        if (holds.Exists(h => h.Kind == kind))
        {
            return;
        }

        var hold = new SubscriptionHold { SubscriptionId = subscription.Id, Kind = kind, SinceUtc = clock.UtcNow(), ActorName = ActorName, Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() };
        context.Add(hold);
        holds.Add(hold);
        Note(SubscriptionHistoryKind.Held, reason, null, null, kind.ToString());
    }

    /// <summary>Lifts a hold; false when there is none.</summary>
    public bool Release(AccessHolds kind, string? reason)
    {
        if (holds.Find(h => h.Kind == kind) is not { } hold)
        {
            return false;
        }

        context.Remove(hold);
        holds.Remove(hold);
        Note(SubscriptionHistoryKind.Released, reason, null, kind.ToString());
        return true;
    }

    /// <summary>Lifts every hold without a word: it ended.</summary>
    public void ReleaseAll()
    {
        context.RemoveRange(holds);
        holds.Clear();
    }

    /// <summary>The router has something new to be told. Wishes of a mass change are told by whoever ends it.</summary>
    public void WantLine(string why, KickPolicy? kicks = null)
    {
        if (_delivery is null)
        {
            _delivery = new LineDelivery { SubscriptionId = subscription.Id, AccessId = subscription.AccessId, Reason = "" };
            context.Add(_delivery);
        }

        var now = clock.UtcNow();
        var reason = $"{subscription.Number}: {why} ({ActorName})";
        _delivery.Revision++;
        _delivery.State = LineDeliveryState.Pending;
        _delivery.WantedAtUtc = now;
        _delivery.Reason = reason.Length <= 500 ? reason : reason[..500];
        _delivery.BatchId = _batch?.Id;
        _delivery.Kicks = kicks ?? _batch?.Kicks ?? KickPolicy.Now;
        _delivery.ErrorCode = null;
        _delivery.ErrorDetail = null;
        _delivery.Attempts = 0;
        _delivery.NextTryAtUtc = _batch is null ? now : now + BatchWait;
        if (_batch is null)
        {
            context.AddEvent(new LineWanted(subscription.Id));
        }
    }

    /// <summary>Brings status, line, search and the customer in step with what was changed.</summary>
    public async Task<Error?> FinishAsync(string? reason, CancellationToken cancellationToken)
    {
        subscription.Holds = holds.Aggregate(AccessHolds.None, (all, hold) => all | hold.Kind);
        var status = SubscriptionStatusRule.StatusOf(Lifecycle, subscription.Holds);
        var isNew = context.Entry(subscription).State == EntityState.Added;
        if (status != subscription.Status || isNew)
        {
            subscription.Status = status;
            context.AddEvent(new SubscriptionStatusChanged(subscription.Id));
            if (await FollowAsync(reason, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        subscription.UpdatedAtUtc = clock.UtcNow();
        if (!isNew)
        {
            // A change that touches only rows beside it, twice within one tick of the clock, is still two: the second has to find another version.
            context.Entry(subscription).Property(s => s.UpdatedAtUtc).IsModified = true;
        }

        // Ended lines keep their own words about it.
        wanted.Lifecycle = Lifecycle;
        wanted.Holds = subscription.Holds;
        await IndexAsync(cancellationToken);
        return null;
    }

    private async Task<Error?> FollowAsync(string? reason, CancellationToken cancellationToken)
    {
        var others = await context.Set<Subscription>().AsNoTracking().Where(s => s.CustomerId == subscription.CustomerId && s.Id != subscription.Id)
            .GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var counts = SubscriptionCounts.LinesOf(status => others.GetValueOrDefault(status) + (status == subscription.Status ? 1 : 0));
        var followed = await CustomerLifecycle.FollowAsync(context, clock, subscription.CustomerId, counts, reason, cancellationToken);
        return followed.Error;
    }

    private async Task IndexAsync(CancellationToken cancellationToken)
    {
        var part = SubscriptionSearchKeys.PartOf(subscription.Id);
        var key = SearchKey.Of(subscription.Number, subscription.Username, wanted.FixedAddress, wanted.CallerId);
        var entry = await context.Set<CustomerSearchEntry>().FirstOrDefaultAsync(e => e.CustomerId == subscription.CustomerId && e.Part == part, cancellationToken);
        if (entry is null)
        {
            context.Add(new CustomerSearchEntry { CustomerId = subscription.CustomerId, Part = part, SubjectId = subscription.Id, Key = key });
        }
        else
        {
            entry.Key = key;
        }
    }
}
