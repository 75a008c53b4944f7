using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Outbox;

/// <summary>Removes events that are older than 30 days and that nobody waits for any more. Dead letters stay until somebody deals with them.</summary>
internal sealed class OutboxRetention(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Kept;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<OutboxDelivery>()
            .Where(delivery => delivery.State == OutboxDeliveryState.Delivered && delivery.Event!.OccurredAtUtc < before)
            .ExecuteDeleteAsync(cancellationToken);
        return await context.Set<OutboxEvent>().Where(stored => stored.OccurredAtUtc < before && !stored.Deliveries.Any()).ExecuteDeleteAsync(cancellationToken);
    }
}
