using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Outbox;

/// <summary>How much the outbox has still to deliver, how old the oldest of it is, and how much it gave up.</summary>
internal sealed class OutboxMetrics(PortalContextSource contexts, TimeProvider clock) : IMetricSource
{
    public async ValueTask<IReadOnlyList<MetricSample>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem("metrics");
        var deliveries = context.Set<OutboxDelivery>().AsNoTracking();
        var pending = deliveries.Where(delivery => delivery.State == OutboxDeliveryState.Pending);
        var oldest = await pending.Select(delivery => (DateTime?)delivery.Event!.OccurredAtUtc).MinAsync(cancellationToken);
        return
        [
            new("ispportal_outbox_pending", "Deliveries of events that wait.", await pending.CountAsync(cancellationToken)),
            new("ispportal_outbox_dead", "Deliveries of events that were given up.", await deliveries.CountAsync(delivery => delivery.State == OutboxDeliveryState.Dead, cancellationToken)),
            new("ispportal_outbox_oldest_pending_seconds", "Age of the oldest event that waits; 0 when none does.", oldest is { } at ? Math.Max(0, (clock.UtcNow() - at).TotalSeconds) : 0),
        ];
    }
}
