using System.Text;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Backups;

/// <summary>
/// The portal's own text of a router, for versions without <c>/file/read</c> and where nothing may be written: the menus that it knows, one item a line with
/// its properties in alphabetical order, sorted by name where the order means nothing. The first line is <c># ispportal-dump 1</c>. No passwords.
/// </summary>
internal static class BackupDump
{
    public const string FirstLine = "# ispportal-dump 1";

    // Besides the menus that plans write. Never a password, a secret or a counter.
    private static readonly (string Menu, string Properties)[] Others =
    [
        ("/interface/pppoe-server/server", "service-name interface default-profile authentication max-mtu max-mru mrru keepalive-timeout one-session-per-host max-sessions disabled comment"),
        ("/ip/address", "address network interface disabled comment"),
        ("/ip/arp", "address mac-address interface published disabled comment"),
        ("/ip/dns", "servers allow-remote-requests cache-size max-udp-packet-size"),
        ("/ip/dns/static", "name address type cname ttl regexp disabled comment"),
        ("/ip/route", "dst-address gateway distance routing-table disabled comment"),
        ("/ip/service", "name port address disabled"),
        ("/radius", "service address authentication-port accounting-port timeout src-address realm domain disabled comment"),
        ("/system/identity", "name"),
        ("/tool/netwatch", "name host type interval timeout up-script down-script disabled comment"),
        ("/user", "name group address disabled comment"),
        ("/user/group", "name policy comment"),
    ];

    /// <summary>The menus in the order in which they are written, with their properties.</summary>
    public static IReadOnlyList<(string Menu, IReadOnlyList<string> Properties)> Menus { get; } =
    [
        .. new[]
        {
            RouterMenus.Pool, RouterMenus.PppProfile, RouterMenus.PppSecret, RouterMenus.HotspotProfile, RouterMenus.HotspotUser, RouterMenus.SimpleQueue,
            RouterMenus.DhcpLease, RouterMenus.AddressList, RouterMenus.FirewallFilter, RouterMenus.FirewallNat,
        }.Select(menu => (menu, (IReadOnlyList<string>)[.. Writable.PropertiesOf(menu).Order(StringComparer.Ordinal)])),
        .. Others.Select(other => (other.Menu, (IReadOnlyList<string>)[.. other.Properties.Split(' ').Order(StringComparer.Ordinal)])),
    ];

    /// <summary>The text of what was read; a menu that the router does not have is not among <paramref name="contents"/>.</summary>
    public static string Text(string routerOsVersion, IReadOnlyList<(string Menu, IReadOnlyList<RouterItem> Items)> contents)
    {
        var text = new StringBuilder(FirstLine).Append("\n# RouterOS ").Append(routerOsVersion).Append('\n');
        foreach (var (menu, items) in contents)
        {
            var properties = Menus.First(m => m.Menu == menu).Properties;
            var lines = items.Where(i => !i.IsDynamic).Select(i => LineOf(properties, i)).Where(l => l.Length > 0).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            if (menu is not (RouterMenus.FirewallFilter or RouterMenus.FirewallNat or RouterMenus.SimpleQueue))
            {
                lines.Sort(StringComparer.Ordinal);
            }

            text.Append('/').Append(menu[1..].Replace('/', ' ')).Append('\n');
            lines.ForEach(line => text.Append(menu is "/ip/dns" or "/system/identity" ? "set" : "add").Append(line).Append('\n'));
        }

        return text.ToString();
    }

    // The key first: the lines of a menu are sorted as they stand.
    private static string LineOf(IReadOnlyList<string> properties, RouterItem item)
    {
        var line = new StringBuilder();
        foreach (var property in properties.OrderBy(p => p is "name" or "list" or "address" ? 0 : 1))
        {
            if (item[property] is { Length: > 0 } value)
            {
                line.Append(' ').Append(property).Append('=').Append(BackupText.Quote(value));
            }
        }

        return line.ToString();
    }
}
