using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/ip/hotspot/…</c>.</summary>
internal static class HotspotMenus
{
    public static IEnumerable<Menu> Build(LabVersion version)
    {
        var number = version.Number;
        yield return new(
            "/ip/hotspot",
            number,
            new("name") { IsRequired = true },
            new("interface", null, PropKind.Reference, "/interface") { IsRequired = true },
            new("address-pool", "none"),
            new("profile", "default"),
            new("idle-timeout", "5m"),
            new("keepalive-timeout", "none"),
            new("addresses-per-mac", "2"),
            new("invalid", "false") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag))
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: hotspot with such name already exists",
        };
        yield return new(
            "/ip/hotspot/user",
            number,
            new("server", "all"),
            new("name") { IsRequired = true },
            new("password", "") { IsSensitive = true },
            new("address", null, PropKind.Address),
            new("mac-address", null, PropKind.Mac),
            new("profile", "default", PropKind.Reference, "/ip/hotspot/user/profile"),
            new("routes", ""),
            new("email", ""),
            new("otp-secret", "") { IsSensitive = true, Since = 722 },
            new("limit-uptime", null, PropKind.Duration),
            new("limit-bytes-in", null, PropKind.Integer),
            new("limit-bytes-out", null, PropKind.Integer),
            new("limit-bytes-total", null, PropKind.Integer),
            Reading("uptime", (past, live, m) => RosValue.Duration(past.PastTicks + (live is null ? 0 : m.Ticks - live.StartTicks))),
            Reading("bytes-in", (past, live, m) => RosValue.Number((long)(past.PastUpBytes + (live?.BytesAt(m.Ticks).Up ?? 0)))),
            Reading("bytes-out", (past, live, m) => RosValue.Number((long)(past.PastDownBytes + (live?.BytesAt(m.Ticks).Down ?? 0)))),
            Reading("packets-in", (past, live, m) => RosValue.Number((long)(past.PastUpBytes + (live?.BytesAt(m.Ticks).Up ?? 0)) / InterfaceMenus.UpPacketBytes)),
            Reading("packets-out", (past, live, m) => RosValue.Number((long)(past.PastDownBytes + (live?.BytesAt(m.Ticks).Down ?? 0)) / InterfaceMenus.DownPacketBytes)),
            new("default", "false") { IsReadOnly = true },
            new("dynamic", "false") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true })
        {
            UniqueBy = ["name", "server"],
            DuplicateMessage = "failure: already have user with this name for this server",
            Changed = (world, row, change) =>
            {
                if (change == RowChange.Removed)
                {
                    world.Access.Detach(row);
                    return;
                }

                if (change == RowChange.Added)
                {
                    world.Access.Attach(AccessKind.Hotspot, row);
                }

                world.Access.Nudge(row);
            },
        };
        yield return new(
            "/ip/hotspot/user/profile",
            number,
            new("name") { IsRequired = true },
            new("address-pool", "none"),
            new("session-timeout", null, PropKind.Duration),
            new("idle-timeout", "none"),
            new("keepalive-timeout", "2m", PropKind.Duration),
            new("status-autorefresh", "1m", PropKind.Duration),
            new("shared-users", "1"),
            new("add-mac-cookie", "true", PropKind.Flag),
            new("mac-cookie-timeout", "3d", PropKind.Duration),
            new("rate-limit"),
            new("address-list", ""),
            new("parent-queue"),
            new("queue-type"),
            new("insert-queue-before"),
            new("open-status-page"),
            new("transparent-proxy", "false", PropKind.Flag),
            new("on-login", ""),
            new("on-logout", ""),
            new("default", "false") { IsReadOnly = true },
            new("comment", "") { HidesEmpty = true, Since = 700 })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: profile with the same name already exists",
        };
        yield return new(
            "/ip/hotspot/active",
            number,
            PppMenus.Live("server", (_, _) => RosValue.Text("hotspot1")),
            PppMenus.Live("user", (s, _) => RosValue.Text(s.User)),
            PppMenus.Live("address", (s, _) => RosValue.Text(s.Address)),
            PppMenus.Live("mac-address", (s, _) => RosValue.Text(s.Modem.CallerId)),
            PppMenus.Live("login-by", (_, _) => RosValue.Text("mac-cookie")),
            PppMenus.Live("uptime", (s, m) => RosValue.Duration(m.Ticks - s.StartTicks)),
            PppMenus.Live("idle-time", (s, m) => RosValue.Duration(s.DeadSinceTicks < m.Ticks ? m.Ticks - s.DeadSinceTicks : 0)),
            PppMenus.Live("keepalive-timeout", (_, _) => RosValue.Text("2m")),
            PppMenus.Live("bytes-in", (s, m) => RosValue.Number((long)s.BytesAt(m.Ticks).Up)),
            PppMenus.Live("bytes-out", (s, m) => RosValue.Number((long)s.BytesAt(m.Ticks).Down)),
            PppMenus.Live("packets-in", (s, m) => RosValue.Number((long)s.BytesAt(m.Ticks).Up / InterfaceMenus.UpPacketBytes)),
            PppMenus.Live("packets-out", (s, m) => RosValue.Number((long)s.BytesAt(m.Ticks).Down / InterfaceMenus.DownPacketBytes)),
            PppMenus.Live("radius", (_, _) => RosValue.False))
        {
            IsReadOnly = true,
            Sessions = world => world.Access.Hotspot,
            RemoveLive = (world, row) => world.Access.Kick((AccessSession)row),
            PrintArguments = ["status"],
        };
    }

    private static Prop Reading(string name, Func<Modem, AccessSession?, ReadMoment, RosValue> value) => new(name)
    {
        IsReadOnly = true,
        Compute = (row, moment) => row.Behind is Modem modem ? value(modem, modem.Session, moment) : RosValue.Number(0),
    };
}
