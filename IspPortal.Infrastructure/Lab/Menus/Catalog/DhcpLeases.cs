using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/ip/dhcp-server/lease</c>: the hotspot's devices have dynamic leases, dedicated lines static ones.</summary>
internal static class DhcpLeases
{
    public const string Path = "/ip/dhcp-server/lease";
    public const string Server = "dhcp-hotspot";
    public const string DedicatedServer = "dhcp-dedicated";

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(30);

    public static string ClientIdOf(AccessSession session) => "1:" + session.Modem.CallerId.ToLowerInvariant();

    public static Menu Build(LabVersion version) => new(
        Path,
        version.Number,
        new("address", null, PropKind.Address) { IsRequired = true, Session = (s, _) => RosValue.Text(s.Address) },
        new("mac-address", null, PropKind.Mac) { Session = (s, _) => RosValue.Text(s.Modem.CallerId) },
        new("client-id") { Session = (s, _) => RosValue.Text(ClientIdOf(s)) },
        new("address-lists", "") { Session = (_, _) => RosValue.Text("") },
        new("server", "all") { Session = (_, _) => RosValue.Text(Server) },
        new("rate-limit"),
        new("lease-time", null, PropKind.Duration),
        new("block-access", "false", PropKind.Flag),
        new("use-src-mac", null, PropKind.Flag),
        new("insert-queue-before"),
        new("parent-queue"),
        new("queue-type"),
        new("dhcp-option", "") { Session = (_, _) => RosValue.Text("") },
        State("status", (isBound, _, _) => RosValue.Text(isBound ? "bound" : "waiting"), (_, _) => RosValue.Text("bound")),
        State("expires-after", (isBound, seed, m) => isBound ? ExpiresAfter(seed, m.Ticks) : RosValue.Absent, (s, m) => ExpiresAfter(s.Id, m.Ticks)),
        State("last-seen", (isBound, seed, m) => isBound ? LastSeen(seed, m.Ticks) : RosValue.Text("never"), (s, m) => LastSeen(s.Id, m.Ticks)),
        State("active-address", (isBound, row, m) => isBound ? Own(row, m, "address") : RosValue.Absent, (s, _) => RosValue.Text(s.Address)),
        State("active-mac-address", (isBound, row, m) => isBound ? Own(row, m, "mac-address") : RosValue.Absent, (s, _) => RosValue.Text(s.Modem.CallerId)),
        State("active-client-id", (isBound, row, m) => isBound ? Own(row, m, "client-id") : RosValue.Absent, (s, _) => RosValue.Text(ClientIdOf(s))),
        State("active-server", (isBound, row, m) => isBound ? Own(row, m, "server") : RosValue.Absent, (_, _) => RosValue.Text(Server)),
        new("host-name") { IsReadOnly = true, Session = (s, _) => RosValue.Text($"android-{s.Modem.Seed & 0xffff_ffff:x8}") },
        new("radius", "false") { IsReadOnly = true, Session = (_, _) => RosValue.False },
        new("dynamic", "false") { IsReadOnly = true, Session = (_, _) => RosValue.True },
        new("blocked", "false") { IsReadOnly = true, Session = (_, _) => RosValue.False },
        new("disabled", "false", PropKind.Flag) { Session = (_, _) => RosValue.False },
        new("comment", "") { HidesEmpty = true })
    {
        UniqueBy = ["address"],
        DuplicateMessage = "failure: already have static lease for this address",
        Sessions = Dynamic,
        Shows = session => !session.IsPppoe,
    };

    /// <summary>A device whose lease was made static has no second one.</summary>
    private static IEnumerable<AccessSession> Dynamic(RouterWorld world)
    {
        var menu = world.Menu(Path);
        var configured = menu.Items.Select(row => menu.Get(row, "address")).ToHashSet(StringComparer.Ordinal);
        return world.Access.Hotspot.Where(session => !configured.Contains(session.Address));
    }

    private static Prop State(string name, Func<bool, ConfigRow, ReadMoment, RosValue> configured, Func<AccessSession, ReadMoment, RosValue> live) => new(name)
    {
        IsReadOnly = true,
        Session = live,
        Compute = (row, m) => configured(IsBound(row, m), row, m),
    };

    private static bool IsBound(ConfigRow row, ReadMoment moment)
    {
        var menu = moment.World.Menu(Path);
        return menu.Get(row, "disabled") != "true" && Reach.IsCustomerOnline(moment.World, menu.Get(row, "address") ?? "") == true;
    }

    private static RosValue Own(ConfigRow row, ReadMoment moment, string property) =>
        moment.World.Menu(Path).Get(row, property) is { } value ? RosValue.Text(value) : RosValue.Absent;

    private static RosValue ExpiresAfter(ConfigRow row, long ticks) => ExpiresAfter(row.Id, ticks);

    /// <summary>A device renews at half the time.</summary>
    private static RosValue ExpiresAfter(uint seed, long ticks) => RosValue.Duration(LeaseTime.Ticks - SinceRenewal(seed, ticks));

    private static RosValue LastSeen(ConfigRow row, long ticks) => LastSeen(row.Id, ticks);

    private static RosValue LastSeen(uint seed, long ticks) => RosValue.Duration(SinceRenewal(seed, ticks));

    private static long SinceRenewal(uint seed, long ticks) => (ticks + (long)(Noise.Unit(seed, 31) * LeaseTime.Ticks)) % (LeaseTime.Ticks / 2);
}
