using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/ip/firewall/filter</c> and <c>/nat</c>: ordered rules that count what they match. And <c>/ip/dns</c>.</summary>
internal static class FirewallMenus
{
    public static IEnumerable<Menu> Build(LabVersion version)
    {
        yield return Rules(Firewall.Filter, version, "accept|add-dst-to-address-list|add-src-to-address-list|drop|fasttrack-connection|jump|log|passthrough|reject|return|tarpit", new Prop("reject-with"));
        yield return Rules(Firewall.Nat, version, "accept|dst-nat|jump|log|masquerade|netmap|passthrough|redirect|return|same|src-nat", new Prop("to-addresses"), new Prop("to-ports"));
        yield return new(
            "/ip/dns",
            version.Number,
            new("servers", "103.120.0.53,1.1.1.1"),
            new("allow-remote-requests", "true", PropKind.Flag),
            new("max-udp-packet-size", "4096", PropKind.Integer),
            new("cache-size", "2048"))
        {
            IsSingleton = true,
        };
    }

    /// <summary>What a router of the sample ISP has from its first day: established connections on the fast track, and masquerading.</summary>
    public static void Seed(RouterWorld world)
    {
        var filter = world.Menu(Firewall.Filter);
        filter.Seed(("chain", "forward"), ("action", "fasttrack-connection"), ("connection-state", "established,related"), ("comment", "fasttrack"));
        filter.Seed(("chain", "forward"), ("action", "accept"), ("connection-state", "established,related,untracked"), ("comment", ""));
        filter.Seed(("chain", "forward"), ("action", "drop"), ("connection-state", "invalid"), ("comment", ""));
        world.Menu(Firewall.Nat).Seed(("chain", "srcnat"), ("action", "masquerade"), ("out-interface", "ether1"), ("comment", "internet"));
    }

    private static Menu Rules(string path, LabVersion version, string actions, params Prop[] own) => new(
        path,
        version.Number,
        [
            new("chain") { IsRequired = true },
            new("action", "accept", PropKind.Enum, actions),
            .. own,
            new("protocol"),
            new("src-address"),
            new("dst-address"),
            new("src-port"),
            new("dst-port"),
            new("src-address-list"),
            new("dst-address-list"),
            new("in-interface"),
            new("out-interface"),
            new("in-interface-list"),
            new("out-interface-list"),
            new("connection-state"),
            new("jump-target"),
            new("log", "false", PropKind.Flag),
            new("log-prefix", ""),
            new("bytes") { IsReadOnly = true, Compute = (row, _) => RosValue.Number((row.Behind as RuleCounters)?.Bytes ?? 0) },
            new("packets") { IsReadOnly = true, Compute = (row, _) => RosValue.Number((row.Behind as RuleCounters)?.Packets ?? 0) },
            new("invalid", "false") { IsReadOnly = true },
            new("dynamic", "false") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true },
        ])
    {
        IsOrdered = true,
        PrintArguments = ["bytes", "packets"],
    };
}
