using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageSenders" />
internal sealed class MessageSenders(IDbContextFactory<PortalDbContext> contexts, SenderTests tests, MessageWake wake, IBusinessClock business, ICurrentActor actor, TimeProvider clock) : IMessageSenders
{
    private const int LongestReason = 500;

    public async Task<Result<IReadOnlyList<MessageSenderRow>>> ListAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var senders = await context.Set<MessageSender>().AsNoTracking().Where(sender => sender.RemovedAtUtc == null).OrderBy(sender => sender.Channel).ThenBy(sender => sender.Name).ToListAsync(cancellationToken);
        return Result.Of<IReadOnlyList<MessageSenderRow>>(await RowsAsync(context, senders, cancellationToken));
    }

    public async Task<Result<MessageSenderDetails>> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<MessageSender>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RemovedAtUtc == null, cancellationToken) is not { } sender)
        {
            return MessagingErrors.SenderNotFound;
        }

        var row = (await RowsAsync(context, [sender], cancellationToken))[0];
        var callback = sender.Type switch
        {
            MessageSenderType.WhatsAppCloud => $"hooks/messages/cloud/{id}",
            MessageSenderType.Fonnte => $"hooks/messages/fonnte/{id}/",
            _ => null,
        };
        return new MessageSenderDetails(
            row, sender.Server, sender.Port, sender.From, sender.Account, Has(sender.Secret), Has(sender.SigningSecret), Has(sender.CallbackSecret), sender.DailyCap, sender.WarmUpFrom, sender.WarmUpPercent,
            sender.WarmUpSinceOn, sender.IsEnabled, callback, sender.Version);
    }

    public async Task<Result> AddAsync(Guid id, SaveSenderRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MessagingPermissions.SendersWrite) ?? SenderRules.Judge(request, default)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<MessageSender>().AnyAsync(row => row.Id == id, cancellationToken))
        {
            return Result.Success;
        }

        var today = await business.TodayAsync(cancellationToken);
        var sender = new MessageSender { Id = id, Name = "", Channel = SenderRules.ChannelOf(request.Type), Type = request.Type, PerHour = request.PerHour };
        Fill(sender, request, today);
        context.Add(sender);
        context.Add(new MessageSenderPace { SenderId = id, NextFreeAtUtc = clock.UtcNow(), CountedOn = today });
        return await SaveAsync(context, request.Name, cancellationToken);
    }

    public async Task<Result> ChangeAsync(Guid id, long version, SaveSenderRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MessagingPermissions.SendersWrite) ?? (PlainText.Judge(request) is { Count: > 0 } unreadable ? CommonErrors.Invalid(unreadable) : null)) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sender = await context.Set<MessageSender>().SingleOrDefaultAsync(row => row.Id == id && row.RemovedAtUtc == null, cancellationToken);
        if (sender is null || sender.Version != version)
        {
            return sender is null ? MessagingErrors.SenderNotFound : CommonErrors.VersionConflict;
        }

        var wanted = request with { Type = sender.Type };
        if (SenderRules.Judge(wanted, (Has(sender.Secret), Has(sender.SigningSecret), Has(sender.CallbackSecret))) is { } wrong)
        {
            return wrong;
        }

        // A key that was given to one place is not carried to another.
        if (Has(sender.Secret) && request.Secret is null && (sender.Server ?? "") != (wanted.Server?.Trim() ?? "") && sender.Type != MessageSenderType.Webhook)
        {
            return CommonErrors.Invalid([new FieldError("secret", "messages.secret_again")]);
        }

        Fill(sender, wanted, await business.TodayAsync(cancellationToken));
        return await SaveAsync(context, request.Name, cancellationToken);
    }

    public async Task<Result> PauseAsync(Guid id, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
        {
            return CommonErrors.Invalid([string.IsNullOrWhiteSpace(reason) ? new FieldError("reason", "common.required") : new FieldError("reason", "common.too_long", LongestReason)]);
        }

        return PlainText.Refuse(reason) is { } unreadable ? unreadable : await TurnAsync(
            id, (_, sender) => (sender.PausedAtUtc, sender.PausedBecause, sender.PausedDetail) = (sender.PausedAtUtc ?? clock.UtcNow(), GatewayCodes.ByHand, reason.Trim()), cancellationToken);
    }

    public Task<Result> ResumeAsync(Guid id, CancellationToken cancellationToken) => TurnAsync(
        id,
        (pace, sender) =>
        {
            (sender.PausedAtUtc, sender.PausedBecause, sender.PausedDetail) = (null, null, null);
            (pace.Failures, pace.Refusals, pace.ClosedUntilUtc) = (0, 0, null);
        },
        cancellationToken);

    public Task<Result> RemoveAsync(Guid id, CancellationToken cancellationToken) => TurnAsync(
        id,
        (_, sender) =>
        {
            // The keys go at once, the name becomes free.
            (sender.RemovedAtUtc, sender.Secret, sender.SigningSecret, sender.CallbackSecret) = (clock.UtcNow(), null, null, null);
            sender.Name = $"{(sender.Name.Length > 60 ? sender.Name[..60] : sender.Name)} ({id:N})";
        },
        cancellationToken);

    public async Task<Result> TestAsync(Guid id, string address, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.SendersWrite) is { } denied)
        {
            return denied;
        }

        if (PlainText.Refuse(address, "address") is { } unreadable)
        {
            return unreadable;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sender = await context.Set<MessageSender>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RemovedAtUtc == null, cancellationToken);
        return sender is null ? MessagingErrors.SenderNotFound : await tests.SendAsync(context, sender, address, cancellationToken);
    }

    private static bool Has(string? secret) => !string.IsNullOrEmpty(secret);

    private static void Fill(MessageSender sender, SaveSenderRequest request, DateOnly today)
    {
        sender.Name = request.Name.Trim();
        sender.Server = OrNull(request.Server);
        sender.Port = request.Port;
        sender.From = OrNull(request.From);
        sender.Account = OrNull(request.Account);
        sender.Secret = request.Secret is null ? sender.Secret : OrNull(request.Secret);
        sender.SigningSecret = request.SigningSecret is null ? sender.SigningSecret : OrNull(request.SigningSecret);
        sender.CallbackSecret = request.CallbackSecret is null ? sender.CallbackSecret : OrNull(request.CallbackSecret);
        (sender.PerHour, sender.DailyCap, sender.WarmUpPercent, sender.IsEnabled) = (request.PerHour, request.DailyCap, request.WarmUpPercent, request.IsEnabled);

        // Another beginning is a new warm-up.
        sender.WarmUpSinceOn = request.WarmUpFrom is null ? null : sender.WarmUpFrom == request.WarmUpFrom ? sender.WarmUpSinceOn ?? today : today;
        sender.WarmUpFrom = request.WarmUpFrom;
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<Result> TurnAsync(Guid id, Action<MessageSenderPace, MessageSender> change, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.SendersWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sender = await context.Set<MessageSender>().SingleOrDefaultAsync(row => row.Id == id && row.RemovedAtUtc == null, cancellationToken);
        if (sender is null)
        {
            return MessagingErrors.SenderNotFound;
        }

        var pace = await context.Set<MessageSenderPace>().SingleAsync(row => row.SenderId == id, cancellationToken);
        change(pace, sender);
        return await SaveAsync(context, sender.Name, cancellationToken);
    }

    private async Task<Result> SaveAsync(PortalDbContext context, string name, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(MessagingErrors.NameTaken(name.Trim()), cancellationToken);
        wake.Ring();
        return saved;
    }

    private async Task<IReadOnlyList<MessageSenderRow>> RowsAsync(PortalDbContext context, IReadOnlyList<MessageSender> senders, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.UtcNow(), await business.TodayAsync(cancellationToken));
        var paces = await context.Set<MessageSenderPace>().AsNoTracking().ToDictionaryAsync(pace => pace.SenderId, cancellationToken);
        var waiting = context.Set<Message>().AsNoTracking().Where(message => message.State == MessageState.Waiting);
        var byChannel = await waiting.GroupBy(message => message.Channel).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var byRoom = await waiting.Where(message => message.Channel == MessageChannel.Chat || message.Channel == MessageChannel.Webhook)
            .GroupBy(message => message.Address).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return [.. senders.Select(sender => RowOf(sender, paces[sender.Id]))];

        MessageSenderRow RowOf(MessageSender sender, MessageSenderPace pace)
        {
            var (cap, sent) = (SenderSlots.AllowanceOf(sender).CapOn(today), pace.CountedOn == today ? pace.SentOnDay : 0);
            var state = !sender.IsEnabled ? MessageSenderState.Off
                : sender.PausedAtUtc is not null ? MessageSenderState.Paused
                : pace.ClosedUntilUtc > now ? MessageSenderState.Resting
                : sent >= cap ? MessageSenderState.Full
                : MessageSenderState.Ready;
            return new MessageSenderRow(
                sender.Id, sender.Name, sender.Channel, sender.Type, state, sender.PausedBecause, sender.PausedDetail, sender.PerHour, cap, sent, pace.LastSentAtUtc, pace.LastFailedAtUtc, pace.LastError,
                sender.Channel is MessageChannel.Chat or MessageChannel.Webhook ? byRoom.GetValueOrDefault(sender.Name) : byChannel.GetValueOrDefault(sender.Channel));
        }
    }
}
