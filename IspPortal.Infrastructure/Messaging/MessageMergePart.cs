using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>What was sent to a customer goes along when two become one, and so does what that customer did not want.</summary>
internal sealed class MessageMergePart : ICustomerMergePart
{
    public async Task<IReadOnlyList<MergePart>> CountAsync(PortalDbContext context, Guid mergedId, CancellationToken cancellationToken) =>
        [new("messages", await context.Set<Message>().CountAsync(message => message.CustomerId == mergedId, cancellationToken))];

    public async Task MoveAsync(PortalDbContext context, Customer merged, Customer survivor, CancellationToken cancellationToken)
    {
        await context.Set<Message>().Where(message => message.CustomerId == merged.Id).ExecuteUpdateAsync(set => set.SetProperty(message => message.CustomerId, survivor.Id), cancellationToken);
        var kept = await context.Set<MessageOptOut>().Where(row => row.CustomerId == survivor.Id).Select(row => row.Channel).ToListAsync(cancellationToken);
        foreach (var row in await context.Set<MessageOptOut>().Where(row => row.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            context.Remove(row);
            if (!kept.Contains(row.Channel))
            {
                context.Add(new MessageOptOut { CustomerId = survivor.Id, Channel = row.Channel, AtUtc = row.AtUtc, By = row.By });
            }
        }
    }
}
