using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary><c>listen</c>: a row for every change, until cancelled.</summary>
internal sealed class ListenCommand(EmulatedRouter router, ApiConnection connection, RunningCommand command, Menu menu)
{
    public async Task RunAsync()
    {
        if (!menu.CanListen)
        {
            throw Trap.UnknownParameter("follow-only").Raise();
        }

        var request = command.Request;
        PrintCommand.CheckArguments(menu, request, router.World.Version);
        var listener = new Listener(
            new(request.Queries),
            PrintCommand.Wanted(menu, request),
            PrintCommand.ShowsSensitive(router.World, connection, request),
            router.TagOf(request),
            router.SaysDeadYes ? "yes" : "true",
            reply => connection.Send(command, reply));
        lock (router.World.Gate)
        {
            router.World.Advance();
            menu.Listeners.Add(listener);
        }

        try
        {
            await Task.Delay(Timeout.Infinite, command.Stopped);
        }
        finally
        {
            lock (router.World.Gate)
            {
                menu.Listeners.Remove(listener);
            }
        }
    }
}
