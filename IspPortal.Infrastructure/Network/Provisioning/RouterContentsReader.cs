using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network.Provisioning;

internal sealed class RouterContentsReader(RouterClients clients, TimeProvider clock) : IRouterContentsReader
{
    public const int MaxKeys = 50;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Total = TimeSpan.FromMinutes(3);

    public async Task<Result<RouterContents>> ReadAsync(Guid routerId, RouterReading reading, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        // The version decides how passwords are asked for, so it has to be known before the first print.
        var connected = await client.Value.ConnectAsync(cancellationToken);
        if (!connected.Succeeded)
        {
            return connected.Error;
        }

        var read = new List<MenuContents>();
        foreach (var menu in reading.Menus)
        {
            var asked = reading.Keys.GetValueOrDefault(menu);
            var rows = await client.Value.PrintAsync(CommandOf(client.Value, menu, asked, reading.AddressLists), cancellationToken);
            if (!rows.Succeeded)
            {
                return rows.Error;
            }

            read.Add(new MenuContents(menu, [.. rows.Value.Select(ItemOf)], asked));
        }

        return RouterContents.Of(routerId, clock.UtcNow(), read);
    }

    private static RouterOsCommand CommandOf(IRouterOsClient client, string menu, IReadOnlyCollection<string>? asked, IReadOnlyCollection<string>? lists)
    {
        var command = new RouterOsCommand(menu + "/print").Deadlines(Silence, Total).Proplist([.. PropertiesOf(menu)]);
        if (menu is RouterMenus.PppSecret or RouterMenus.HotspotUser)
        {
            command = client.Dialect.ShowingSensitive(command);
        }

        if (menu == RouterMenus.AddressList)
        {
            return lists is null ? command : AnyOf(command, "list", lists);
        }

        return asked is null ? command : AnyOf(command, RouterMenus.KeyOf(menu)[^1], asked);
    }

    private static RouterOsCommand AnyOf(RouterOsCommand command, string property, IReadOnlyCollection<string> values)
    {
        if (values.Count > MaxKeys)
        {
            throw new ArgumentException($"At most {MaxKeys} keys are asked for by name.", nameof(values));
        }

        if (values.Count == 0)
        {
            // A query that no item passes: the answer is an empty table.
            return command.Where("?.id=*FFFFFFFF");
        }

        command = values.Aggregate(command, (built, value) => built.Where($"?{property}={value}"));
        return values.Count == 1 ? command : command.Where("?#" + new string('|', values.Count - 1));
    }

    private static IEnumerable<string> PropertiesOf(string menu) => menu switch
    {
        RouterMenus.PppActive => [".id", "name", "address", "uptime", "session-id", "caller-id"],
        RouterMenus.HotspotActive => [".id", "user", "address", "mac-address", "uptime", "server"],
        RouterMenus.PppSecret or RouterMenus.HotspotUser => [".id", "password", "dynamic", .. Writable.PropertiesOf(menu)],
        _ => [".id", "dynamic", "default", .. Writable.PropertiesOf(menu)],
    };

    private static RouterItem ItemOf(RouterOsRow row)
    {
        var fields = new Dictionary<string, string>(row.Columns.Count, StringComparer.Ordinal);
        foreach (var (name, value) in row.Columns)
        {
            if (name != ".id")
            {
                fields[name] = value;
            }
        }

        return new RouterItem(row.Id ?? string.Empty, fields);
    }
}
