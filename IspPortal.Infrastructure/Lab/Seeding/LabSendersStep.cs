using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Lab.Messages;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Sets the lab's senders up, each at the lab's own stand-in for its provider. Those listen on other ports after each start, so where they answer is written anew; the rest stays as people left it.</summary>
internal sealed class LabSendersStep(PortalContextSource source, LabPostServers servers, IBusinessClock business, TimeProvider clock) : IHostedService
{
    private const string By = "lab-senders";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await servers.StartAsync(cancellationToken);
        await using var context = source.CreateForSystem(By);
        var known = await context.Set<MessageSender>().ToDictionaryAsync(sender => sender.Id, cancellationToken);
        var today = await business.TodayAsync(cancellationToken);
        var web = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{servers.GatewayPort}");
        foreach (var wanted in All(web, servers.MailPort, today))
        {
            if (known.TryGetValue(wanted.Id, out var present))
            {
                (present.Server, present.Port, present.Secret) = (wanted.Server, wanted.Port, wanted.Secret);
                continue;
            }

            context.Add(wanted);
            context.Add(new MessageSenderPace { SenderId = wanted.Id, NextFreeAtUtc = clock.UtcNow(), CountedOn = today });
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<MessageSender> All(string web, int mailPort, DateOnly today)
    {
        var mail = Of(1, "Mail", MessageSenderType.Smtp, 7200);
        (mail.Server, mail.Port, mail.From, mail.Account, mail.Secret) = ("127.0.0.1", mailPort, LabKeys.MailUser, LabKeys.MailUser, LabKeys.MailPassword);
        yield return mail;
        var fonnte = Of(2, "WA 1", MessageSenderType.Fonnte, 200);
        (fonnte.Server, fonnte.Secret, fonnte.CallbackSecret, fonnte.DailyCap) = ($"{web}/fonnte", LabKeys.Token, LabKeys.Callback, 2000);
        yield return fonnte;
        var wablas = Of(3, "WA 2", MessageSenderType.Wablas, 120);
        (wablas.Server, wablas.Secret, wablas.SigningSecret, wablas.DailyCap, wablas.WarmUpFrom, wablas.WarmUpSinceOn) = ($"{web}/wablas", LabKeys.Token, LabKeys.Secret, 1000, 50, today);
        yield return wablas;
        var bot = Of(4, "NOC bot", MessageSenderType.TelegramBot, 1800);
        (bot.Server, bot.Secret) = ($"{web}/telegram", LabKeys.BotToken);
        yield return bot;
        var sms = Of(5, "SMS", MessageSenderType.Zenziva, 600);
        (sms.Server, sms.Account, sms.Secret) = ($"{web}/zenziva", LabKeys.Account, LabKeys.Token);
        yield return sms;
        var room = Of(6, "noc", MessageSenderType.Slack, 3600);
        room.Secret = $"{web}/slack/services/lab";
        yield return room;
        var hook = Of(7, "monitoring", MessageSenderType.Webhook, 36_000);
        (hook.Server, hook.SigningSecret) = ($"{web}/hook", LabKeys.Signing);
        yield return hook;
        var cloud = Of(8, "WA resmi", MessageSenderType.WhatsAppCloud, 3600);
        (cloud.Server, cloud.Account, cloud.Secret, cloud.SigningSecret, cloud.CallbackSecret) = ($"{web}/cloud", LabKeys.Account, LabKeys.Token, LabKeys.Signing, LabKeys.Callback);
        yield return cloud;
    }

    private static MessageSender Of(int number, string name, MessageSenderType type, int perHour) => new()
    {
        Id = new Guid($"01890000-0000-7000-8000-00000000e{number:000}"), Name = name, Channel = SenderRules.ChannelOf(type), Type = type, PerHour = perHour,
    };
}
