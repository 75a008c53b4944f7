using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary><c>/interface/ethernet/monitor</c> with <c>once</c>: the state and the rate of links. Without it a router goes on saying so; that is not emulated.</summary>
internal static class EthernetMonitorCommand
{
    private const string Rate = "1Gbps";

    public static Task RunAsync(EmulatedRouter router, ApiConnection connection, RunningCommand command)
    {
        var request = command.Request;
        var reply = new ReplyBuffer();
        var tag = router.TagOf(request);
        if (request["once"] is null)
        {
            throw Trap.Missing("once").Raise();
        }

        lock (router.World.Gate)
        {
            router.World.Advance();
            var interfaces = router.World.Menu("/interface");
            foreach (var name in (request["numbers"] ?? throw Trap.Missing("numbers").Raise()).Split(','))
            {
                var row = interfaces.ByName(name) is { } found && interfaces.Get(found, "type") == "ether" ? found : throw Trap.NoSuchItem.Raise();
                var isUp = row.Behind is int && interfaces.Get(row, "disabled") != "true";
                reply.Begin("!re"u8, tag);
                reply.Attribute("=name="u8, RosValue.Text(name));
                reply.Attribute("=status="u8, RosValue.Text(isUp ? "link-ok" : "no-link"));
                reply.Attribute("=auto-negotiation="u8, RosValue.Text(isUp ? "done" : "incomplete"));
                if (isUp)
                {
                    reply.Attribute("=rate="u8, RosValue.Text(Rate));
                    reply.Attribute("=full-duplex="u8, RosValue.Text("true"));
                }

                reply.End();
            }
        }

        reply.Done(tag);
        connection.Send(command, reply);
        return Task.CompletedTask;
    }
}
