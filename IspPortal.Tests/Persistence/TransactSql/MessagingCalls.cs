using IspPortal.Core.Audit;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Infrastructure.Identity.Links;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of messages.</summary>
internal sealed class MessagingCalls : ServiceCalls
{
    private const string Event = "messages.test";

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["MessageOutbox"] = async services =>
        {
            var outbox = services.GetRequiredService<IMessageOutbox>();
            await outbox.DropAsync(Id, ["a"], Token);
            await outbox.DropAsync(Id, null, Token);
        },
        ["MessageLog"] = async services =>
        {
            var log = services.GetRequiredService<IMessageLog>();
            await log.ListAsync(new MessageFilter(MessageState.Failed, MessageChannel.Sms, MessagePriority.Outage, Event, Id, Id), new(2, 10, "a%_["), Token);
            await log.ListAsync(new MessageFilter(), new(), Token);
            await log.GetAsync(Id, Token);
            await log.ResendAsync(Id, Token);
            await log.DropAsync(Id, Token);
        },
        ["MessageOptOuts"] = async services =>
        {
            var optOuts = services.GetRequiredService<IMessageOptOuts>();
            await optOuts.OfAsync(Id, Token);
            await optOuts.SetAsync(Id, MessageChannel.Email, false, Token);
        },
        ["MessageTemplates"] = async services =>
        {
            var templates = services.GetRequiredService<IMessageTemplates>();
            await templates.ListAsync(Token);
            await templates.GetAsync(Event, MessageChannel.Email, "en", Token);
            await templates.ResetAsync(Event, MessageChannel.Email, "en", 0, Token);
            await templates.SaveAsync(Event, MessageChannel.Email, "en", 1, new("a", "b"), Token);
        },
        ["MessageSenders"] = async services =>
        {
            var senders = services.GetRequiredService<IMessageSenders>();
            await senders.ListAsync(Token);
            await senders.GetAsync(Id, Token);
            await senders.PauseAsync(Id, "a", Token);
            await senders.TestAsync(Id, "a", Token);
        },
        ["SendingOutlooks"] = async services => await services.GetRequiredService<SendingOutlooks>().OfAsync(MessageChannel.Email, MessagePriority.Other, 1, Token),
        ["MessageForecast"] = async services => await services.GetRequiredService<IMessageForecast>().ForecastAsync(MessageChannel.Email, MessagePriority.Other, 1, Token),
        ["MessageRoutes"] = async services => await services.GetRequiredService<IMessageRoutes>().IsOpenAsync(MessageChannel.Email, Token),
        ["MessageReports"] = async services =>
        {
            var reports = services.GetRequiredService<IMessageReports>();
            await reports.VerifyCloudAsync(Id, "subscribe", "a", "b", Token);
            await reports.TakeFonnteAsync(Id, "a", "1", "sent", Token);
        },
        ["MessageTimeline"] = async services => await services.GetServices<ITimelineSource>().OfType<MessageTimeline>().Single().ReadAsync(new TimelineQuery(TimelineSubject.OfCustomer(Id), 10), Token),
        ["MessagingAuditNames"] = async services =>
        {
            var names = services.GetServices<IAuditNames>().OfType<MessagingAuditNames>().Single();
            await names.NamesAsync([new AuditThing("message_sender", Id.ToString())], Token);
            await names.FindAsync("a", 5, Token);
        },
        ["MessageMetrics"] = async services => await services.GetServices<Core.Common.Metrics.IMetricSource>().OfType<MessageMetrics>().Single().ReadAsync(Token),
        ["MessageRetention"] = async services => await services.GetRequiredService<MessageRetention>().RemoveOldAsync(Token),
        ["SenderSlots"] = async services =>
        {
            var slots = services.GetRequiredService<SenderSlots>();
            await slots.ReadAsync(Token);
            await slots.TakeAsync(Sender, Token);
        },
        ["MessageOutcomes"] = async services =>
        {
            var outcomes = services.GetRequiredService<MessageOutcomes>();
            foreach (var answer in new[] { GatewayAnswer.Accepted("1"), GatewayAnswer.Refused("a", "b"), GatewayAnswer.Later("a", "b"), GatewayAnswer.Unsure("a", "b") })
            {
                // Of an empty database, a sender has no pace.
                await Record.ExceptionAsync(() => outcomes.KeepAsync(Sender, new Handover("a", Id, Id, true, 0, "a", "b", false, false), answer, Token));
            }
        },
        ["MessageHandover"] = async services =>
        {
            var picker = services.GetRequiredService<MessagePicker>();
            await services.GetRequiredService<MessageHandover>().SendNextAsync(Sender, Token);
            await using var context = services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
            await picker.AnyAsync(context, Token);
            await picker.NextAsync(context, Sender, Token);
            foreach (var type in new[] { MessageSenderType.Slack, MessageSenderType.WhatsAppCloud })
            {
                var sender = new MessageSender { Id = Id, Name = "a", Channel = SenderRules.ChannelOf(type), Type = type, PerHour = 1 };
                Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToQueryString(MessagePicker.Sayable(context, MessagePicker.Due(context, sender, DateTime.UnixEpoch, true), Id, DateTime.UnixEpoch));
                await picker.NextAsync(context, sender, Token);
            }
        },
        ["MessageSweep"] = async services => await services.GetRequiredService<MessageSweep>().RunAsync(Token),
        ["MessagePump"] = async services => await services.GetRequiredService<MessagePump>().RoundAsync(Token),
        ["PasswordResets"] = async services => await services.GetRequiredService<IPasswordResets>().AskAsync("a@b.test", Token),
        ["MailAskedReset"] = async services => await services.GetRequiredService<MailAskedReset>().HandleAsync(new PasswordResetAsked(Id), Token),
    };

    private static MessageSender Sender => new() { Id = Id, Name = "a", Channel = MessageChannel.Email, Type = MessageSenderType.Smtp, PerHour = 1 };
}
