using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Messaging.Jobs;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>Everything messages register; a part of the foundation. Features add their <see cref="MessageEventDefinition"/> services themselves.</summary>
internal static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddOptions<MessagingOptions>().BindConfiguration(MessagingOptions.Section);
        services.AddSettings<MessagingSettings, MessagingSettingsValidator>("messaging");
        services.AddSingleton(OwnMessageEvents.Test);
        services.AddSingleton<MessageEvents>();
        services.AddSingleton<MessageWake>();
        services.AddSingleton<IMessageOutbox, MessageOutbox>();
        services.AddSingleton<IMessageRoutes, MessageRoutes>();
        services.AddSingleton<IMessageReports, MessageReports>();
        services.AddSingleton<SenderTests>();
        services.AddScoped<IMessageLog, MessageLog>();
        services.AddScoped<IMessageOptOuts, MessageOptOuts>();
        services.AddScoped<IMessageTemplates, MessageTemplates>();
        services.AddScoped<IMessageSenders, MessageSenders>();
        services.AddScoped<SendingOutlooks>();
        services.AddScoped<IMessageForecast, MessageForecast>();
        services.AddScoped<IAuditNames, MessagingAuditNames>();
        services.AddScoped<ITimelineSource, MessageTimeline>();
        services.AddSingleton<ICustomerDataPart, MessageDataPart>();
        services.AddSingleton<ICustomerMergePart, MessageMergePart>();
        services.AddSingleton<IMetricSource, MessageMetrics>();
        services.AddSingleton<MessageRetention>();
        services.AddPortalJob<MessageRetentionJob>(JobSchedule.DailyAt(new TimeOnly(3, 25)));
        services.AddSending();
        services.AddHostedService<MessageDispatcher>();
        return services;
    }

    /// <summary>What sends, without the clockwork that drives it.</summary>
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddSingleton<OutboundAddresses>();
        services.AddSingleton<GatewayHttp>();
        services.AddSingleton<IMessageGateway, SmtpGateway>();
        services.AddSingleton<IMessageGateway, TelegramGateway>();
        services.AddSingleton<IMessageGateway, FonnteGateway>();
        services.AddSingleton<IMessageGateway, WablasGateway>();
        services.AddSingleton<IMessageGateway, WhatsAppCloudGateway>();
        services.AddSingleton<IMessageGateway, ZenzivaGateway>();
        services.AddSingleton<IMessageGateway, WebhookGateway>();
        foreach (var room in new[] { MessageSenderType.Slack, MessageSenderType.Discord, MessageSenderType.Teams })
        {
            services.AddSingleton<IMessageGateway>(provider => new RoomGateway(room, provider.GetRequiredService<GatewayHttp>()));
        }

        services.AddSingleton<SenderSlots>();
        services.AddSingleton<MessagePicker>();
        services.AddSingleton<MessageOutcomes>();
        services.AddSingleton<MessageHandover>();
        services.AddSingleton<MessageSweep>();
        services.AddSingleton<MessagePump>();
        return services;
    }
}
