using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/ip/…</c> without hotspot and services.</summary>
internal static class IpMenus
{
    public static IEnumerable<Menu> Build(LabVersion version)
    {
        var number = version.Number;
        yield return new(
            "/ip/address",
            number,
            new("address", null, PropKind.Prefix) { IsRequired = true },
            new("network", null, PropKind.Address),
            new("interface", null, PropKind.Reference, "/interface") { IsRequired = true },
            new("actual-interface") { IsReadOnly = true, Compute = (row, m) => RosValue.Text(m.World.Menu("/ip/address").Get(row, "interface")) },
            new("invalid", "false") { IsReadOnly = true },
            new("dynamic", "false") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true })
        {
            UniqueBy = ["address", "interface"],
            DuplicateMessage = "failure: already have such address",
        };
        yield return new(
            "/ip/pool",
            number,
            new("name") { IsRequired = true },
            new("ranges", "") { IsRequired = true },
            new("next-pool", "none"),
            new("comment", "") { HidesEmpty = true, Since = 700 })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: pool with such name exists",
            Check = (world, row) =>
            {
                if (AddressPools.Ranges(world.Menu("/ip/pool").Get(row, "ranges") ?? "") is not { Count: > 0 })
                {
                    throw Trap.BadValue("ranges").Raise();
                }
            },
        };
        yield return new("/ip/pool/used", number, new("pool"), new("address"), new("owner"), new("info", "pppoe"))
        {
            IsReadOnly = true,
            Made = (world, menu) => world.Access.Pools.Used.Select(used =>
            {
                var row = menu.NewItem(id: used.Address);
                menu.Set(row, "pool", used.Pool);
                menu.Set(row, "address", AddressPools.ToText(used.Address));
                menu.Set(row, "owner", used.Owner);
                return row;
            }),
        };
        yield return new(
            "/ip/firewall/address-list",
            number,
            new("list") { IsRequired = true, Session = (s, _) => RosValue.Text(s.AddressList) },
            new("address") { IsRequired = true, Session = (s, _) => RosValue.Text(s.Address) },
            new("timeout", null, PropKind.Duration)
            {
                Compute = (row, m) => Expiry(m.World, row) is { } expiry ? RosValue.Duration(Math.Max(TimeSpan.TicksPerSecond, expiry - m.Ticks)) : RosValue.Absent,
            },
            new("creation-time")
            {
                IsReadOnly = true,
                Compute = (row, m) => RosValue.Text(version.DateTimeText(RouterWorld.Local(row.Behind is long at ? at : m.World.BootTicks))),
                Session = (s, _) => RosValue.Text(version.DateTimeText(RouterWorld.Local(s.StartTicks))),
            },
            new("dynamic")
            {
                IsReadOnly = true,
                Compute = (row, m) => RosValue.Flag(m.World.Menu("/ip/firewall/address-list").Get(row, "timeout") is not null),
                Session = (_, _) => RosValue.True,
            },
            new("disabled", "false", PropKind.Flag) { Session = (_, _) => RosValue.False },
            new("comment", "") { HidesEmpty = true })
        {
            Sessions = world => world.Access.Ppp.Concat(world.Access.Hotspot),
            Shows = session => session.AddressList is not null,
            UniqueBy = ["list", "address"],
            Changed = (world, row, change) => row.Behind ??= change == RowChange.Added ? world.NowTicks : null,
        };
        yield return new(
            "/ip/arp",
            number,
            new("address", null, PropKind.Address) { IsRequired = true },
            new("mac-address", null, PropKind.Mac),
            new("interface", null, PropKind.Reference, "/interface") { IsRequired = true },
            new("published", "false", PropKind.Flag),
            new("status", "permanent") { IsReadOnly = true, Since = 700 },
            new("invalid", "false") { IsReadOnly = true },
            new("dhcp", "false") { IsReadOnly = true },
            new("dynamic", "false") { IsReadOnly = true },
            new("complete", "true") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true })
        {
            UniqueBy = ["address", "interface"],
            DuplicateMessage = "failure: already have such entry",
        };
        yield return new(
            "/ip/neighbor",
            number,
            new("interface"),
            new("address"),
            new("address4"),
            new("mac-address"),
            new("identity"),
            new("platform", "MikroTik"),
            new("version"),
            new("board"),
            new("interface-name", "ether1"),
            new Prop("age") { Compute = (row, m) => RosValue.Duration((long)(Noise.Unit(row.Id, (ulong)(m.Ticks / TimeSpan.TicksPerMinute)) * 60 * TimeSpan.TicksPerSecond)) },
            SystemMenus.Fact("uptime", m => RosValue.Duration(m.Ticks - m.World.BootTicks + TimeSpan.TicksPerDay)),
            new("discovered-by", "mndp") { Since = 700 },
            new("system-caps", ""),
            new("unpack", "none"),
            new("ipv6", "false"))
        {
            IsReadOnly = true,
            IsVolatile = true,
        };
        yield return DhcpLeases.Build(version);
        yield return new(
            "/ip/dhcp-server",
            number,
            new("name") { IsRequired = true },
            new("interface", null, PropKind.Reference, "/interface") { IsRequired = true },
            new("lease-time", "30m", PropKind.Duration),
            new("address-pool", "static-only"),
            new("authoritative", "yes"),
            new("invalid", "false") { IsReadOnly = true },
            new("dynamic", "false") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true, Since = 700 })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: server with such name already exists",
        };
        if (!version.IsV7)
        {
            // Version 6 has IPv6 in a package of its own, which the lab's routers lack.
            yield break;
        }

        yield return new(
            "/ipv6/pool",
            number,
            new("name") { IsRequired = true },
            new("prefix") { IsRequired = true },
            new("prefix-length", "64", PropKind.Integer),
            new("dynamic", "false") { IsReadOnly = true },
            new("comment", "") { HidesEmpty = true })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: pool with such name exists",
        };
        yield return new("/ipv6/pool/used", number, new("pool"), new("prefix"), new("owner"), new("info")) { IsReadOnly = true };
    }

    /// <summary>When an address-list entry with a timeout ends (UTC ticks); null for one without.</summary>
    public static long? Expiry(RouterWorld world, ConfigRow row) =>
        row.Behind is long created && world.Menu("/ip/firewall/address-list").Get(row, "timeout") is { } text && RosValue.ParseDuration(text) is { } timeout
            ? created + timeout.Ticks
            : null;
}
