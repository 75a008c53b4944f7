using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/interface</c> and the PPPoE server under it.</summary>
internal static class InterfaceMenus
{
    /// <summary>Mean packet sizes: big ones come down, acknowledgements go up.</summary>
    public const int DownPacketBytes = 1_150;

    public const int UpPacketBytes = 190;

    /// <summary>Frames on a wire are larger than what they carry.</summary>
    public const double WireOverhead = 1.03;

    public static IEnumerable<Menu> Build(LabVersion version)
    {
        var number = version.Number;
        yield return new(
            "/interface",
            number,
            new("name") { IsRequired = true, Session = (s, _) => RosValue.Text(s.Name) },
            new("default-name") { IsReadOnly = true },
            new("type") { IsReadOnly = true, Session = (_, _) => PppoeIn },
            new("mtu", "1500", PropKind.Integer) { Session = (_, _) => RosValue.Number(1480) },
            new("actual-mtu") { IsReadOnly = true, Compute = (row, m) => RosValue.Text(m.World.Menu("/interface").Get(row, "mtu")), Session = (_, _) => RosValue.Number(1480) },
            new("l2mtu") { IsReadOnly = true },
            new("mac-address", null, PropKind.Mac),
            new("last-link-down-time") { IsReadOnly = true },
            new("last-link-up-time")
            {
                IsReadOnly = true,
                Compute = (row, m) => IsRunning(row, m) ? RosValue.Text(version.DateTimeText(RouterWorld.Local(m.World.BootTicks))) : RosValue.Absent,
                Session = (s, _) => RosValue.Text(version.DateTimeText(RouterWorld.Local(s.StartTicks))),
            },
            Counter("link-downs", (_, _) => 0, _ => 0),
            Counter("rx-byte", (down, up) => up, p => p.Rx),
            Counter("tx-byte", (down, up) => down, p => p.Tx),
            Counter("rx-packet", (down, up) => up / UpPacketBytes, p => p.Rx / p.RxPacketBytes),
            Counter("tx-packet", (down, up) => down / DownPacketBytes, p => p.Tx / p.TxPacketBytes),
            Counter("rx-drop", (_, _) => 0, _ => 0),
            Counter("tx-drop", (_, _) => 0, _ => 0),
            Counter("tx-queue-drop", (down, _) => down / 40_000_000, p => p.Tx / 2_000_000_000),
            Counter("rx-error", (_, _) => 0, _ => 0),
            Counter("tx-error", (_, _) => 0, _ => 0),
            Counter("fp-rx-byte", (_, up) => up, p => p.Rx),
            Counter("fp-tx-byte", (_, _) => 0, p => p.Tx),
            Counter("fp-rx-packet", (_, up) => up / UpPacketBytes, p => p.Rx / p.RxPacketBytes),
            Counter("fp-tx-packet", (_, _) => 0, p => p.Tx / p.TxPacketBytes),
            new("running") { IsReadOnly = true, Compute = (row, m) => RosValue.Flag(IsRunning(row, m)), Session = (_, _) => RosValue.True },
            new("dynamic") { IsReadOnly = true, Session = (_, _) => RosValue.True },
            new("slave") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag) { Session = (_, _) => RosValue.False },
            new("comment", "") { HidesEmpty = true })
        {
            Sessions = world => world.Access.Ppp,
            PrintArguments = ["stats-detail", "oid"],
            UniqueBy = ["name"],
            DuplicateMessage = "failure: already have interface with such name",
        };
        yield return new(
            "/interface/pppoe-server",
            number,
            new("name") { IsRequired = true, Session = (s, _) => RosValue.Text(s.Name) },
            new("user", "") { Session = (s, _) => RosValue.Text(s.User) },
            new("service", "") { Session = (s, _) => RosValue.Text(ServiceOf(s)) },
            new("remote-address") { IsReadOnly = true, Session = (s, _) => RosValue.Text(s.Modem.CallerId) },
            new("mtu") { IsReadOnly = true, Session = (_, _) => RosValue.Number(1480) },
            new("mru") { IsReadOnly = true, Session = (_, _) => RosValue.Number(1480) },
            new("uptime") { IsReadOnly = true, Session = (s, m) => RosValue.Duration(m.Ticks - s.StartTicks) },
            new("encoding") { IsReadOnly = true, Session = (_, _) => RosValue.Text("") },
            new("running") { IsReadOnly = true, Session = (_, _) => RosValue.True },
            new("dynamic") { IsReadOnly = true, Session = (_, _) => RosValue.True },
            new("disabled", "false", PropKind.Flag) { Session = (_, _) => RosValue.False },
            new("comment", "") { HidesEmpty = true })
        {
            Sessions = world => world.Access.Ppp,
            UniqueBy = ["name"],
        };
        yield return new(
            "/interface/pppoe-server/server",
            number,
            new("service-name", "") { IsRequired = true },
            new("interface", null, PropKind.Reference, "/interface") { IsRequired = true },
            new("max-mtu", "auto"),
            new("max-mru", "auto"),
            new("mrru", "disabled"),
            new("authentication", "pap,chap,mschap1,mschap2"),
            new("keepalive-timeout", "10"),
            new("one-session-per-host", "false", PropKind.Flag),
            new("max-sessions", "unlimited"),
            new("pado-delay", "0"),
            new("default-profile", "default", PropKind.Reference, "/ppp/profile"),
            new("invalid") { IsReadOnly = true },
            new("disabled", "true", PropKind.Flag),
            new("comment", "") { HidesEmpty = true });
    }

    /// <summary>The PPPoE service of the port a session came in by.</summary>
    public static string ServiceOf(AccessSession session) => session.Modem.Port == 0 ? "pppoe-olt1" : "pppoe-olt2";

    /// <summary>What a physical interface carried: bytes by its own direction.</summary>
    public static PortBytes BytesOf(ConfigRow row, ReadMoment moment)
    {
        // ether1 is the uplink: what customers download comes in there. The others face customers.
        switch (row.Behind)
        {
            case -1:
                return new(moment.Totals.AllDown * WireOverhead, moment.Totals.AllUp * WireOverhead, DownPacketBytes, UpPacketBytes);
            case int port:
                return new(moment.Totals.Up[port] * WireOverhead, moment.Totals.Down[port] * WireOverhead, UpPacketBytes, DownPacketBytes);
            default:
                return new(0, 0, 1, 1);
        }
    }

    /// <summary>Bytes per second of a physical interface, by its own direction, at an instant.</summary>
    public static (double Rx, double Tx) RateOf(ConfigRow row, RouterWorld world, long ticks)
    {
        switch (row.Behind)
        {
            case -1:
                var (down, up) = world.Access.RateAt(ticks);
                return (down * WireOverhead, up * WireOverhead);
            case int port:
                (down, up) = world.Access.RateAt(ticks, port);
                return (up * WireOverhead, down * WireOverhead);
            default:
                return (0, 0);
        }
    }

    private static RosValue PppoeIn { get; } = RosValue.Text("pppoe-in");

    private static bool IsRunning(ConfigRow row, ReadMoment moment) => row.Behind is int && moment.World.Menu("/interface").Get(row, "disabled") != "true";

    private static Prop Counter(string name, Func<double, double, double> ofSession, Func<PortBytes, double> ofPort) => new(name)
    {
        IsReadOnly = true,
        Compute = (row, moment) => RosValue.Number((long)ofPort(BytesOf(row, moment))),
        Session = (session, moment) => session.BytesAt(moment.Ticks) is var bytes ? RosValue.Number((long)ofSession(bytes.Down, bytes.Up)) : default,
    };

    /// <summary>Bytes of a physical interface.</summary>
    internal readonly record struct PortBytes(double Rx, double Tx, int RxPacketBytes, int TxPacketBytes);
}
