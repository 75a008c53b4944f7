using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageOptOuts" />
internal sealed class MessageOptOuts(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : IMessageOptOuts
{
    public async Task<Result<IReadOnlyList<MessageChannel>>> OfAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Result.Of<IReadOnlyList<MessageChannel>>(await context.Set<MessageOptOut>().AsNoTracking().Where(row => row.CustomerId == customerId).Select(row => row.Channel).ToListAsync(cancellationToken));
    }

    public async Task<Result> SetAsync(Guid customerId, MessageChannel channel, bool isOut, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.Set<MessageOptOut>().SingleOrDefaultAsync(row => row.CustomerId == customerId && row.Channel == channel, cancellationToken);
        if (isOut == known is not null)
        {
            return Result.Success;
        }

        if (known is not null)
        {
            context.Remove(known);
        }
        else
        {
            context.Add(new MessageOptOut { CustomerId = customerId, Channel = channel, AtUtc = clock.UtcNow(), By = context.Actor.Name });
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation() || exception is DbUpdateConcurrencyException)
        {
            // Two people noted the same at once.
            return Result.Success;
        }

        return Result.Success;
    }
}
