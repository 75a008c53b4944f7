using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.Network.Backups;

/// <summary>Reads a router's configuration: as its own export where its files can be read, else from prints of the menus that the portal knows.</summary>
internal sealed class RouterTextReader(RouterClients clients, IEnumerable<IRouterWriteGuard> guards)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Total = TimeSpan.FromMinutes(5);

    /// <summary>The text, in the form that this router allows now. <paramref name="format"/> asks for one form, to compare like with like.</summary>
    public async Task<Result<RouterText>> ReadAsync(Guid routerId, string name, RouterBackupFormat? format, CancellationToken cancellationToken)
    {
        var found = await ClientAsync(routerId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var client = found.Value;
        var version = client.Version?.ToString() ?? "";
        if (format != RouterBackupFormat.Dump && client.Dialect.CanReadFiles && await MayWriteAsync(routerId, cancellationToken))
        {
            var exported = await ExportAsync(client, name, cancellationToken);
            if (exported.Succeeded || exported.Error.Code != "routeros.not_enough_permissions")
            {
                return exported.Succeeded ? new RouterText(version, RouterBackupFormat.Export, exported.Value) : exported.Error;
            }
        }

        var dumped = await DumpAsync(client, version, cancellationToken);
        return dumped.Succeeded ? new RouterText(version, RouterBackupFormat.Dump, dumped.Value) : dumped.Error;
    }

    /// <summary>Makes the router's binary backup: its bytes, or null with the file's name when it has to stay on the router.</summary>
    public async Task<Result<(byte[]? Content, string File)>> SaveBinaryAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var found = await ClientAsync(routerId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        // One name, written over each night: the router's flash does not fill.
        const string file = "ispportal.backup";
        var saved = await found.Value.ExecuteAsync(Slow("/system/backup/save").With("name", "ispportal").With("dont-encrypt", "yes"), cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        if (!found.Value.Dialect.CanReadFiles)
        {
            return ((byte[]?)null, file);
        }

        var content = await DownloadAsync(found.Value, file, cancellationToken);
        return content.Succeeded ? (content.Value, file) : content.Error;
    }

    /// <summary>Whether the portal may write to this router now.</summary>
    public async Task<bool> MayWriteAsync(Guid routerId, CancellationToken cancellationToken)
    {
        foreach (var guard in guards)
        {
            if (await guard.RefuseAsync(routerId, cancellationToken) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<Result<string>> ExportAsync(IRouterOsClient client, string name, CancellationToken cancellationToken)
    {
        var exported = await client.ExecuteAsync(Slow("/export").With("file", name), cancellationToken);
        if (!exported.Succeeded)
        {
            return exported.Error;
        }

        var content = await DownloadAsync(client, name + ".rsc", cancellationToken);
        return content.Succeeded ? WireText.Decode(content.Value) : content.Error;
    }

    // Takes the file away afterwards, also when it could not be read.
    private static async Task<Result<byte[]>> DownloadAsync(IRouterOsClient client, string file, CancellationToken cancellationToken)
    {
        var content = await ReadFileAsync(client, file, cancellationToken);
        _ = await client.ExecuteAsync(new RouterOsCommand("/file/remove").With("numbers", file), cancellationToken);
        return content;
    }

    private static async Task<Result<byte[]>> ReadFileAsync(IRouterOsClient client, string file, CancellationToken cancellationToken)
    {
        var listed = await client.PrintAsync(new RouterOsCommand("/file/print").Proplist("name", "size").Where("?name=" + file), cancellationToken);
        if (!listed.Succeeded)
        {
            return listed.Error;
        }

        var size = listed.Value.Count > 0 ? listed.Value[0].Long("size") : null;
        using var content = new MemoryStream();
        while (size is null || content.Length < size)
        {
            var chunks = new List<byte[]>();
            var read = await client.ReadAsync(FileChunkReader.Command(file, content.Length), FileChunkReader.Instance, chunks, cancellationToken);
            if (!read.Succeeded)
            {
                return read.Error;
            }

            var chunk = chunks.Count > 0 ? chunks[0] : [];
            if (chunk.Length == 0)
            {
                break;
            }

            content.Write(chunk);
        }

        return size is { } whole && content.Length != whole ? BackupErrors.CutShort(content.Length, whole)
            : content.Length == 0 ? BackupErrors.CutShort(0, size ?? 1)
            : content.ToArray();
    }

    private static async Task<Result<string>> DumpAsync(IRouterOsClient client, string version, CancellationToken cancellationToken)
    {
        var contents = new List<(string Menu, IReadOnlyList<RouterItem> Items)>();
        foreach (var (menu, properties) in BackupDump.Menus)
        {
            var command = Slow(menu + "/print").Proplist([".id", "dynamic", .. properties]);
            command = menu switch
            {
                // What the router learns by itself may be a hundred thousand rows.
                "/ip/route" => command.Where("?static=true"),
                RouterMenus.AddressList => command.Where("?dynamic=false"),
                _ => command,
            };
            var rows = await client.PrintAsync(command, cancellationToken);
            if (rows.Succeeded)
            {
                contents.Add((menu, [.. rows.Value.Select(row => new RouterItem(row.Id ?? "", row.Columns.Where(c => c.Key != ".id").ToDictionary(StringComparer.Ordinal)))]));
            }
            else if (rows.Error.Code != "routeros.trap_no_such_command")
            {
                return rows.Error;
            }
        }

        return BackupDump.Text(version, contents);
    }

    private async Task<Result<IRouterOsClient>> ClientAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var connected = await client.Value.ConnectAsync(cancellationToken);
        return connected.Succeeded ? client : connected.Error;
    }

    private static RouterOsCommand Slow(string path) => new RouterOsCommand(path).Deadlines(Silence, Total);
}
