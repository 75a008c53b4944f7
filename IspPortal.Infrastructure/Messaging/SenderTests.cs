using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>Sends a test by one sender, outside its pace, and keeps it in the log whatever became of it.</summary>
internal sealed class SenderTests(IEnumerable<IMessageGateway> gateways, MessageEvents events, ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    public const string Event = "messages.test";

    public async Task<Result> SendAsync(PortalDbContext context, MessageSender sender, string address, CancellationToken cancellationToken)
    {
        var isRoom = sender.Channel is MessageChannel.Chat or MessageChannel.Webhook;
        if (MessageFields.AddressOf(sender.Channel, isRoom ? sender.Name : address) is not { } place)
        {
            return CommonErrors.Invalid([new FieldError("address", "messages.not_an_address")]);
        }

        var settings = await company.GetAsync(cancellationToken);
        var (definition, id, now) = (events.Find(Event)!, Ids.New(clock), clock.UtcNow());
        var language = settings.DefaultLanguage.StartsWith("en", StringComparison.Ordinal) ? "en" : "id";
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["company"] = settings.Name, ["sender"] = sender.Name };
        var text = await MessageTexts.FindAsync(context, definition, sender.Channel, language, cancellationToken);
        var (subject, body) = (text.Subject?.Fill([values]), text.Body.Fill([values]));
        var outgoing = new OutgoingMessage(id, Event, place, null, subject, body)
        {
            Values = values,
            Cloud = text.Cloud is { } cloud ? (cloud.Name, cloud.Language, [.. cloud.Fields.Select(field => values.GetValueOrDefault(field) ?? "")]) : null,

            // Whether the tester wrote lately, the provider knows.
            MayBeFree = true,
        };
        var answer = MessageHandover.Discreet(await gateways.Single(gateway => gateway.Type == sender.Type).SendAsync(sender, outgoing, cancellationToken), sender);
        context.Add(new Message
        {
            Id = id,
            Event = Event,
            SubjectId = id,
            Kind = "test",
            Channel = sender.Channel,
            Address = place,
            Language = language,
            UserId = context.Actor.Id,
            Rank = (int)definition.Priority,
            KeepsQuiet = false,
            SentSubject = subject,
            SentText = body,
            QueuedAtUtc = now,
            NextAttemptAtUtc = now,
            State = answer.Verdict switch
            {
                GatewayVerdict.Accepted => MessageState.Sent,
                GatewayVerdict.Unsure => MessageState.Uncertain,
                _ => MessageState.Failed,
            },
            Attempts = 1,
            SenderId = sender.Id,
            ProviderId = answer.ProviderId,
            ErrorCode = answer.Code,
            LastError = MessageOutcomes.Cut(answer.Words),
            SentAtUtc = answer.Verdict == GatewayVerdict.Accepted ? clock.UtcNow() : null,
            FinishedAtUtc = answer.Verdict == GatewayVerdict.Accepted ? null : clock.UtcNow(),
        });
        context.AddAudit("tested", "message_sender", sender.Id.ToString(), null, null);
        await context.SaveChangesAsync(cancellationToken);
        return answer.Verdict == GatewayVerdict.Accepted ? Result.Success : MessagingErrors.TestFailed(answer.Code ?? GatewayCodes.Refused, answer.Words);
    }
}
