using System.Globalization;
using System.Text;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>The text of <c>/export</c>: a script that would rebuild the configuration. Never the passwords of users.</summary>
internal static class ConfigExport
{
    private static readonly string[] Menus =
    [
        "/interface/pppoe-server/server", "/ip/pool", "/ip/hotspot/user/profile", "/ppp/profile", "/queue/simple", "/ip/address", "/ip/arp", "/ip/dhcp-server/lease",
        "/ip/firewall/address-list", "/ip/firewall/filter", "/ip/firewall/nat", "/ip/dns", "/ip/hotspot/user", "/ppp/secret", "/radius", "/system/identity", "/tool/netwatch",
    ];

    public static string Text(RouterWorld world, bool showSensitive)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {world.Version.DateTimeText(RouterWorld.Local(world.NowTicks))} by RouterOS {world.Version.Short}\r\n# model = {world.Spec.Board}\r\n");
        foreach (var path in Menus)
        {
            var menu = world.Menu(path);
            var lines = menu.Items.Where(r => menu.Get(r, "default") != "true").Select(r => Line(menu, r, showSensitive)).Where(l => l.Length > 0).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            text.Append(path[0]).Append(path[1..].Replace('/', ' ')).Append("\r\n");
            foreach (var line in lines)
            {
                text.Append(menu.IsSingleton ? "set" : "add").Append(line).Append("\r\n");
            }
        }

        return text.ToString();
    }

    private static string Line(Menu menu, ConfigRow row, bool showSensitive)
    {
        var line = new StringBuilder();
        for (var i = 0; i < menu.Properties.Length; i++)
        {
            var prop = menu.Properties[i];
            if (prop.IsReadOnly || (prop.IsSensitive && !showSensitive) || row.Values[i] is not { Length: > 0 } value || value == prop.Default)
            {
                continue;
            }

            line.Append(' ').Append(prop.Name).Append('=').Append(value switch { "true" => "yes", "false" => "no", _ => Quote(value) });
        }

        return line.ToString();
    }

    private static string Quote(string value) => value.AsSpan().IndexOfAnyExcept(Plain) < 0
        ? value
        : '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal) + '"';

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_/:,@");
}
