using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>Keeps what became of a message, and what that means for its sender.</summary>
internal sealed class MessageOutcomes(PortalContextSource source, ISettingsReader<MessagingSettings> settings, TimeProvider clock)
{
    public async Task KeepAsync(MessageSender sender, Handover handover, GatewayAnswer answer, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(SenderSlots.By);
        await (answer.Verdict switch
        {
            GatewayVerdict.Accepted => AcceptAsync(context, sender, handover, answer, cancellationToken),
            GatewayVerdict.Refused => GiveUpAsync(context, handover, answer, MessageState.Failed, cancellationToken),
            GatewayVerdict.Unsure => handover.KnowsRepeats ? ReturnAsync(context, handover, answer, counts: true, cancellationToken) : GiveUpAsync(context, handover, answer, MessageState.Uncertain, cancellationToken),
            GatewayVerdict.Later => ReturnAsync(context, handover, answer, counts: true, cancellationToken),
            _ => ReturnAsync(context, handover, answer, counts: false, cancellationToken),
        });
        await NoteAsync(context, sender, answer, cancellationToken);
    }

    /// <summary>Pauses a sender until a person lets it go on; tells of it once.</summary>
    public async Task PauseAsync(PortalDbContext context, Guid senderId, string because, string? detail, CancellationToken cancellationToken)
    {
        var kept = await context.Set<MessageSender>().SingleOrDefaultAsync(row => row.Id == senderId, cancellationToken);
        if (kept is null || kept.PausedAtUtc is not null)
        {
            return;
        }

        (kept.PausedAtUtc, kept.PausedBecause, kept.PausedDetail) = (clock.UtcNow(), because, Cut(detail));
        context.AddEvent(new SenderPaused(senderId));
        await context.TrySaveAsync(null, cancellationToken);
    }

    private async Task AcceptAsync(PortalDbContext context, MessageSender sender, Handover handover, GatewayAnswer answer, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var (subject, text) = handover.IsConfidential ? (null, null) : (handover.Subject, handover.Text);
        await Mine(context, handover).Where(message => message.Id == handover.First).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Sent)
                .SetProperty(message => message.SentAtUtc, now)
                .SetProperty(message => message.ProviderId, answer.ProviderId)
                .SetProperty(message => message.SenderId, sender.Id)
                .SetProperty(message => message.SentSubject, subject)
                .SetProperty(message => message.SentText, text)
                .SetProperty(message => message.Values, (string?)null)
                .SetProperty(message => message.ErrorCode, (string?)null)
                .SetProperty(message => message.LastError, (string?)null)
                .SetProperty(message => message.LeasedBy, (string?)null)
                .SetProperty(message => message.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
        if (!handover.IsShared)
        {
            return;
        }

        await Mine(context, handover).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Sent)
                .SetProperty(message => message.SentAtUtc, now)
                .SetProperty(message => message.SenderId, sender.Id)
                .SetProperty(message => message.MergedIntoId, handover.First)
                .SetProperty(message => message.Values, (string?)null)
                .SetProperty(message => message.LeasedBy, (string?)null)
                .SetProperty(message => message.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
    }

    private async Task GiveUpAsync(PortalDbContext context, Handover handover, GatewayAnswer answer, MessageState state, CancellationToken cancellationToken)
    {
        var (now, words) = (clock.UtcNow(), Cut(answer.Words));
        await Mine(context, handover).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, state)
                .SetProperty(message => message.FinishedAtUtc, now)
                .SetProperty(message => message.SenderId, handover.SenderId)
                .SetProperty(message => message.Attempts, message => message.Attempts + 1)
                .SetProperty(message => message.ErrorCode, answer.Code)
                .SetProperty(message => message.LastError, words)
                .SetProperty(message => message.LeasedBy, (string?)null)
                .SetProperty(message => message.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
    }

    private async Task ReturnAsync(PortalDbContext context, Handover handover, GatewayAnswer answer, bool counts, CancellationToken cancellationToken)
    {
        var attempts = handover.Attempts + (counts ? 1 : 0);
        if (counts && attempts >= (await settings.GetAsync(cancellationToken)).MostAttempts)
        {
            await GiveUpAsync(context, handover, answer, MessageState.Failed, cancellationToken);
            return;
        }

        var (next, words) = (clock.UtcNow() + (counts ? MessageBackOff.After(attempts) : TimeSpan.Zero), Cut(answer.Words));
        await Mine(context, handover).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Waiting)
                .SetProperty(message => message.NextAttemptAtUtc, message => counts ? next : message.NextAttemptAtUtc)
                .SetProperty(message => message.Attempts, attempts)
                .SetProperty(message => message.ErrorCode, answer.Code)
                .SetProperty(message => message.LastError, words)
                .SetProperty(message => message.LeasedBy, (string?)null)
                .SetProperty(message => message.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
    }

    private async Task NoteAsync(PortalDbContext context, MessageSender sender, GatewayAnswer answer, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var pace = context.Set<MessageSenderPace>().Where(row => row.SenderId == sender.Id);
        switch (answer.Verdict)
        {
            case GatewayVerdict.Accepted:
                await pace.ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Failures, 0).SetProperty(row => row.Refusals, 0).SetProperty(row => row.LastSentAtUtc, now).SetProperty(row => row.ClosedUntilUtc, (DateTime?)null), cancellationToken);
                return;
            case GatewayVerdict.Refused:
                await pace.ExecuteUpdateAsync(set => set.SetProperty(row => row.Refusals, row => row.Refusals + 1).SetProperty(row => row.Failures, 0), cancellationToken);
                var most = (await settings.GetAsync(cancellationToken)).PauseAfterRefusals;
                if (most > 0 && await pace.AnyAsync(row => row.Refusals >= most, cancellationToken))
                {
                    await PauseAsync(context, sender.Id, GatewayCodes.ManyRefused, answer.Words, cancellationToken);
                }

                return;
            case GatewayVerdict.Banned:
                await PauseAsync(context, sender.Id, answer.Code ?? GatewayCodes.Banned, answer.Words, cancellationToken);
                break;
        }

        if (answer.Verdict != GatewayVerdict.Later)
        {
            var failures = 1 + await pace.Select(row => row.Failures).SingleAsync(cancellationToken);
            var (until, words) = (now + SenderBreaker.PauseAfter(failures, answer.After), Cut(answer.Words));
            await pace.ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Failures, failures)
                    .SetProperty(row => row.ClosedUntilUtc, until)
                    .SetProperty(row => row.LastFailedAtUtc, now)
                    .SetProperty(row => row.LastError, words),
                cancellationToken);
        }
    }

    public static string? Cut(string? words) => words is { Length: > Message.LongestError } ? words[..Message.LongestError] : words;

    /// <summary>Only while the lease is ours.</summary>
    private static IQueryable<Message> Mine(PortalDbContext context, Handover handover) => context.Set<Message>().Where(message => message.LeasedBy == handover.Token);
}
