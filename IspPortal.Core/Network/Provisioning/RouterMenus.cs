namespace IspPortal.Core.Network.Provisioning;

/// <summary>The menus of a router that the portal compares and writes, by their API paths.</summary>
public static class RouterMenus
{
    /// <summary>PPP accounts.</summary>
    public const string PppSecret = "/ppp/secret";

    /// <summary>PPP profiles.</summary>
    public const string PppProfile = "/ppp/profile";

    /// <summary>Live PPP sessions.</summary>
    public const string PppActive = "/ppp/active";

    /// <summary>Simple queues.</summary>
    public const string SimpleQueue = "/queue/simple";

    /// <summary>Hotspot accounts.</summary>
    public const string HotspotUser = "/ip/hotspot/user";

    /// <summary>Hotspot profiles.</summary>
    public const string HotspotProfile = "/ip/hotspot/user/profile";

    /// <summary>Live hotspot sessions.</summary>
    public const string HotspotActive = "/ip/hotspot/active";

    /// <summary>Firewall address lists.</summary>
    public const string AddressList = "/ip/firewall/address-list";

    /// <summary>Firewall filter rules; their order matters.</summary>
    public const string FirewallFilter = "/ip/firewall/filter";

    /// <summary>Firewall NAT rules; their order matters.</summary>
    public const string FirewallNat = "/ip/firewall/nat";

    /// <summary>Address pools.</summary>
    public const string Pool = "/ip/pool";

    /// <summary>DHCP leases.</summary>
    public const string DhcpLease = "/ip/dhcp-server/lease";

    /// <summary>The menu of live sessions that belongs to a menu of accounts, or null.</summary>
    public static string? SessionsOf(string menu) => menu switch
    {
        PppSecret => PppActive,
        HotspotUser => HotspotActive,
        _ => null,
    };

    /// <summary>
    /// The properties that name an item of this menu among its like: the key that people and the portal use, since a router's <c>.id</c> is
    /// not promised to last. Empty for ordered rules without a name, which are known by the tag in their comment alone.
    /// </summary>
    public static IReadOnlyList<string> KeyOf(string menu) => menu switch
    {
        AddressList => ["list", "address"],
        DhcpLease => ["address"],
        HotspotActive => ["user"],
        FirewallFilter or FirewallNat => [],
        _ => ["name"],
    };
}
