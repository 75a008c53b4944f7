using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>Drops what waited too long, puts off what keeps quiet hours, and settles what a process left behind in the midst of handing it over.</summary>
internal sealed class MessageSweep(PortalContextSource source, MessagePicker picker, IEnumerable<IMessageGateway> gateways, TimeProvider clock)
{
    private readonly List<MessageSenderType> _repeating = [.. gateways.Where(gateway => gateway.KnowsRepeats).Select(gateway => gateway.Type)];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = source.CreateForSystem(SenderSlots.By);
        var expired = await Expired(context, now).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Dropped)
                .SetProperty(message => message.DroppedBecause, MessageDropReason.Expired)
                .SetProperty(message => message.FinishedAtUtc, now),
            cancellationToken);
        if ((await picker.QuietAsync(cancellationToken)).EndOf(now) is { } morning)
        {
            await Quiet(context, now).ExecuteUpdateAsync(set => set.SetProperty(message => message.NextAttemptAtUtc, morning), cancellationToken);
        }

        var left = LeftBehind(context, now);
        if (!await left.AnyAsync(cancellationToken))
        {
            return expired;
        }

        var repeating = await context.Set<MessageSender>().AsNoTracking().Where(sender => _repeating.Contains(sender.Type)).Select(sender => (Guid?)sender.Id).ToListAsync(cancellationToken);
        await left.Where(message => repeating.Contains(message.SenderId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Waiting)
                .SetProperty(message => message.LeasedBy, (string?)null)
                .SetProperty(message => message.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
        return expired + await left.ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Uncertain)
                .SetProperty(message => message.ErrorCode, GatewayCodes.Interrupted)
                .SetProperty(message => message.FinishedAtUtc, now)
                .SetProperty(message => message.LeasedBy, (string?)null)
                .SetProperty(message => message.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
    }

    internal static IQueryable<Message> Expired(PortalDbContext context, DateTime now) => context.Set<Message>().Where(message => message.State == MessageState.Waiting && message.NotAfterUtc <= now);

    internal static IQueryable<Message> Quiet(PortalDbContext context, DateTime now) => context.Set<Message>().Where(message => message.State == MessageState.Waiting && message.KeepsQuiet && message.NextAttemptAtUtc <= now);

    internal static IQueryable<Message> LeftBehind(PortalDbContext context, DateTime now) => context.Set<Message>().Where(message => message.State == MessageState.Sending && message.LeasedUntilUtc <= now);
}
