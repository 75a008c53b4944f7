using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IspPortal.Core.Common.People;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageReports" />
internal sealed class MessageReports(PortalContextSource source, TimeProvider clock) : IMessageReports
{
    public async Task<Result<string>> VerifyCloudAsync(Guid senderId, string? mode, string? word, string? challenge, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(SenderSlots.By);
        var sender = await FindAsync(context, senderId, MessageSenderType.WhatsAppCloud, cancellationToken);
        return mode == "subscribe" && challenge is { Length: > 0 and <= 200 } && Same(sender?.CallbackSecret, word) ? challenge : MessagingErrors.SenderNotFound;
    }

    public async Task<Result> TakeCloudAsync(Guid senderId, ReadOnlyMemory<byte> body, string? signature, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(SenderSlots.By);
        var sender = await FindAsync(context, senderId, MessageSenderType.WhatsAppCloud, cancellationToken);
        if (sender?.SigningSecret is not { Length: > 0 } secret || !Same("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body.Span)), signature))
        {
            return MessagingErrors.SenderNotFound;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var value in CloudValues(document.RootElement))
            {
                await HearAsync(context, sender, value, cancellationToken);
                var taken = await TakeStatusesAsync(context, sender, value, cancellationToken);
                if (!taken.Succeeded)
                {
                    return taken;
                }
            }
        }
        catch (JsonException)
        {
            // Signed, and yet not what we know: nothing to take, and nothing to say again.
            return Result.Success;
        }

        return Result.Success;
    }

    public async Task<Result> TakeFonnteAsync(Guid senderId, string word, string? providerId, string? state, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(SenderSlots.By);
        var sender = await FindAsync(context, senderId, MessageSenderType.Fonnte, cancellationToken);
        if (sender is null || !Same(sender.CallbackSecret, word))
        {
            return MessagingErrors.SenderNotFound;
        }

        return providerId is { Length: > 0 and <= 200 } && StateOf(state) is { } reported ? await ApplyAsync(context, sender, providerId, reported, null, cancellationToken) : Result.Success;
    }

    private static Task<MessageSender?> FindAsync(PortalDbContext context, Guid id, MessageSenderType type, CancellationToken cancellationToken) =>
        context.Set<MessageSender>().AsNoTracking().SingleOrDefaultAsync(sender => sender.Id == id && sender.Type == type && sender.RemovedAtUtc == null, cancellationToken);

    private static bool Same(string? kept, string? told) =>
        kept is { Length: > 0 } && told is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(told));

    private static IEnumerable<JsonElement> CloudValues(JsonElement root) =>
        Items(root, "entry").SelectMany(entry => Items(entry, "changes")).Select(change => change.Find("value")).OfType<JsonElement>();

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static MessageState? StateOf(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "sent" => MessageState.Sent,
        "delivered" => MessageState.Delivered,
        "read" => MessageState.Read,
        "failed" or "invalid" or "expired" => MessageState.Failed,
        _ => null,
    };

    private async Task<Result> TakeStatusesAsync(PortalDbContext context, MessageSender sender, JsonElement value, CancellationToken cancellationToken)
    {
        foreach (var status in Items(value, "statuses"))
        {
            if (status.Text("id") is { Length: > 0 and <= 200 } id && StateOf(status.Text("status")) is { } reported)
            {
                var words = Items(status, "errors").Select(error => error.Text("title") ?? error.Text("message")).FirstOrDefault();
                var applied = await ApplyAsync(context, sender, id, reported, words, cancellationToken);
                if (!applied.Succeeded)
                {
                    return applied;
                }
            }
        }

        return Result.Success;
    }

    /// <summary>Who writes may be answered freely for a day.</summary>
    private async Task HearAsync(PortalDbContext context, MessageSender sender, JsonElement value, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        foreach (var address in Items(value, "messages").Select(message => PhoneNumber.ToE164("+" + message.Text("from"))).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var known = context.Set<MessageContact>().Where(contact => contact.SenderId == sender.Id && contact.Address == address);
            if (await known.ExecuteUpdateAsync(set => set.SetProperty(contact => contact.LastWroteAtUtc, now), cancellationToken) == 0)
            {
                context.Add(new MessageContact { SenderId = sender.Id, Address = address, LastWroteAtUtc = now });
                try
                {
                    await context.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateException exception) when (exception.IsUniqueViolation())
                {
                    context.ChangeTracker.Clear();
                }
            }
        }
    }

    private async Task<Result> ApplyAsync(PortalDbContext context, MessageSender sender, string providerId, MessageState reported, string? words, CancellationToken cancellationToken)
    {
        var message = await context.Set<Message>().AsNoTracking().Where(row => row.ProviderId == providerId && row.SenderId == sender.Id)
            .Select(row => new { row.Id, row.State }).FirstOrDefaultAsync(cancellationToken);
        if (message is null)
        {
            // Faster than our own note of it: the provider says it again.
            return await context.Set<Message>().AnyAsync(row => row.State == MessageState.Sending && row.SenderId == sender.Id, cancellationToken) ? MessagingErrors.ReportTooEarly : Result.Success;
        }

        var next = DeliveryProgress.Next(message.State, reported);
        if (next == message.State)
        {
            return Result.Success;
        }

        var (now, isRead, isFailed, said) = (clock.UtcNow(), next == MessageState.Read, next == MessageState.Failed, MessageOutcomes.Cut(words));
        var isThere = next is MessageState.Delivered or MessageState.Read;
        await context.Set<Message>().Where(row => (row.Id == message.Id || row.MergedIntoId == message.Id) && row.State == message.State).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, next)
                .SetProperty(row => row.DeliveredAtUtc, row => isThere ? row.DeliveredAtUtc ?? now : row.DeliveredAtUtc)
                .SetProperty(row => row.ReadAtUtc, row => isRead ? now : row.ReadAtUtc)
                .SetProperty(row => row.FinishedAtUtc, row => isFailed ? now : row.FinishedAtUtc)
                .SetProperty(row => row.ErrorCode, row => isFailed ? GatewayCodes.Refused : null)
                .SetProperty(row => row.LastError, row => isFailed ? said : null),
            cancellationToken);
        return Result.Success;
    }
}
