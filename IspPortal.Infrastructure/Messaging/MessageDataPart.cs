using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>What messages hold about a person: where they went and what they said. Erased ones stay as a count of what was sent.</summary>
internal sealed class MessageDataPart(TimeProvider clock) : ICustomerDataPart
{
    private const string Nobody = "erased";

    public string Name => "messages";

    public async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        await ReadAsync(context, customerId, await OwnedSpan.OfPresentAsync(context, customerId, cancellationToken), cancellationToken);

    public async Task<object?> ReadFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        await ReadAsync(context, owner.CustomerId, await OwnedSpan.OfFormerAsync(context, owner, cancellationToken), cancellationToken);

    public async Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        var rows = await context.Set<Message>().Where(message => message.CustomerId == customerId).ToListAsync(cancellationToken);
        Blank(rows);
        context.RemoveRange(await context.Set<MessageOptOut>().Where(row => row.CustomerId == customerId).ToListAsync(cancellationToken));
    }

    public async Task EraseFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken)
    {
        var span = await OwnedSpan.OfFormerAsync(context, owner, cancellationToken);
        var rows = await context.Set<Message>().Where(message => message.CustomerId == owner.CustomerId).ToListAsync(cancellationToken);
        Blank(rows.Where(message => span.Holds(message.QueuedAtUtc)));
    }

    private static async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, OwnedSpan span, CancellationToken cancellationToken)
    {
        var rows = await context.Set<Message>().AsNoTracking().Where(message => message.CustomerId == customerId).OrderBy(message => message.QueuedAtUtc)
            .Select(message => new { message.Event, message.Channel, message.Address, message.Name, message.State, message.QueuedAtUtc, message.SentAtUtc, message.SentSubject, message.SentText }).ToListAsync(cancellationToken);
        var held = rows.FindAll(row => span.Holds(row.QueuedAtUtc));
        return held.Count == 0 ? null : held;
    }

    private void Blank(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            (message.Address, message.Name, message.Values, message.Attachments, message.SentSubject, message.SentText, message.LastError) = ($"{Nobody}-{message.Id:N}", null, null, null, null, null, null);
            if (message.State is MessageState.Waiting or MessageState.Failed or MessageState.Uncertain)
            {
                (message.State, message.DroppedBecause, message.FinishedAtUtc) = (MessageState.Dropped, MessageDropReason.Erased, clock.UtcNow());
            }
        }
    }
}
