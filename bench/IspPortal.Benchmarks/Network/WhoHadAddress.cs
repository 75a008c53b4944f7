using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Benchmarks.Network;

/// <summary>
/// Two million sessions of 600 lines on four routers over a year, and 90 days of events of their logs: who had an address at a moment, and the list of events as its page
/// and the API ask for it. SQLite in a temporary directory; <c>--provider=Postgres --connection=…</c> uses an empty database of a server.
/// </summary>
internal static class WhoHadAddress
{
    private const int Lines = 600;
    private const int Routers = 4;
    private const int Days = 365;
    private const int SessionsPerDay = 5_480;
    private const int EventsPerDay = 2_000;
    private const int Questions = 50;
    private const int Rounds = 7;

    private static readonly DateTime End = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var directory = Directory.CreateTempSubdirectory("ispportal-bench-");
        try
        {
            await using var services = await BenchServices.BuildAsync(
            [
                new("Storage:DataDirectory", directory.FullName),
                new("Storage:Provider", options["provider"] ?? "Sqlite"),
                new("Storage:ConnectionString", options["connection"]),
            ]);
            var source = services.GetRequiredService<PortalContextSource>();
            var watch = Stopwatch.StartNew();
            var (routers, lines) = await FillAsync(source);
            Say($"{source.Provider}: {Days * SessionsPerDay:N0} sessions, {90 * EventsPerDay:N0} events written in {watch.Elapsed.TotalSeconds:0} s");
            await AskAsync(services);
            await ListAsync(services, routers, lines);
            Say($"  load of the machine {Machine.Load()}");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task AskAsync(IServiceProvider services)
    {
        var times = new List<double>();
        for (var i = -5; i < Questions; i++)
        {
            var at = End.AddDays(-7 * (Math.Abs(i) + 1)).AddMinutes(37 * i);
            var watch = Stopwatch.StartNew();
            var found = await services.WithAsync<IRouterEvents, int>(async events => Workshop.Value(await events.WhoHadAsync(AddressOf(17 * (i + 5)), at, CancellationToken.None)).Count);
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        Say($"  who had an address   median {times.Order().ElementAt(Questions / 2):0.0} ms, worst of {Questions} {times.Max():0.0} {Goal.Under(times.Max(), 1_000)}");
    }

    private static async Task ListAsync(IServiceProvider services, List<Guid> routers, List<Guid> lines)
    {
        var year = End.AddDays(-Days);
        await ListAsync(services, "a day", new(FromUtc: End.AddDays(-1)), new());
        await ListAsync(services, "all, no beginning", new(), new());
        await ListAsync(services, "all of a year", new(FromUtc: year), new());
        await ListAsync(services, "all of a year, page 100", new(FromUtc: year), new(100));
        await ListAsync(services, "one router's", new(routers[1], FromUtc: year), new());
        await ListAsync(services, "one line's", new(AccessId: lines[123], FromUtc: year), new());
        await ListAsync(services, "ends of sessions", new(Kind: RouterEventKind.Logout, FromUtc: year), new());
        await ListAsync(services, "ends on one router", new(routers[1], Kind: RouterEventKind.Logout, FromUtc: year), new());
        await ListAsync(services, "starts of routers, rare", new(Kind: RouterEventKind.Reboot, FromUtc: year), new());
        await ListAsync(services, "a month, half a year ago", new(FromUtc: End.AddDays(-210), ToUtc: End.AddDays(-180)), new());
        await ListAsync(services, "search for a name", new(FromUtc: year), new(Search: "pelanggan-123"));
        await ListAsync(services, "search for a street", new(FromUtc: year), new(Search: "jalan merdeka"));
        await ListAsync(services, "search for an address", new(FromUtc: year), new(Search: AddressOf(321)));
        await ListAsync(services, "search, part of address", new(FromUtc: year), new(Search: "10.1.3."));
        await ListAsync(services, "search, finds nothing", new(FromUtc: year), new(Search: "tidak-ada"));
    }

    private static async Task ListAsync(IServiceProvider services, string what, RouterEventFilter filter, PageRequest page)
    {
        var times = new List<double>();
        Page<RouterEventRow>? read = null;
        for (var i = -1; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            read = await services.WithAsync<IRouterEvents, Page<RouterEventRow>>(async events => Workshop.Value(await events.ListAsync(filter, page, CancellationToken.None)));
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        var median = times.Order().ElementAt(Rounds / 2);
        Say($"  {what,-26} median {median,7:0.0} ms, worst of {Rounds} {times.Max(),7:0.0} {Goal.Under(times.Max(), 1_000)}; {read!.Items.Count} rows of {read.TotalCount:N0}");
    }

    private static async Task<(List<Guid> Routers, List<Guid> Lines)> FillAsync(PortalContextSource source)
    {
        await using var context = source.CreateForSystem("bench");
        var routers = Enumerable.Range(0, Routers).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var (i, id) in routers.Index())
        {
            context.Add(new Router
            {
                Id = id, Name = $"RTR-{i}", NameKey = $"rtr-{i}", Host = "127.0.0.1", Port = 1 + i, AddressKey = $"127.0.0.1:{1 + i}", Username = "portal", Password = "none", CreatedAtUtc = DateTime.UnixEpoch,
            });
        }

        var lines = Enumerable.Range(0, Lines).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var (i, id) in lines.Index())
        {
            var name = $"pelanggan-{i}";
            context.Add(new AccessAccount
            {
                Id = id, RouterId = routers[i % Routers], Service = AccessService.Pppoe, Username = name, FirstSeenAtUtc = DateTime.UnixEpoch,
                SearchKey = AccessAccount.SearchKeyOf(name, i % 40 == 0 ? "Jalan Merdeka 5" : "Jalan Sudirman 8"),
            });
        }

        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();
        for (var day = 0; day < Days; day++)
        {
            await context.InsertRowsAsync(SessionsOf(End.AddDays(day - Days), day, routers, lines), CancellationToken.None);
        }

        for (var day = 0; day < 90; day++)
        {
            await context.InsertRowsAsync(EventsOf(End.AddDays(day - 90), routers, lines), CancellationToken.None);
        }

        return (routers, lines);
    }

    private static List<SessionRecord> SessionsOf(DateTime date, int day, List<Guid> routers, List<Guid> lines)
    {
        var rows = new List<SessionRecord>(SessionsPerDay);
        for (var i = 0; i < SessionsPerDay; i++)
        {
            var line = (i + day) % Lines;
            var start = date.AddSeconds(86_400.0 * i / SessionsPerDay);
            rows.Add(new SessionRecord
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(start, TimeSpan.Zero)), AccessId = lines[line], RouterId = routers[line % Routers], Mark = $"0x{i:x}", Address = AddressOf((i * 7) + day), CallerId = $"AA:BB:CC:00:{line / 256:X2}:{line % 256:X2}",
                StartedAtUtc = start, EndedAtUtc = start.AddSeconds(9_000 + (i % 300)), EndReason = SessionEndReason.Disconnected, DownBytes = 1_000_000L * i, UpBytes = 100_000L * i,
            });
        }

        return rows;
    }

    // A router starts anew once a week or so; the rest are links and refused customers.
    private static List<RouterEvent> EventsOf(DateTime date, List<Guid> routers, List<Guid> lines)
    {
        var rows = new List<RouterEvent>(EventsPerDay);
        for (var i = 0; i < EventsPerDay; i++)
        {
            var kind = i == 0 && date.Day % 7 == 0 ? RouterEventKind.Reboot : i % 3 == 0 ? RouterEventKind.LoginFailed : i % 3 == 1 ? RouterEventKind.LinkDown : RouterEventKind.LinkUp;
            rows.Add(new RouterEvent
            {
                Id = Guid.CreateVersion7(), RouterId = routers[i % Routers], Kind = kind, AtUtc = date.AddSeconds(43.2 * i), Details = $"line {i} of the log",
                AccessId = kind == RouterEventKind.LoginFailed ? lines[i % Lines] : null, Subject = kind == RouterEventKind.LoginFailed ? $"pelanggan-{i % Lines}" : "ether2",
            });
        }

        return rows;
    }

    private static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"10.1.{number % 1_000 / 250}.{number % 250}");

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
