using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Jobs;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Outbox;

internal sealed class DeadLetterDesk(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, OutboxWake wake, TimeProvider clock) : IDeadLetterDesk
{
    public async Task<Result<Page<DeadLetterRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(JobPermissions.JobsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dead = context.Set<OutboxDelivery>().Where(delivery => delivery.State == OutboxDeliveryState.Dead);
        if (page.SearchOrNull is { } search)
        {
            dead = dead.Where(delivery => delivery.Event!.Name.StartsWith(search) || delivery.Handler.StartsWith(search));
        }

        var rows = await dead.OrderByDescending(delivery => delivery.Id).Skip(page.Skip).Take(page.Take)
            .Select(delivery => new DeadLetterRow(
                delivery.Id, delivery.Event!.Name, delivery.AggregateId, delivery.Handler, delivery.Event.OccurredAtUtc, delivery.Attempts, delivery.LastError ?? ""))
            .ToListAsync(cancellationToken);
        return Page<DeadLetterRow>.Of(rows, page, await dead.LongCountAsync(cancellationToken));
    }

    public async Task<Result> RetryAsync(long id, CancellationToken cancellationToken)
    {
        if (actor.Deny(JobPermissions.JobsRun) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var delivery = await context.Set<OutboxDelivery>().Include(delivery => delivery.Event)
            .SingleOrDefaultAsync(delivery => delivery.Id == id && delivery.State == OutboxDeliveryState.Dead, cancellationToken);
        if (delivery is null)
        {
            return JobErrors.DeadLetterNotFound;
        }

        delivery.State = OutboxDeliveryState.Pending;
        delivery.Attempts = 0;
        delivery.NextAttemptAtUtc = clock.UtcNow();
        delivery.FinishedAtUtc = null;
        context.AddAudit("retried", "dead_letter", $"{delivery.Event!.Name}/{delivery.AggregateId}", null, null);
        await context.SaveChangesAsync(cancellationToken);
        wake.Ring();
        return Result.Success;
    }
}
