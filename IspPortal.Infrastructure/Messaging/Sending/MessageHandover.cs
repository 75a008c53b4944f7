using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>
/// Hands one message to a sender: its turn is taken, then the message is marked as being handed over, then it goes, then what became of it is kept. Whoever dies between leaves the mark, by which it is
/// seen later that nobody knows.
/// </summary>
internal sealed class MessageHandover(
    PortalContextSource source,
    SenderSlots slots,
    MessagePicker picker,
    MessageOutcomes outcomes,
    MessageEvents events,
    IEnumerable<IMessageGateway> gateways,
    IEnumerable<IMessageHold> holds,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MessageHandover> logger)
{
    private readonly string _owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
    private readonly Dictionary<MessageSenderType, IMessageGateway> _gateways = gateways.ToDictionary(gateway => gateway.Type);

    /// <summary>How long a message may be with a sender before it counts as left behind: more than any gateway takes.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Sends what goes next by the sender; false when there is nothing, or it is not its turn.</summary>
    public async Task<bool> SendNextAsync(MessageSender sender, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(SenderSlots.By);
        if (await picker.NextAsync(context, sender, cancellationToken) is not { } first)
        {
            return false;
        }

        if (events.Find(first.Event) is not { } definition)
        {
            await FinishAsync(context, first.Id, MessageState.Failed, null, GatewayCodes.UnknownEvent, cancellationToken);
            return true;
        }

        if (await UnwantedAsync(context, first, definition, cancellationToken) is { } reason)
        {
            await FinishAsync(context, first.Id, MessageState.Dropped, reason, null, cancellationToken);
            return true;
        }

        var text = await MessageTexts.FindAsync(context, definition, first.Channel, first.Language, cancellationToken);
        if (!definition.IsConfidential && await IsHeldAsync(cancellationToken))
        {
            await WouldHaveAsync(context, first, text, cancellationToken);
            return true;
        }

        var others = await picker.TogetherAsync(context, first, text, cancellationToken);
        if (!await slots.TakeAsync(sender, cancellationToken))
        {
            return false;
        }

        var gateway = _gateways[sender.Type];
        var token = string.Create(CultureInfo.InvariantCulture, $"{_owner}:{Ids.New(clock):N}");
        var together = await LeaseAsync(context, first, others, token, sender, cancellationToken);
        if (together.Count == 0)
        {
            return true;
        }

        var values = together.Select(message => MessageValues.Of(message.Values)).ToList();
        var handover = new Handover(token, first.Id, sender.Id, together.Count > 1, first.Attempts, text.Subject?.Fill(values), text.Body.Fill(values), definition.IsConfidential, gateway.KnowsRepeats);
        var answer = await HandAsync(context, gateway, sender, first, handover, definition, text, values[0], cancellationToken);
        await outcomes.KeepAsync(sender, handover, Discreet(answer, sender), CancellationToken.None);
        return true;
    }

    private async Task<GatewayAnswer> HandAsync(
        PortalDbContext context, IMessageGateway gateway, MessageSender sender, Message first, Handover handover, MessageEventDefinition definition, ReadyText text, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var files = new List<(string FileName, string MediaType, Stream Content)>();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await OpenAsync(scope.ServiceProvider, first, files, cancellationToken);
            var outgoing = new OutgoingMessage(first.Id, first.Event, first.Address, first.Name, handover.Subject, handover.Text)
            {
                IsMarketing = definition.IsMarketing,
                Values = values,
                Files = files,
                Cloud = text.Cloud is { } cloud ? (cloud.Name, cloud.Language, [.. cloud.Fields.Select(field => values.GetValueOrDefault(field) ?? "")]) : null,
                MayBeFree = sender.Type == MessageSenderType.WhatsAppCloud && await WroteLatelyAsync(context, sender, first.Address, cancellationToken),
            };
            return await gateway.SendAsync(sender, outgoing, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops in the midst of it.
            return GatewayAnswer.Unsure(GatewayCodes.Interrupted, null);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Sender {Sender} threw over message {Message}", sender.Name, first.Id);
            return GatewayAnswer.Unsure(GatewayCodes.Interrupted, exception.GetType().Name);
        }
        finally
        {
            foreach (var (_, _, content) in files)
            {
                await content.DisposeAsync();
            }
        }
    }

    private async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        foreach (var hold in holds)
        {
            if (await hold.HoldsAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<MessageDropReason?> UnwantedAsync(PortalDbContext context, Message message, MessageEventDefinition definition, CancellationToken cancellationToken)
    {
        if (message.NotAfterUtc <= clock.UtcNow())
        {
            return MessageDropReason.Expired;
        }

        return definition.IsMarketing && message.CustomerId is { } customer
            && await context.Set<MessageOptOut>().AnyAsync(optOut => optOut.CustomerId == customer && optOut.Channel == message.Channel, cancellationToken)
            ? MessageDropReason.OptedOut : null;
    }

    private async Task<IReadOnlyList<Message>> LeaseAsync(PortalDbContext context, Message first, IReadOnlyList<Message> others, string token, MessageSender sender, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        DateTime? until = now + Lease;
        List<Guid> ids = [first.Id, .. others.Select(message => message.Id)];
        await context.Set<Message>().Where(message => ids.Contains(message.Id) && message.State == MessageState.Waiting).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, MessageState.Sending)
                .SetProperty(message => message.LeasedBy, token)
                .SetProperty(message => message.LeasedUntilUtc, until)
                .SetProperty(message => message.SenderId, sender.Id),
            cancellationToken);
        var mine = (await context.Set<Message>().AsNoTracking().Where(message => message.LeasedBy == token).Select(message => message.Id).ToListAsync(cancellationToken)).ToHashSet();
        if (mine.Contains(first.Id))
        {
            return [first, .. others.Where(message => mine.Contains(message.Id))];
        }

        // Somebody else has the first: the others wait for their own turn.
        await context.Set<Message>().Where(message => message.LeasedBy == token).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.State, MessageState.Waiting).SetProperty(message => message.LeasedBy, (string?)null).SetProperty(message => message.LeasedUntilUtc, (DateTime?)null), cancellationToken);
        return [];
    }

    private static async Task OpenAsync(IServiceProvider services, Message message, List<(string FileName, string MediaType, Stream Content)> files, CancellationToken cancellationToken)
    {
        foreach (var file in MessageValues.FilesOf(message.Attachments))
        {
            if (services.GetServices<IMessageAttachmentSource>().FirstOrDefault(source => source.Source == file.Source) is { } source && await source.OpenAsync(file.Id, cancellationToken) is { } opened)
            {
                files.Add((file.FileName, opened.MediaType, opened.Content));
            }
        }
    }

    private async Task<bool> WroteLatelyAsync(PortalDbContext context, MessageSender sender, string address, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow().AddHours(-24);
        return await context.Set<MessageContact>().AnyAsync(contact => contact.SenderId == sender.Id && contact.Address == address && contact.LastWroteAtUtc > since, cancellationToken);
    }

    private async Task WouldHaveAsync(PortalDbContext context, Message message, ReadyText text, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var values = new[] { MessageValues.Of(message.Values) };
        var (subject, body) = (text.Subject?.Fill(values), text.Body.Fill(values));
        await context.Set<Message>().Where(row => row.Id == message.Id && row.State == MessageState.Waiting).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, MessageState.WouldHave)
                .SetProperty(row => row.FinishedAtUtc, now)
                .SetProperty(row => row.SentSubject, subject)
                .SetProperty(row => row.SentText, body),
            cancellationToken);
    }

    private async Task FinishAsync(PortalDbContext context, Guid id, MessageState state, MessageDropReason? reason, string? code, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await context.Set<Message>().Where(row => row.Id == id && row.State == MessageState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.DroppedBecause, reason).SetProperty(row => row.ErrorCode, code).SetProperty(row => row.FinishedAtUtc, now), cancellationToken);
    }

    /// <summary>Providers repeat what they were told: keys do not belong into a log.</summary>
    public static GatewayAnswer Discreet(GatewayAnswer answer, MessageSender sender)
    {
        var words = answer.Words;
        foreach (var secret in new[] { sender.Secret, sender.SigningSecret, sender.CallbackSecret })
        {
            words = secret is { Length: > 3 } ? words?.Replace(secret, "…", StringComparison.Ordinal) : words;
        }

        return answer with { Words = words?.Replace("\0", "", StringComparison.Ordinal) };
    }
}
