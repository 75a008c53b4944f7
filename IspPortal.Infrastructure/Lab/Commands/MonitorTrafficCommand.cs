using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Menus.Catalog;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary><c>/interface/monitor-traffic</c>: rates over the last second, once or every second until cancelled.</summary>
internal sealed class MonitorTrafficCommand(EmulatedRouter router, ApiConnection connection, RunningCommand command)
{
    private readonly ApiRequest _request = command.Request;
    private readonly string? _tag = router.TagOf(command.Request);

    public async Task RunAsync()
    {
        var names = (_request["interface"] ?? throw Trap.Missing("interface").Raise()) is var list && Exists(list) ? [list] : list.Split(',');
        if (names.Length == 0 || !Array.TrueForAll(names, Exists))
        {
            throw Trap.NoMatch("interface").Raise();
        }

        var interval = _request["interval"] is { } text ? RosValue.ParseDuration(text) ?? throw Trap.BadValue("interval").Raise() : TimeSpan.FromSeconds(1);
        var once = _request.Has("once") || _request["once"] == "";
        var before = Snapshot(names);
        if (once)
        {
            // The router averages over the second before it was asked.
            Send(names, Rates(names), isLast: true);
            return;
        }

        Send(names, Rates(names), isLast: false);
        while (true)
        {
            await Task.Delay(interval, command.Stopped);
            var now = Snapshot(names);
            if (Array.Exists(now.Bytes, b => b is null))
            {
                throw Trap.NoSuchItem.Raise();
            }

            Send(names, Difference(before, now), isLast: false);
            before = now;
        }
    }

    private bool Exists(string name)
    {
        lock (router.World.Gate)
        {
            router.World.Advance();
            return router.World.Access.ByName(name) is { IsPppoe: true } || router.World.Menu("/interface").ByName(name) is not null;
        }
    }

    private (long Ticks, (double Rx, double Tx)?[] Bytes) Snapshot(string[] names)
    {
        var world = router.World;
        lock (world.Gate)
        {
            world.Advance();
            var moment = new ReadMoment(world);
            return (moment.Ticks, Array.ConvertAll(names, name => BytesOf(world, name, moment)));
        }
    }

    private static (double Rx, double Tx)? BytesOf(RouterWorld world, string name, ReadMoment moment)
    {
        if (world.Access.ByName(name) is { } session)
        {
            var bytes = session.BytesAt(moment.Ticks);
            return (bytes.Up, bytes.Down);
        }

        return world.Menu("/interface").ByName(name) is { } row && InterfaceMenus.BytesOf(row, moment) is var port ? (port.Rx, port.Tx) : null;
    }

    private static (double Rx, double Tx)[] Difference((long Ticks, (double Rx, double Tx)?[] Bytes) before, (long Ticks, (double Rx, double Tx)?[] Bytes) now)
    {
        var seconds = Math.Max((now.Ticks - before.Ticks) / (double)TimeSpan.TicksPerSecond, 0.05);
        return
        [
            .. now.Bytes.Select((b, i) => before.Bytes[i] is { } old && b is { } current
                ? (Math.Max(0, (current.Rx - old.Rx) / seconds), Math.Max(0, (current.Tx - old.Tx) / seconds))
                : (0, 0)),
        ];
    }

    private (double Rx, double Tx)[] Rates(string[] names)
    {
        var world = router.World;
        lock (world.Gate)
        {
            var now = world.NowTicks;
            return Array.ConvertAll(names, name => RateOf(world, name, now - TimeSpan.TicksPerSecond, now));
        }
    }

    private static (double Rx, double Tx) RateOf(RouterWorld world, string name, long from, long to)
    {
        if (world.Access.ByName(name) is { } session)
        {
            var (down, up) = session.DeadSinceTicks < to ? (0, 0) : session.Traffic.Between(Math.Max(from, session.StartTicks), to);
            return (up, down);
        }

        return world.Menu("/interface").ByName(name) is { } row ? InterfaceMenus.RateOf(row, world, to) : (0, 0);
    }

    private void Send(string[] names, (double Rx, double Tx)[] rates, bool isLast)
    {
        var wanted = _request.Proplist?.ToHashSet(StringComparer.Ordinal);
        var reply = new ReplyBuffer();
        for (var i = 0; i < names.Length; i++)
        {
            reply.Begin("!re"u8, _tag);
            var (rx, tx) = rates[i];
            var fromCustomer = router.World.Access.ByName(names[i]) is not null || names[i] != "ether1";
            Put("name", RosValue.Text(names[i]));
            Put("rx-packets-per-second", RosValue.Number((long)rx / (fromCustomer ? InterfaceMenus.UpPacketBytes : InterfaceMenus.DownPacketBytes)));
            Put("rx-bits-per-second", RosValue.Number((long)(8 * rx)));
            Put("fp-rx-packets-per-second", RosValue.Number((long)rx / (fromCustomer ? InterfaceMenus.UpPacketBytes : InterfaceMenus.DownPacketBytes)));
            Put("fp-rx-bits-per-second", RosValue.Number((long)(8 * rx)));
            Put("rx-drops-per-second", RosValue.Number(0));
            Put("rx-errors-per-second", RosValue.Number(0));
            Put("tx-packets-per-second", RosValue.Number((long)tx / (fromCustomer ? InterfaceMenus.DownPacketBytes : InterfaceMenus.UpPacketBytes)));
            Put("tx-bits-per-second", RosValue.Number((long)(8 * tx)));
            Put("fp-tx-packets-per-second", RosValue.Number(0));
            Put("fp-tx-bits-per-second", RosValue.Number(0));
            Put("tx-drops-per-second", RosValue.Number(0));
            Put("tx-queue-drops-per-second", RosValue.Number(0));
            Put("tx-errors-per-second", RosValue.Number(0));
            reply.End();
        }

        if (isLast)
        {
            reply.Done(_tag);
        }

        connection.Send(command, reply);

        void Put(string name, RosValue value)
        {
            if (wanted is null || wanted.Contains(name))
            {
                reply.Attribute(System.Text.Encoding.ASCII.GetBytes($"={name}="), value);
            }
        }
    }
}
