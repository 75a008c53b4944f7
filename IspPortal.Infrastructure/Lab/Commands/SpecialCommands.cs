using System.Globalization;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Menus.Catalog;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>Commands that are no plain table operation.</summary>
internal static class SpecialCommands
{
    private const int MaxChunk = 32_768;

    public static Dictionary<string, SpecialCommand> All(EmulatedRouter router)
    {
        var ping = new SpecialCommand("test", (connection, command) => new PingCommand(router, connection, command).RunAsync());
        var commands = new Dictionary<string, SpecialCommand>(StringComparer.Ordinal)
        {
            ["/interface/monitor-traffic"] = new("read", (connection, command) => new MonitorTrafficCommand(router, connection, command).RunAsync()),
            ["/interface/ethernet/monitor"] = new("read", (connection, command) => EthernetMonitorCommand.RunAsync(router, connection, command)),
            ["/ping"] = ping,
            ["/tool/traceroute"] = new("test", (connection, command) => new TracerouteCommand(router, connection, command).RunAsync()),
            ["/export"] = Simple(router, "ftp", Export),
            ["/system/backup/save"] = Simple(router, "ftp", Backup),
            ["/system/reboot"] = new("reboot", (connection, command) => RebootAsync(router, connection, command)),
        };
        if (router.World.Version.IsV7)
        {
            commands["/tool/ping"] = ping;
        }

        if (router.World.Version.HasFileRead)
        {
            commands["/file/read"] = new("ftp", (connection, command) => ReadFileAsync(router, connection, command));
        }

        foreach (var level in (ReadOnlySpan<string>)["info", "warning", "error", "debug"])
        {
            commands["/log/" + level] = Simple(router, "write", (world, request) => world.Log.Write("script," + level, request["message"] ?? throw Trap.Missing("message").Raise()));
        }

        return commands;
    }

    private static SpecialCommand Simple(EmulatedRouter router, string policy, Action<RouterWorld, ApiRequest> action) => new(policy, (connection, command) =>
    {
        lock (router.World.Gate)
        {
            router.World.Advance();
            action(router.World, command.Request);
        }

        var reply = new ReplyBuffer();
        reply.Done(router.TagOf(command.Request));
        connection.Send(command, reply);
        return Task.CompletedTask;
    });

    private static void Export(RouterWorld world, ApiRequest request)
    {
        var file = request["file"] ?? throw Trap.Missing("file").Raise();
        var shows = world.Version.IsV7 ? request.Has("show-sensitive") : !request.Has("hide-sensitive");
        WriteFile(world, file.EndsWith(".rsc", StringComparison.Ordinal) ? file : file + ".rsc", "script", ConfigExport.Text(world, shows));
    }

    private static void Backup(RouterWorld world, ApiRequest request)
    {
        var name = request["name"] is { Length: > 0 } given ? given : world.Menu("/system/identity").Items[0].Values[0] + "-backup";
        WriteFile(world, name.EndsWith(".backup", StringComparison.Ordinal) ? name : name + ".backup", "backup", "\u0088\u00AC\u00A1\u00B1" + ConfigExport.Text(world, showSensitive: true));
    }

    private static void WriteFile(RouterWorld world, string name, string type, string contents)
    {
        var files = world.Menu("/file");
        var row = files.ByName(name);
        if (row is null)
        {
            row = files.NewItem();
            files.Set(row, "name", name);
            files.Insert(row);
        }

        var now = world.Version.DateTimeText(RouterWorld.Local(world.NowTicks));
        row.Behind = contents;
        files.Set(row, "type", type);
        files.Set(row, "creation-time", now);
        files.Set(row, "last-modified", now);
        world.IsDirty = true;
    }

    private static Task ReadFileAsync(EmulatedRouter router, ApiConnection connection, RunningCommand command)
    {
        var request = command.Request;
        string data;
        lock (router.World.Gate)
        {
            var files = router.World.Menu("/file");
            var file = files.ByName(request["file"] ?? throw Trap.Missing("file").Raise()) ?? throw Trap.NoSuchItem.Raise();
            var text = file.Behind as string ?? "";
            var offset = int.TryParse(request["offset"] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var o) ? o : throw Trap.BadValue("offset").Raise();
            var size = int.TryParse(request["chunk-size"] ?? "32768", NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s is > 0 and <= MaxChunk
                ? s
                : throw Trap.BadValue("chunk-size").Raise();
            data = offset >= text.Length ? "" : text.Substring(offset, Math.Min(size, text.Length - offset));
        }

        var reply = new ReplyBuffer();
        reply.Begin("!re"u8, router.TagOf(request));
        reply.Attribute("=data="u8, RosValue.Text(data));
        reply.End();
        reply.Done(router.TagOf(request));
        connection.Send(command, reply);
        return Task.CompletedTask;
    }

    private static Task RebootAsync(EmulatedRouter router, ApiConnection connection, RunningCommand command)
    {
        var reply = new ReplyBuffer();
        reply.Done(router.TagOf(command.Request));
        connection.Send(command, reply);
        router.Throw(new(LabFaultKind.Reboot) { Duration = router.World.Spec.BootTime });
        return Task.CompletedTask;
    }
}
