using System.Globalization;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>
/// <c>/tool/traceroute</c>: the list of hops, printed again in a new section each time it grew. A customer is one hop away; what lies beyond the uplink goes
/// through the core; an address of ours that nobody has stops answering at once.
/// </summary>
internal sealed class TracerouteCommand(EmulatedRouter router, ApiConnection connection, RunningCommand command)
{
    private const int SilentHops = 3;

    public async Task RunAsync()
    {
        var address = command.Request["address"] ?? throw Trap.Missing("address").Raise();
        if (AddressPools.ToNumber(address) is null)
        {
            throw new Trap("invalid value for argument address", 1).Raise();
        }

        var tag = router.TagOf(command.Request);
        var hops = Hops(address);
        for (var known = 1; known <= hops.Count; known++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(hops[known - 1].Microseconds is null ? 200 : 20), command.Stopped);
            var reply = new ReplyBuffer();
            foreach (var (hop, microseconds) in hops.Take(known))
            {
                var time = microseconds is { } us ? (us / 1_000).ToString("0.0", CultureInfo.InvariantCulture) : null;
                reply.Begin("!re"u8, tag);
                Put(reply, "address", hop ?? "");
                Put(reply, "loss", microseconds is null ? "100" : "0");
                Put(reply, "sent", "1");
                Put(reply, "last", time ?? "timeout");
                if (time is not null)
                {
                    Put(reply, "avg", time);
                    Put(reply, "best", time);
                    Put(reply, "worst", time);
                    Put(reply, "std-dev", "0");
                }

                Put(reply, "status", "");
                Put(reply, ".section", (known - 1).ToString(CultureInfo.InvariantCulture));
                reply.End();
            }

            connection.Send(command, reply);
        }

        var done = new ReplyBuffer();
        done.Done(tag);
        connection.Send(command, done);
    }

    private static void Put(ReplyBuffer reply, string name, string value) => reply.Attribute(System.Text.Encoding.ASCII.GetBytes($"={name}="), RosValue.Text(value));

    private List<(string? Address, double? Microseconds)> Hops(string address)
    {
        var world = router.World;
        lock (world.Gate)
        {
            world.Advance();
            var trip = Reach.Microseconds(world, address) * (0.8 + (0.6 * world.Random.NextDouble()));
            if (Reach.IsCustomerOnline(world, address) is not null)
            {
                return trip is null ? [.. Enumerable.Repeat<(string?, double?)>((null, null), SilentHops)] : [(address, trip)];
            }

            return trip is { } far
                ? [($"10.255.{world.Spec.Number % 250}.1", far * 0.1), ("103.120.0.1", far * 0.6), (address, far)]
                : [.. Enumerable.Repeat<(string?, double?)>((null, null), SilentHops)];
        }
    }
}
