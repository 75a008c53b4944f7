using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Lab;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Lab.Messages;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Messaging;

/// <summary>A real portal is killed in the midst of sending; the next one goes on.</summary>
public sealed class KillingAPortalThatSendsTests
{
    private const int Many = 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_sent_twice_and_what_nobody_knows_is_said()
    {
        for (var round = 0; round < KilledPortal.Rounds(3, 50); round++)
        {
            var room = new LabPostRoom(TimeProvider.System);
            await using var servers = new LabPostServers(room, TimeProvider.System);
            await servers.StartAsync(Token);
            await using var database = await PortalDatabase.CreateAsync("Sqlite", TimeProvider.System, secrets: KilledPortal.SecretsOf);
            await FillAsync(database, servers.GatewayPort);

            // Slow enough that the kill falls between the provider's taking and our knowing.
            var ports = servers.GatewayPort.ToString(CultureInfo.InvariantCulture);
            await using (var first = KilledPortal.Start(database.Options.DataDirectory, ("Messaging__LocalPorts", ports)))
            {
                await UntilAsync(() => Task.FromResult(room.Letters.Count >= 3 + (round % 7)));
                await first.KillAsync();
            }

            var taken = room.Letters.Count;
            await using (var context = database.Open())
            {
                // What is left in the midst is settled when its lease runs out: here at once.
                DateTime? over = TimeProvider.System.UtcNow().AddSeconds(-1);
                await context.Set<Message>().Where(message => message.State == MessageState.Sending).ExecuteUpdateAsync(set => set.SetProperty(message => message.LeasedUntilUtc, over), Token);
            }

            await using var second = KilledPortal.Start(database.Options.DataDirectory, ("Messaging__LocalPorts", ports));
            await UntilAsync(async () => !(await StatesAsync(database)).Any(state => state is MessageState.Waiting or MessageState.Sending));
            var states = await StatesAsync(database);
            var doubled = room.Letters.GroupBy(letter => (letter.Provider, letter.Text)).Where(group => group.Count() > 1).ToList();

            // Fonnte knows no repeats: nothing of it came twice. The webhook does: what came twice is known by its key.
            Assert.DoesNotContain(doubled, group => group.Key.Provider == LabProvider.Fonnte);
            Assert.InRange(doubled.Count, 0, 1);
            var uncertain = states.Count(state => state == MessageState.Uncertain);
            Assert.InRange(uncertain, 0, 1);
            Assert.InRange(taken, 1, 2 * Many);
            Assert.InRange(room.Letters.Select(letter => (letter.Provider, letter.Text)).Distinct().Count(), (2 * Many) - uncertain, 2 * Many);
            Assert.Equal((2 * Many) - uncertain, states.Count(state => state == MessageState.Sent));
        }
    }

    private static async Task FillAsync(PortalDatabase database, int port)
    {
        await using var context = database.Open();
        var now = TimeProvider.System.UtcNow();
        foreach (var (type, channel, name) in new[] { (MessageSenderType.Fonnte, MessageChannel.WhatsApp, "wa"), (MessageSenderType.Webhook, MessageChannel.Webhook, "hook") })
        {
            var sender = new MessageSender { Id = Ids.New(TimeProvider.System), Name = name, Channel = channel, Type = type, PerHour = 360_000, Secret = LabKeys.Token, SigningSecret = LabKeys.Signing };
            sender.Server = type == MessageSenderType.Fonnte ? $"http://127.0.0.1:{port}/fonnte" : $"http://127.0.0.1:{port}/hook";
            context.Add(sender);
            context.Add(new MessageSenderPace { SenderId = sender.Id, NextFreeAtUtc = now, CountedOn = DateOnly.FromDateTime(now) });
            for (var number = 0; number < Many; number++)
            {
                context.Add(new Message
                {
                    Id = Ids.New(TimeProvider.System), Event = "messages.test", SubjectId = Ids.New(TimeProvider.System), Kind = "a", Channel = channel, Address = type == MessageSenderType.Fonnte ? $"+628120000{number:0000}" : name, Language = "en",
                    Rank = 0, KeepsQuiet = false, Values = $$"""{"company":"{{number}}","sender":"{{name}}"}""", QueuedAtUtc = now, NextAttemptAtUtc = now,
                });
            }
        }

        await context.SaveChangesAsync(Token);
    }

    private static async Task<List<MessageState>> StatesAsync(PortalDatabase database)
    {
        await using var context = database.Open();
        return await context.Set<Message>().AsNoTracking().Select(message => message.State).ToListAsync(Token);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(2), "nothing moves");
            await Task.Delay(20, Token);
        }
    }
}
