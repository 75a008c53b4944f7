using System.Collections.Frozen;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>Which properties of an item can be set, so that a removed item can be made again as it was. Source: MikroTik manual and command schemas 7.9–7.24.</summary>
internal static class Writable
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByMenu = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        [RouterMenus.PppSecret] = Of("name service caller-id profile local-address remote-address remote-ipv6-prefix routes ipv6-routes limit-bytes-in limit-bytes-out disabled comment"),
        [RouterMenus.PppProfile] = Of("name local-address remote-address bridge address-list interface-list dns-server wins-server change-tcp-mss use-compression use-encryption use-ipv6 use-mpls use-upnp only-one session-timeout idle-timeout rate-limit parent-queue queue-type insert-queue-before incoming-filter outgoing-filter on-up on-down remote-ipv6-prefix-pool dhcpv6-pd-pool comment"),
        [RouterMenus.SimpleQueue] = Of("name target parent packet-marks priority queue limit-at max-limit burst-limit burst-threshold burst-time bucket-size time dst disabled comment"),
        [RouterMenus.HotspotUser] = Of("name profile server address mac-address limit-uptime limit-bytes-in limit-bytes-out limit-bytes-total routes email disabled comment"),
        [RouterMenus.HotspotProfile] = Of("name shared-users rate-limit session-timeout idle-timeout keepalive-timeout mac-cookie-timeout add-mac-cookie address-pool address-list parent-queue queue-type insert-queue-before on-login on-logout transparent-proxy open-status-page"),
        [RouterMenus.AddressList] = Of("list address disabled comment"),
        [RouterMenus.Pool] = Of("name ranges next-pool comment"),
        [RouterMenus.DhcpLease] = Of("address mac-address client-id server address-lists rate-limit lease-time block-access use-src-mac insert-queue-before disabled comment"),
        [RouterMenus.FirewallFilter] = Of("chain action protocol dst-port src-port src-address dst-address src-address-list dst-address-list in-interface out-interface in-interface-list out-interface-list connection-state reject-with jump-target log log-prefix disabled comment"),
        [RouterMenus.FirewallNat] = Of("chain action protocol dst-port src-port src-address dst-address src-address-list dst-address-list in-interface out-interface to-addresses to-ports log log-prefix disabled comment"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a property of that menu can be set.</summary>
    public static bool Contains(string menu, string property) => ByMenu.TryGetValue(menu, out var properties) && properties.Contains(property);

    /// <summary>The settable properties of a menu; empty for one that is not written.</summary>
    public static IReadOnlyCollection<string> PropertiesOf(string menu) => ByMenu.TryGetValue(menu, out var properties) ? properties : [];

    private static FrozenSet<string> Of(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
