using System.Diagnostics;
using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Lab.Messages;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Benchmarks.Messaging;

/// <summary>How long a receipt waits while 12,000 reminders do, for one WhatsApp number over real HTTP: from when it is queued to when the provider has it.</summary>
internal static class MessageBacklog
{
    private const string Event = "messages.test";

    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var (reminders, receipts, perHour) = (Number("--reminders", 12_000), Number("--receipts", 30), Number("--per-hour", 3_600));
        var directory = Directory.CreateTempSubdirectory("message-backlog-").FullName;
        await using (var services = await BenchServices.BuildAsync(
            [new("Storage:DataDirectory", directory)],
            more => more.AddSingleton<LabPostRoom>().AddSingleton<LabPostServers>().AddSingleton<ILocalPorts>(provider => provider.GetRequiredService<LabPostServers>())))
        {
            await MeasureAsync(services, reminders, receipts, perHour);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static async Task MeasureAsync(ServiceProvider services, int reminders, int receipts, int perHour)
    {
        var (servers, room, clock) = (services.GetRequiredService<LabPostServers>(), services.GetRequiredService<LabPostRoom>(), services.GetRequiredService<TimeProvider>());
        await servers.StartAsync(CancellationToken.None);
        var filling = Stopwatch.StartNew();
        await FillAsync(services.GetRequiredService<PortalContextSource>(), clock, servers.GatewayPort, reminders, perHour);
        filling.Stop();

        // By itself: the other services of a host want one.
        using var dispatcher = ActivatorUtilities.CreateInstance<MessageDispatcher>(services);
        await dispatcher.StartAsync(CancellationToken.None);
        var waited = new List<double>();
        for (var number = 0; number < receipts; number++)
        {
            // At any moment of a sender's turn.
            await Task.Delay(TimeSpan.FromMilliseconds(3_600_000d / perHour * (1.1 + (number * 0.37 % 1))), CancellationToken.None);
            var key = string.Create(CultureInfo.InvariantCulture, $"RCPT-{number:000000}");
            var start = Stopwatch.GetTimestamp();
            await services.GetRequiredService<IMessageOutbox>().QueueAsync(
                new MessageOrder(Event, Ids.New(clock), "receipt", [new MessageRecipient(MessageChannel.WhatsApp, "+6281234567890", null, "en")], new Dictionary<string, string>(StringComparer.Ordinal) { ["company"] = key, ["sender"] = "" }),
                CancellationToken.None);
            while (!room.Letters.Any(letter => letter.Text.Contains(key, StringComparison.Ordinal)))
            {
                await Task.Delay(5, CancellationToken.None);
            }

            waited.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        await dispatcher.StopAsync(CancellationToken.None);
        await servers.DisposeAsync();
        waited.Sort();
        var turn = 3_600_000d / perHour;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reminders:#,0} reminders queued in {filling.Elapsed.TotalSeconds:0.0} s; a sender of {perHour:#,0} an hour has a turn every {turn:#,0} ms."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A receipt was at the provider after p50 {waited[waited.Count / 2]:#,0} ms, p95 {waited[(int)(waited.Count * 0.95)]:#,0} ms, at most {waited[^1]:#,0} ms {Goal.Under(waited[^1], turn * 1.1, "one turn, ")}"));
    }

    private static async Task FillAsync(PortalContextSource source, TimeProvider clock, int port, int reminders, int perHour)
    {
        await using var context = source.CreateForSystem("bench");
        var now = clock.UtcNow();
        var sender = new MessageSender
        {
            Id = Ids.New(clock), Name = "wa", Channel = MessageChannel.WhatsApp, Type = MessageSenderType.Fonnte, PerHour = perHour, Secret = LabKeys.Token,
            Server = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/fonnte"),
        };
        context.Add(sender);
        context.Add(new MessageSenderPace { SenderId = sender.Id, NextFreeAtUtc = now, CountedOn = DateOnly.FromDateTime(now) });
        await context.SaveChangesAsync();
        await context.InsertRowsAsync(
            [
                .. Enumerable.Range(0, reminders).Select(number => new Message
                {
                    Id = Ids.New(clock), Event = Event, SubjectId = Ids.New(clock), Kind = "reminder", Channel = MessageChannel.WhatsApp, Address = string.Create(CultureInfo.InvariantCulture, $"+62812{number:00000000}"), Language = "id",
                    Rank = (int)MessagePriority.Reminder, KeepsQuiet = false, Values = """{"company":"Jaya Net","sender":"wa"}""", QueuedAtUtc = now, NextAttemptAtUtc = now,
                }),
            ],
            CancellationToken.None);
    }
}
