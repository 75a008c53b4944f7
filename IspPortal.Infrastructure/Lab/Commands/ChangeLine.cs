using System.Buffers;
using System.Globalization;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>
/// The line of the log about a change. Recorded on real routers: <c>item added by admin</c>, <c>mangle rule changed by admin</c> (MikroTik's manual),
/// <c>ppp secret &lt;x&gt; added by admin</c>, <c>filter rule changed by admin</c> (public captures without a version), and with channel, address and command
/// <c>ppp secret &lt;x&gt; changed by api:u@… (/ppp secret set x profile=p)</c>, <c>ppp profile &lt;x&gt; added by api:u@… (*4 = /ppp profile add … name=x)</c>,
/// <c>address list entry removed by api:u@… (/ip firewall address-list remove *8)</c> (7.24). Nobody has recorded the words for queues, NAT rules and hotspot users,
/// nor since which version the long form is written; both are guesses here. Whether passwords are written is not known either: this router leaves them out.
/// </summary>
internal static class ChangeLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(" \";()=$[]{}");

    /// <summary>The line's text; <paramref name="done"/> is added, changed, removed or moved.</summary>
    public static string Of(RouterWorld world, ChangeAuthor author, Menu menu, ConfigRow? row, string done, ApiRequest request)
    {
        var line = $"{TitleOf(menu, row)} {done} by ";
        return world.Version.HasChangeDetails
            ? $"{line}{author.Via}:{author.User}@{author.Address} ({CommandOf(menu, row, request)})"
            : line + author.User;
    }

    private static string TitleOf(Menu menu, ConfigRow? row) => menu.Path switch
    {
        "/ppp/secret" => $"ppp secret <{NameOf(menu, row)}>",
        "/ppp/profile" => $"ppp profile <{NameOf(menu, row)}>",
        "/ip/firewall/address-list" => "address list entry",
        Firewall.Filter => "filter rule",
        Firewall.Nat => "nat rule",
        "/queue/simple" => "simple queue",
        "/ip/hotspot/user" => "hotspot user",
        "/user" => $"user {NameOf(menu, row)}",
        _ => "item",
    };

    private static string CommandOf(Menu menu, ConfigRow? row, ApiRequest request)
    {
        var path = "/" + menu.Path[1..].Replace('/', ' ');
        var id = row is null || menu.IsSingleton ? null : "*" + row.Id.ToString("X", CultureInfo.InvariantCulture);
        return request.Verb switch
        {
            "add" => $"{id} = {path} add{Arguments(menu, request)}",
            "remove" => $"{path} remove {id}",
            "enable" => $"{path} set {Target(menu, row, id)} disabled=no",
            "disable" => $"{path} set {Target(menu, row, id)} disabled=yes",
            "comment" => $"{path} set {Target(menu, row, id)}{Arguments(menu, request)}",
            var verb => $"{path} {verb}{(id is null ? "" : " " + Target(menu, row, id))}{Arguments(menu, request)}",
        };
    }

    private static string Target(Menu menu, ConfigRow? row, string? id) => NameOf(menu, row) is { Length: > 0 } name ? Written(name) : id ?? "";

    private static string NameOf(Menu menu, ConfigRow? row) => row is null ? "" : menu.Get(row, "name") ?? "";

    private static string Arguments(Menu menu, ApiRequest request) => string.Concat(request.Arguments
        .Where(a => a.Key is not (".id" or "numbers") && !menu.Properties.Any(p => p.Name == a.Key && p.IsSensitive))
        .OrderBy(a => a.Key, StringComparer.Ordinal)
        .Select(a => $" {a.Key}={Written(a.Value)}"));

    private static string Written(string value) =>
        value.Length == 0 || value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value;
}
