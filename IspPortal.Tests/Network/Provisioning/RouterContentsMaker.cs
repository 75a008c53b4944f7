using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Tests.Network.Provisioning;

/// <summary>Router contents written down short: <c>Secret("budi", "HOME-20", owner)</c>.</summary>
internal static class RouterContentsMaker
{
    public static readonly Guid Router = new("01890000-0000-7000-8000-000000000001");

    public static Guid Id(int number) => new($"01890000-0000-7000-8000-{number:000000000000}");

    public static RouterItem Item(string id, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return new(id, all);
    }

    public static RouterItem Secret(string name, string profile, Guid? owner, bool disabled = false, string? password = "rahasia", string note = "", string address = "") => Item(
        "*" + name,
        [
            ("name", name), ("service", "pppoe"), ("profile", profile), ("disabled", disabled ? "true" : "false"), ("remote-address", address), ("caller-id", string.Empty),
            ("comment", owner is { } id ? OwnershipTag.Append(note, OwnershipTag.For(id)) : note),
            .. password is null ? Array.Empty<(string, string)>() : [("password", password)],
        ]);

    public static RouterItem Session(string name, string address = "10.0.0.9") => Item("*F" + name, ("name", name), ("address", address), ("uptime", "1h"), ("session-id", "0x81000001"));

    public static RouterItem Listed(string list, string address, Guid? owner = null) => Item(
        "*L" + address, ("list", list), ("address", address), ("dynamic", owner is null ? "true" : "false"), ("comment", owner is { } id ? OwnershipTag.For(id) : string.Empty));

    public static RouterItem Profile(string name, string rate = "", string list = "") => Item("*P" + name, ("name", name), ("rate-limit", rate), ("address-list", list));

    public static RouterContents Contents(
        IEnumerable<RouterItem>? secrets = null,
        IEnumerable<RouterItem>? sessions = null,
        IEnumerable<RouterItem>? profiles = null,
        IEnumerable<RouterItem>? lists = null,
        IEnumerable<RouterItem>? queues = null) => RouterContents.Of(
        Router,
        new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
        new MenuContents(RouterMenus.PppSecret, [.. secrets ?? []]),
        new MenuContents(RouterMenus.PppActive, [.. sessions ?? []]),
        new MenuContents(RouterMenus.PppProfile, [.. profiles ?? [Profile("HOME-20", "10M/20M"), Profile("HOME-50", "25M/50M"), Profile("isolir", "1M/1M", "isolir")]]),
        new MenuContents(RouterMenus.SimpleQueue, [.. queues ?? []]),
        new MenuContents(RouterMenus.AddressList, [.. lists ?? []]));
}
