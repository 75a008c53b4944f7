using System.Globalization;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>
/// Sends the first packet of a connection of a live session through the router's rules, in their order: destination NAT, then the filter's forward or
/// input chain. Rules that match count it. Source: MikroTik manual, "Packet Flow in RouterOS".
/// </summary>
internal static class Firewall
{
    public const string Filter = "/ip/firewall/filter";
    public const string Nat = "/ip/firewall/nat";

    private const int SynBytes = 60;
    private const string Somewhere = "93.184.215.14";

    /// <summary>What devices try as soon as the line is up: a name, the captive-portal page, something over HTTPS and something over another protocol.</summary>
    public static void TryOut(RouterWorld world, AccessSession session)
    {
        Send(world, session, "udp", "103.120.0.53", 53);
        Send(world, session, "tcp", Somewhere, 80);
        Send(world, session, "tcp", Somewhere, 443);
        Send(world, session, "udp", Somewhere, 443);
    }

    /// <summary>One packet. <paramref name="host"/> is the name that was asked for, where lists hold names; <paramref name="state"/> is the connection's state.</summary>
    public static FetchOutcome Send(RouterWorld world, AccessSession session, string protocol, string address, int port, string? host = null, string state = "new")
    {
        var packet = new Packet(world, session, protocol, address, port, host, state);
        var isRedirected = false;
        if (state == "new" && FirstMatch(world, Nat, "dstnat", packet) is { } nat)
        {
            var menu = world.Menu(Nat);
            if (menu.Get(nat, "action") is "dst-nat" or "redirect")
            {
                isRedirected = true;
                var to = menu.Get(nat, "action") == "redirect" ? session.LocalAddress : menu.Get(nat, "to-addresses");
                packet = packet with
                {
                    Address = to is { Length: > 0 } ? to.Split('/')[0] : address,
                    Port = int.TryParse(menu.Get(nat, "to-ports"), NumberStyles.None, CultureInfo.InvariantCulture, out var mapped) ? mapped : port,
                };
            }
        }

        var chain = packet.Address == session.LocalAddress ? "input" : "forward";
        var rule = FirstMatch(world, Filter, chain, packet);
        var kind = rule is null ? null : world.Menu(Filter).Get(rule, "action");
        var outcome = kind switch
        {
            "reject" => world.Menu(Filter).Get(rule!, "reject-with") == "tcp-reset" ? "reset" : "rejected",
            "drop" or "tarpit" => "dropped",
            _ => isRedirected ? "redirected" : "passed",
        };
        return new FetchOutcome(outcome, packet.Address, packet.Port);
    }

    private static ConfigRow? FirstMatch(RouterWorld world, string path, string chain, Packet packet, int depth = 0)
    {
        var menu = world.Menu(path);
        foreach (var rule in menu.Items.Where(r => menu.Get(r, "chain") == chain && menu.Get(r, "disabled") != "true" && packet.Matches(menu, r)))
        {
            var counters = rule.Behind as RuleCounters;
            rule.Behind = counters ??= new RuleCounters();
            counters.Packets++;
            counters.Bytes += SynBytes;
            switch (menu.Get(rule, "action"))
            {
                case "log" or "passthrough" or "add-src-to-address-list" or "add-dst-to-address-list":
                    continue;
                case "jump" when depth < 8 && menu.Get(rule, "jump-target") is { } target:
                    if (FirstMatch(world, path, target, packet, depth + 1) is { } inner)
                    {
                        return inner;
                    }

                    continue;
                case "return":
                    return null;
                default:
                    return rule;
            }
        }

        return null;
    }

    private sealed record Packet(RouterWorld World, AccessSession Session, string Protocol, string Address, int Port, string? Host, string State)
    {
        public bool Matches(Menu menu, ConfigRow rule) =>
            Is(menu.Get(rule, "protocol"), value => value == Protocol)
            && Is(menu.Get(rule, "dst-port"), HasPort)
            && Is(menu.Get(rule, "src-address"), value => Covers(value, Session.Address))
            && Is(menu.Get(rule, "dst-address"), value => Covers(value, Address))
            && Is(menu.Get(rule, "src-address-list"), value => IsListed(value, Session.Address, null))
            && Is(menu.Get(rule, "dst-address-list"), value => IsListed(value, Address, Host))
            && Is(menu.Get(rule, "connection-state"), value => value.Split(',').Contains(State))
            && Is(menu.Get(rule, "in-interface"), value => value == "all-ppp" ? Session.IsPppoe : value == Session.Name)
            && Is(menu.Get(rule, "out-interface"), value => value == "ether1")
            && Is(menu.Get(rule, "in-interface-list"), _ => false)
            && Is(menu.Get(rule, "out-interface-list"), value => value == "WAN")
            && Is(menu.Get(rule, "src-port"), _ => false);

        private static bool Is(string? matcher, Func<string, bool> test) =>
            string.IsNullOrEmpty(matcher) || (matcher[0] == '!' ? !test(matcher[1..]) : test(matcher));

        private static bool Covers(string prefix, string address)
        {
            if (AddressPools.ToNumber(address) is not { } number)
            {
                return false;
            }

            var parts = prefix.Split('/', '-');
            if (AddressPools.ToNumber(parts[0]) is not { } first)
            {
                return false;
            }

            if (prefix.Contains('-', StringComparison.Ordinal))
            {
                return AddressPools.ToNumber(parts[1]) is { } last && number >= first && number <= last;
            }

            var bits = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 32;
            var mask = bits == 0 ? 0 : uint.MaxValue << (32 - bits);
            return (number & mask) == (first & mask);
        }

        private bool HasPort(string ports) => ports.Split(',').Any(part =>
        {
            var ends = part.Split('-');
            return int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
                && Port >= from && Port <= to;
        });

        private bool IsListed(string list, string address, string? host)
        {
            if (address == Session.Address && Session.AddressList == list)
            {
                return true;
            }

            var entries = World.Menu("/ip/firewall/address-list");
            return entries.Items.Exists(e => entries.Get(e, "list") == list && entries.Get(e, "disabled") != "true" && entries.Get(e, "address") is { } held && (held == host || Covers(held, address)));
        }
    }
}
