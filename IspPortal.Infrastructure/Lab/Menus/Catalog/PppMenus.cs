using System.Globalization;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/ppp/…</c>.</summary>
internal static class PppMenus
{
    public static IEnumerable<Menu> Build(LabVersion version)
    {
        var number = version.Number;
        yield return new(
            "/ppp/secret",
            number,
            new("name") { IsRequired = true },
            new("service", "any", PropKind.Enum, "any|async|l2tp|ovpn|pppoe|pptp|sstp"),
            new("caller-id", ""),
            new("password", "") { IsSensitive = true },
            new("profile", "default", PropKind.Reference, "/ppp/profile"),
            new("local-address", null, PropKind.AddressOrPool),
            new("remote-address", null, PropKind.AddressOrPool),
            new("remote-ipv6-prefix", ""),
            new("routes", ""),
            new("ipv6-routes", ""),
            new("limit-bytes-in", "0", PropKind.Integer),
            new("limit-bytes-out", "0", PropKind.Integer),
            new("last-logged-out", version.IsV7 ? "1970-01-01 00:00:00" : "jan/01/1970 00:00:00") { IsReadOnly = true },
            new("last-caller-id", "") { IsReadOnly = true },
            new("last-disconnect-reason", "") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true })
        {
            UniqueBy = ["name", "service"],
            DuplicateMessage = "failure: secret with the same name already exists",
            Changed = SecretChanged,
        };
        yield return new(
            "/ppp/profile",
            number,
            new("name") { IsRequired = true },
            new("local-address", null, PropKind.AddressOrPool),
            new("remote-address", null, PropKind.AddressOrPool),
            new("bridge"),
            new("interface-list"),
            new("dns-server"),
            new("wins-server"),
            new("use-ipv6", "yes", PropKind.Enum, "yes|no|default|required"),
            new("use-mpls", "default", PropKind.Enum, "yes|no|default|required"),
            new("use-compression", "default", PropKind.Enum, "yes|no|default"),
            new("use-encryption", "default", PropKind.Enum, "yes|no|default|required"),
            new("use-upnp", "default", PropKind.Enum, "yes|no|default") { Since = 642 },
            new("only-one", "default", PropKind.Enum, "yes|no|default"),
            new("change-tcp-mss", "default", PropKind.Enum, "yes|no|default"),
            new("session-timeout", null, PropKind.Duration),
            new("idle-timeout", null, PropKind.Duration),
            new("rate-limit"),
            new("parent-queue"),
            new("queue-type"),
            new("insert-queue-before"),
            new("incoming-filter"),
            new("outgoing-filter"),
            new("address-list", ""),
            new("remote-ipv6-prefix-pool"),
            new("dhcpv6-pd-pool"),
            new("on-up", ""),
            new("on-down", ""),
            new("default", "false") { IsReadOnly = true },
            new("comment", "") { HidesEmpty = true })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: profile with the same name already exists",
            Changed = (world, row, change) =>
            {
                if (change == RowChange.Removed && world.Menu("/ppp/profile").Get(row, "default") == "true")
                {
                    throw new Trap("failure: can not remove default profile").Raise();
                }
            },
            Check = (world, row) =>
            {
                if (world.Menu("/ppp/profile").Get(row, "rate-limit") is { Length: > 0 } rate && ShapedRate.Parse(rate) is null)
                {
                    throw Trap.BadValue("rate-limit").Raise();
                }
            },
        };
        yield return new(
            "/ppp/active",
            number,
            Live("name", (s, _) => RosValue.Text(s.User)),
            Live("service", (_, _) => Pppoe),
            Live("caller-id", (s, _) => RosValue.Text(s.Modem.CallerId)),
            Live("address", (s, _) => RosValue.Text(s.Address)),
            Live("uptime", (s, m) => RosValue.Duration(m.Ticks - s.StartTicks)),
            Live("encoding", (_, _) => RosValue.Text("")),
            Live("session-id", (s, _) => RosValue.Text("0x" + s.SessionId.ToString("x", CultureInfo.InvariantCulture))),
            Live("limit-bytes-in", (_, _) => RosValue.Number(0)),
            Live("limit-bytes-out", (_, _) => RosValue.Number(0)),
            Live("radius", (_, _) => RosValue.False))
        {
            IsReadOnly = true,
            Sessions = world => world.Access.Ppp,
            RemoveLive = (world, row) => world.Access.Kick((AccessSession)row),
        };
        yield return new(
            "/ppp/aaa",
            number,
            new("use-radius", "false", PropKind.Flag),
            new("accounting", "true", PropKind.Flag),
            new("interim-update", "0s", PropKind.Duration),
            new("use-circuit-id-in-nas-port-id", "false", PropKind.Flag),
            new("enable-ipv6-accounting", "false", PropKind.Flag) { Since = 700 })
        {
            IsSingleton = true,
        };
    }

    /// <summary>A read-only value of a live session.</summary>
    public static Prop Live(string name, Func<AccessSession, ReadMoment, RosValue> value) => new(name) { IsReadOnly = true, Session = value };

    private static RosValue Pppoe { get; } = RosValue.Text("pppoe");

    private static void SecretChanged(RouterWorld world, ConfigRow row, RowChange change)
    {
        switch (change)
        {
            case RowChange.Added:
                // Somebody provisioned a customer: the device at the other end was just plugged in.
                world.Access.Attach(AccessKind.Pppoe, row);
                world.Access.Nudge(row);
                break;
            case RowChange.Set:
                world.Access.Nudge(row);
                break;
            case RowChange.Removed:
                world.Access.Detach(row);
                break;
        }
    }
}
