using System.Globalization;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary><c>/ping</c>.</summary>
internal sealed class PingCommand(EmulatedRouter router, ApiConnection connection, RunningCommand command)
{
    private readonly ApiRequest _request = command.Request;
    private readonly string? _tag = router.TagOf(command.Request);

    public async Task RunAsync()
    {
        var address = _request["address"] ?? throw Trap.Missing("address").Raise();
        if (AddressPools.ToNumber(address) is null)
        {
            throw new Trap("invalid value for argument address", 1).Raise();
        }

        long? count = _request["count"] is { } text ? ShapedRate.Rate(text) ?? throw Trap.BadValue("count").Raise() : null;
        var interval = _request["interval"] is { } every ? RosValue.ParseDuration(every) ?? throw Trap.BadValue("interval").Raise() : TimeSpan.FromSeconds(1);
        var size = (int)(ShapedRate.Rate(_request["size"] ?? "56") ?? 56);
        var received = 0;
        var times = new List<double>();
        for (var sequence = 0; count is null || sequence < count; sequence++)
        {
            if (sequence > 0)
            {
                await Task.Delay(interval, command.Stopped);
            }

            var reply = new ReplyBuffer();
            reply.Begin("!re"u8, _tag);
            Put(reply, "seq", sequence.ToString(CultureInfo.InvariantCulture));
            Put(reply, "host", address);
            if (RoundTrip(address) is { } microseconds)
            {
                received++;
                times.Add(microseconds);
                Put(reply, "size", size.ToString(CultureInfo.InvariantCulture));
                Put(reply, "ttl", "64");
                Put(reply, "time", Time(microseconds));
            }
            else
            {
                Put(reply, "status", "timeout");
            }

            Put(reply, "sent", (sequence + 1).ToString(CultureInfo.InvariantCulture));
            Put(reply, "received", received.ToString(CultureInfo.InvariantCulture));
            Put(reply, "packet-loss", ((sequence + 1 - received) * 100 / (sequence + 1)).ToString(CultureInfo.InvariantCulture));
            if (times.Count > 0)
            {
                Put(reply, "min-rtt", Time(times.Min()));
                Put(reply, "avg-rtt", Time(times.Average()));
                Put(reply, "max-rtt", Time(times.Max()));
            }

            reply.End();
            connection.Send(command, reply);
        }

        var done = new ReplyBuffer();
        done.Done(_tag);
        connection.Send(command, done);
    }

    private static void Put(ReplyBuffer reply, string name, string value) => reply.Attribute(System.Text.Encoding.ASCII.GetBytes($"={name}="), RosValue.Text(value));

    private static string Time(double microseconds) => microseconds < 1_000
        ? $"{(long)microseconds}us"
        : $"{(long)microseconds / 1_000}ms{(long)microseconds % 1_000}us";

    /// <summary>Microseconds, or null when nobody answers.</summary>
    private double? RoundTrip(string address)
    {
        var world = router.World;
        lock (world.Gate)
        {
            world.Advance();
            return Reach.Microseconds(world, address) * (0.8 + (0.6 * world.Random.NextDouble()));
        }
    }
}
