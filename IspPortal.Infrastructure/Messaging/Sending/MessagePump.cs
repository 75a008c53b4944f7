using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>One round of sending: every sender whose turn it is sends one. Each sender sends one at a time, and none waits for another.</summary>
internal sealed class MessagePump(PortalContextSource source, SenderSlots slots, MessagePicker picker, MessageHandover handover, MessageSweep sweep, TimeProvider clock)
{
    /// <summary>The senders whose turn it is, and when the next of the others' comes.</summary>
    public async Task<(IReadOnlyList<MessageSender> Ready, DateTime? NextUtc)> LookAsync(CancellationToken cancellationToken)
    {
        await sweep.RunAsync(cancellationToken);
        await using var context = source.CreateForSystem(SenderSlots.By);
        if (!await picker.AnyAsync(context, cancellationToken))
        {
            return ([], null);
        }

        var now = clock.UtcNow();
        var ready = new List<MessageSender>();
        DateTime? next = null;
        foreach (var (sender, pace) in await slots.ReadAsync(cancellationToken))
        {
            var turn = await slots.NextTurnAsync(sender, pace, cancellationToken);
            if (turn <= now)
            {
                ready.Add(sender);
            }
            else if (turn is { } later && (next is null || later < next))
            {
                next = later;
            }
        }

        return (ready, next);
    }

    public Task<bool> SendNextAsync(MessageSender sender, CancellationToken cancellationToken) => handover.SendNextAsync(sender, cancellationToken);

    /// <summary>A whole round, waited for; gives how many senders had something to do.</summary>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        var (ready, _) = await LookAsync(cancellationToken);
        var done = await Task.WhenAll(ready.Select(sender => SendNextAsync(sender, cancellationToken)));
        return done.Count(did => did);
    }
}
