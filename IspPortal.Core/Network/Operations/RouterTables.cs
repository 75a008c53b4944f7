namespace IspPortal.Core.Network.Operations;

/// <summary>The tables of a router that the portal shows, in their order.</summary>
public static class RouterTables
{
    private static readonly string[] Items = ["comment", "dynamic", "disabled"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RouterTable> All { get; } =
    [
        new("secrets", ["/ppp/secret"], "name", [new("name"), new("service", Importance: 3), new("profile"), new("caller-id", Importance: 3), new("remote-address", Importance: 2), new("last-logged-out", Importance: 3), new("last-disconnect-reason", Importance: 3), new("comment", Importance: 2)])
        {
            Actions = RouterTableActions.Switch | RouterTableActions.Password, Besides = Items,
        },
        new("profiles", ["/ppp/profile"], "name", [new("name"), new("rate-limit"), new("local-address", Importance: 2), new("remote-address"), new("address-list", Importance: 2), new("only-one", Importance: 3), new("dns-server", Importance: 3), new("comment", Importance: 3)]) { Besides = Items },
        new("active", ["/ppp/active"], "name", [new("name"), new("service", Importance: 3), new("address"), new("caller-id", Importance: 2), new("uptime", IsFigure: true), new("encoding", Importance: 3)]) { Actions = RouterTableActions.Kick },
        new("pppoe-servers", ["/interface/pppoe-server/server"], "service-name", [new("service-name"), new("interface"), new("default-profile"), new("max-mtu", IsFigure: true, Importance: 3), new("one-session-per-host", Importance: 3), new("authentication", Importance: 3)]) { Besides = Items },
        new("queues", ["/queue/simple"], "name", [new("name"), new("target"), new("max-limit", IsFigure: true), new("limit-at", IsFigure: true, Importance: 3), new("rate", IsFigure: true, Importance: 2), new("bytes", IsFigure: true, Importance: 3), new("parent", Importance: 3), new("comment", Importance: 2)])
        {
            Actions = RouterTableActions.Switch, Besides = Items,
        },
        new("address-lists", ["/ip/firewall/address-list"], "address", [new("address"), new("list"), new("timeout", IsFigure: true, Importance: 2), new("creation-time", Importance: 3), new("comment", Importance: 2)]) { Besides = Items, MayBeHuge = true },
        new("pools", ["/ip/pool"], "name", [new("name"), new("ranges"), new("next-pool", Importance: 2), new("comment", Importance: 3)]) { Besides = Items },
        new("pools-used", ["/ip/pool/used"], "address", [new("address"), new("pool"), new("owner"), new("info", Importance: 2)]),
        new("leases", ["/ip/dhcp-server/lease"], "address", [new("address"), new("mac-address"), new("host-name", Importance: 2), new("server", Importance: 3), new("status"), new("expires-after", IsFigure: true, Importance: 3), new("last-seen", IsFigure: true, Importance: 2), new("comment", Importance: 2)]) { Besides = Items },
        new("hotspot-users", ["/ip/hotspot/user"], "name", [new("name"), new("profile"), new("server", Importance: 3), new("limit-uptime", IsFigure: true, Importance: 2), new("uptime", IsFigure: true, Importance: 2), new("bytes-in", IsFigure: true, Importance: 3), new("bytes-out", IsFigure: true, Importance: 3), new("comment", Importance: 2)])
        {
            Actions = RouterTableActions.Switch | RouterTableActions.Password, Besides = [.. Items, "default"],
        },
        new("hotspot-active", ["/ip/hotspot/active"], "user", [new("user"), new("address"), new("mac-address", Importance: 2), new("uptime", IsFigure: true), new("idle-time", IsFigure: true, Importance: 3), new("login-by", Importance: 3), new("server", Importance: 3)]) { Actions = RouterTableActions.Kick },
        new("arp", ["/ip/arp"], "address", [new("address"), new("mac-address"), new("interface"), new("status", Importance: 2), new("complete", Importance: 3), new("comment", Importance: 2)]) { Besides = Items, MayBeHuge = true },
        new("neighbours", ["/ip/neighbor"], "identity", [new("identity"), new("address"), new("mac-address", Importance: 2), new("interface"), new("platform", Importance: 3), new("version", Importance: 2), new("board", Importance: 3), new("age", IsFigure: true, Importance: 3)]),
        new("wireless", ["/interface/wifi/registration-table", "/interface/wifiwave2/registration-table", "/interface/wireless/registration-table"], "mac-address", [new("mac-address"), new("interface"), new("ssid", Importance: 2), new("signal", IsFigure: true), new("signal-strength", IsFigure: true), new("tx-rate", IsFigure: true, Importance: 2), new("rx-rate", IsFigure: true, Importance: 2), new("uptime", IsFigure: true, Importance: 2), new("last-ip", Importance: 3)]),
        new("files", ["/file"], "name", [new("name"), new("type"), new("size", IsFigure: true), new("creation-time", Importance: 2), new("last-modified", Importance: 3)]),
    ];

    /// <summary>The table of that key, or null.</summary>
    public static RouterTable? Find(string key) => All.FirstOrDefault(table => table.Key == key);
}
