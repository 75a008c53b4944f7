using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>Gives senders their turns, over all processes: a turn is taken in one statement, and one alone gets it.</summary>
internal sealed class SenderSlots(PortalContextSource source, IBusinessClock business, TimeProvider clock)
{
    public const string By = "messages";

    public static SenderAllowance AllowanceOf(MessageSender sender) => new(sender.PerHour, sender.DailyCap, sender.WarmUpFrom, sender.WarmUpPercent, sender.WarmUpSinceOn);

    /// <summary>The senders that are on and not paused, each with its pace.</summary>
    public async Task<IReadOnlyList<(MessageSender Sender, MessageSenderPace Pace)>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        var senders = await context.Set<MessageSender>().AsNoTracking().Where(sender => sender.IsEnabled && sender.PausedAtUtc == null && sender.RemovedAtUtc == null).OrderBy(sender => sender.Id).ToListAsync(cancellationToken);
        if (senders.Count == 0)
        {
            return [];
        }

        var paces = await context.Set<MessageSenderPace>().AsNoTracking().ToDictionaryAsync(pace => pace.SenderId, cancellationToken);
        return [.. senders.Where(sender => paces.ContainsKey(sender.Id)).Select(sender => (sender, paces[sender.Id]))];
    }

    /// <summary>When a sender may send next; null: not today.</summary>
    public async Task<DateTime?> NextTurnAsync(MessageSender sender, MessageSenderPace pace, CancellationToken cancellationToken)
    {
        var today = await business.TodayAsync(cancellationToken);
        var sent = pace.CountedOn == today ? pace.SentOnDay : 0;
        return AllowanceOf(sender).CapOn(today) is { } cap && sent >= cap ? null : pace.ClosedUntilUtc > pace.NextFreeAtUtc ? pace.ClosedUntilUtc : pace.NextFreeAtUtc;
    }

    /// <summary>Takes the turn; false when it is not this sender's turn yet, or somebody else took it.</summary>
    public async Task<bool> TakeAsync(MessageSender sender, CancellationToken cancellationToken)
    {
        var (allowance, today, now) = (AllowanceOf(sender), await business.TodayAsync(cancellationToken), clock.UtcNow());
        var (next, cap) = (now + allowance.Spacing, allowance.CapOn(today) ?? int.MaxValue);
        await using var context = source.CreateForSystem(By);
        return await context.Set<MessageSenderPace>()
            .Where(pace => pace.SenderId == sender.Id && pace.NextFreeAtUtc <= now && (pace.ClosedUntilUtc == null || pace.ClosedUntilUtc <= now))
            .Where(pace => cap > 0 && (pace.CountedOn != today || pace.SentOnDay < cap))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(pace => pace.NextFreeAtUtc, next)
                    .SetProperty(pace => pace.SentOnDay, pace => pace.CountedOn == today ? pace.SentOnDay + 1 : 1)
                    .SetProperty(pace => pace.CountedOn, today),
                cancellationToken) == 1;
    }
}
