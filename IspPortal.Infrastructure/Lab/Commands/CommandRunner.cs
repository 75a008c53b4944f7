using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>Finds what a request asks for and does it.</summary>
internal sealed class CommandRunner(EmulatedRouter router)
{
    private readonly Dictionary<string, SpecialCommand> _special = SpecialCommands.All(router);

    public async Task RunAsync(ApiConnection connection, RunningCommand command)
    {
        var request = command.Request;
        switch (request.Command)
        {
            case "/login":
                if (connection.Login.Answer(request) is { } answer)
                {
                    connection.Send(command, answer);
                }

                return;
            case "/quit":
                connection.SendFatal("session terminated on request");
                return;
        }

        if (!connection.Login.IsLoggedIn)
        {
            connection.SendFatal("not logged in");
            return;
        }

        if (request.Command == "/cancel")
        {
            connection.CancelCommands(command, request["tag"]);
            return;
        }

        if (_special.TryGetValue(request.Command, out var special))
        {
            connection.Login.Demand(special.Policy);
            await special.RunAsync(connection, command);
            return;
        }

        await RunOnMenuAsync(connection, command);
    }

    private async Task RunOnMenuAsync(ApiConnection connection, RunningCommand command)
    {
        var request = command.Request;
        if (!router.World.Menus.TryGetValue(request.Path, out var menu))
        {
            throw (request.Path.Length == 0 ? Trap.NoSuchCommand : Trap.NoSuchPrefix).Raise();
        }

        switch (request.Verb)
        {
            case "print" or "getall":
                connection.Login.Demand(menu.ReadPolicy);
                await new PrintCommand(router, connection, command, menu).RunAsync();
                return;
            case "listen":
                connection.Login.Demand(menu.ReadPolicy);
                await new ListenCommand(router, connection, command, menu).RunAsync();
                return;
        }

        string? returned;
        lock (router.World.Gate)
        {
            router.World.Advance();
            returned = new ChangeCommand(router.World, connection.Login.Author, menu, request).Run();
        }

        var reply = new ReplyBuffer();
        reply.Done(router.TagOf(request), returned);
        connection.Send(command, reply);
    }
}
