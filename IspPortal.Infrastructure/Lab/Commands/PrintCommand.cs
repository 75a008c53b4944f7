using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary><c>print</c>: rows that pass the query, with the wanted properties, as fast as a router prints.</summary>
internal sealed class PrintCommand(EmulatedRouter router, ApiConnection connection, RunningCommand command, Menu menu)
{
    private const int PacedChunkRows = 100;
    private const int FreeChunkRows = 1_000;

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);

    private static readonly HashSet<string> KnownArguments = new(StringComparer.Ordinal)
    {
        "detail", "stats", "count-only", "interval", ".proplist", "follow", "follow-only", "without-paging", "terse", "value-list", "from", "where", "as-value", "append", "file",
        "brief", "about", "status", "once", ".id", "numbers",
    };

    private readonly ApiRequest _request = command.Request;
    private readonly string? _tag = router.TagOf(command.Request);

    public async Task RunAsync()
    {
        CheckArguments(menu, _request, router.World.Version);
        TimeSpan? interval = null;
        if (_request["interval"] is { } text)
        {
            interval = RosValue.ParseDuration(text) is { } given && given >= ShortestInterval ? given : throw Trap.BadValue("interval").Raise();
        }

        if (_request.Has("follow-only"))
        {
            await new ListenCommand(router, connection, command, menu).RunAsync();
            return;
        }

        while (true)
        {
            await PrintOnceAsync(isLast: interval is null && !_request.Has("follow"));
            if (interval is null)
            {
                break;
            }

            await Task.Delay(interval.Value, command.Stopped);
        }

        if (_request.Has("follow"))
        {
            await new ListenCommand(router, connection, command, menu).RunAsync();
        }
    }

    /// <summary>Refuses arguments that print does not have.</summary>
    public static void CheckArguments(Menu menu, ApiRequest request, LabVersion version)
    {
        foreach (var (name, _) in request.Arguments)
        {
            var isKnown = name == "show-sensitive" ? version.HasShowSensitive && menu.Properties.Any(p => p.IsSensitive)
                : name == "proplist" ? version.Number >= 720
                : name is "follow" or "follow-only" ? menu.CanListen
                : KnownArguments.Contains(name) || menu.PrintArguments.Contains(name);
            if (!isKnown || menu.PrintArguments.Contains("!" + name))
            {
                throw Trap.UnknownParameter(name).Raise();
            }
        }
    }

    /// <summary>Whether this user sees passwords in this print.</summary>
    public static bool ShowsSensitive(RouterWorld world, ApiConnection connection, ApiRequest request) =>
        connection.Login.May("sensitive") && (!world.Version.HasShowSensitive || request.Has("show-sensitive"));

    /// <summary>The wanted properties as indexes, or null for all.</summary>
    public static int[]? Wanted(Menu menu, ApiRequest request) =>
        request.Proplist is { } names ? [.. names.Select(menu.Resolve).Where(i => i != -1)] : null;

    private async Task PrintOnceAsync(bool isLast)
    {
        var world = router.World;
        var wanted = Wanted(menu, _request);
        var filter = new QueryFilter(_request.Queries);
        var countsOnly = _request.Has("count-only");
        var showSensitive = ShowsSensitive(world, connection, _request);
        var chunkRows = router.IsPaced ? PacedChunkRows : FreeChunkRows;
        List<Row> rows;
        lock (world.Gate)
        {
            world.Advance();
            rows = Narrow(world);
        }

        var matched = 0;
        var position = 0;
        while (true)
        {
            var reply = new ReplyBuffer();
            var printed = 0;
            var scanned = 0;
            lock (world.Gate)
            {
                var moment = new ReadMoment(world, showSensitive);
                for (; position < rows.Count && printed < chunkRows && scanned < 10 * chunkRows; position++, scanned++)
                {
                    var row = rows[position];
                    if (!filter.IsEmpty && !filter.Matches(name => menu.Read(row, menu.Resolve(name), moment)))
                    {
                        continue;
                    }

                    matched++;
                    if (!countsOnly)
                    {
                        menu.Write(reply, row, wanted, moment, _tag);
                        printed++;
                    }
                }

                world.CountPrinted(printed);
            }

            // A row that is only looked at costs the router less than one that is printed.
            await router.Rows.SpendAsync(printed + ((scanned - printed) / 20), command.Stopped);
            if (position < rows.Count)
            {
                connection.Send(command, reply);
                await connection.WaitForRoomAsync(command.Stopped);
                continue;
            }

            if (isLast)
            {
                Finish(reply, matched, countsOnly);
            }

            connection.Send(command, reply);
            return;
        }
    }

    private void Finish(ReplyBuffer reply, int matched, bool countsOnly)
    {
        if (countsOnly)
        {
            reply.Done(_tag, matched.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        if (matched == 0 && router.World.Version.SaysEmpty)
        {
            reply.Begin("!empty"u8, _tag);
            reply.End();
        }

        reply.Done(_tag);
    }

    /// <summary>The rows to look at: those named by <c>.id</c>, else the whole table.</summary>
    private List<Row> Narrow(RouterWorld world)
    {
        if ((_request[".id"] ?? _request["numbers"] ?? _request["from"]) is not { } ids)
        {
            return menu.Rows(world);
        }

        var found = new List<Row>();
        foreach (var id in ids.Split(','))
        {
            found.Add(RowFinder.Find(world, menu, id) ?? throw Trap.NoSuchItem.Raise());
        }

        return found;
    }
}
