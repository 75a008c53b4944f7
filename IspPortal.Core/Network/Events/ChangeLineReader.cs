using System.Text.RegularExpressions;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Events;

/// <summary>
/// Reads who changed what out of a line of the log. Recorded forms: <c>item changed by admin</c>, <c>ppp secret &lt;x&gt; added by admin</c>, and on newer versions with
/// channel, address and command, <c>ppp secret &lt;x&gt; changed by tcp-msg(winbox):admin@10.0.0.9/terminal (/ppp secret set x profile=p)</c>. Since which version the
/// long form is written is not known (seen on 7.24): the line tells its form itself. Pure.
/// </summary>
internal static partial class ChangeLineReader
{
    public static LogEvent? Read(string message)
    {
        if (Changed().Match(message) is not { Success: true } line || Author().Match(line.Groups["who"].Value) is not { Success: true } author)
        {
            return null;
        }

        var what = line.Groups["what"].Value;
        var named = Named().Match(what);
        var told = new LogEvent(RouterEventKind.ConfigurationChanged, author.Groups["user"].Value, ValueOf(author.Groups["address"]) is { } from && from != "::" ? from : null)
        {
            Via = ValueOf(author.Groups["via"]),
            Menu = MenuOf(named.Success ? named.Groups["title"].Value : what),
            Item = ValueOf(named.Groups["name"]),
        };
        return Command().Match(line.Groups["command"].Value) is { Success: true } command ? WithCommand(told, command) : told;
    }

    private static LogEvent WithCommand(LogEvent told, Match command)
    {
        var menu = "/" + command.Groups["path"].Value.Replace(' ', '/');
        var rest = command.Groups["rest"].Value;
        if (command.Groups["verb"].Value == "add")
        {
            var keys = RouterMenus.KeyOf(menu).Select(key => ArgumentOf(rest, key)).ToList();
            return told with { Menu = menu, Item = told.Item ?? (keys.Count > 0 && keys.TrueForAll(k => k is not null) ? string.Join(' ', keys) : null), ItemId = ValueOf(command.Groups["id"]) };
        }

        var target = Target().Match(rest) is { Success: true } first ? Unquoted(first.Value) : null;
        return target is null ? told with { Menu = menu }
            : target.StartsWith('*') ? told with { Menu = menu, ItemId = target }
            : told with { Menu = menu, Item = told.Item ?? target };
    }

    /// <summary>The menus whose words are known; another item may be of any menu.</summary>
    private static string? MenuOf(string title) => title switch
    {
        "ppp secret" or "secret" => RouterMenus.PppSecret,
        "ppp profile" or "profile" => RouterMenus.PppProfile,
        "simple queue" or "queue" => RouterMenus.SimpleQueue,
        "hotspot user" => RouterMenus.HotspotUser,
        "address list entry" => RouterMenus.AddressList,
        "filter rule" => RouterMenus.FirewallFilter,
        "nat rule" => RouterMenus.FirewallNat,
        _ => null,
    };

    private static string? ArgumentOf(string arguments, string name) =>
        Argument().Matches(arguments).FirstOrDefault(a => a.Groups["name"].Value == name) is { } found ? Unquoted(found.Groups["value"].Value) : null;

    private static string? ValueOf(Group group) => group.Success ? group.Value : null;

    private static string Unquoted(string value) => value is ['"', .., '"'] ? Escaped().Replace(value[1..^1], "${character}") : value;

    [GeneratedRegex(@"^(?:(?:changed|add) (?<what>.+?)|(?<what>.+?) (?:added|changed|removed|moved|enabled|disabled|unset|scheduled)) by (?<who>\S+)(?: \((?<command>.*?)\)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Changed();

    [GeneratedRegex(@"^(?:(?<via>[^\s:@]+):)?(?<user>[^@\s/]+)(?:@(?<address>[^\s/]+))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Author();

    [GeneratedRegex(@"^(?<title>[^<]+) <(?<name>.+)>$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:(?<id>\*[0-9A-Fa-f]+) = )?/(?<path>[a-z0-9][a-z0-9 -]*?) (?<verb>add|set|remove|move|unset|enable|disable|comment)(?: (?<rest>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Command();

    [GeneratedRegex(@"^(?:""(?:\\.|[^""\\])*""|[^\s=""]+)(?=\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<name>[a-z0-9.-]+)=(?<value>""(?:\\.|[^""\\])*""|\S*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Argument();

    [GeneratedRegex(@"\\(?<character>.)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Escaped();
}
