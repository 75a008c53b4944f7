using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/queue/simple</c>: configured ones (static customers) and one per shaped session.</summary>
internal static class QueueMenus
{
    public static IEnumerable<Menu> Build(LabVersion version)
    {
        yield return new(
            "/queue/simple",
            version.Number,
            new("name") { Session = (s, _) => RosValue.Text(s.Name) },
            new("target", "") { IsRequired = true, Session = (s, _) => RosValue.Text(s.IsPppoe ? s.Name : s.Address + "/32") },
            new("parent", "none") { Session = (_, _) => None },
            new("packet-marks", "") { Session = (_, _) => Empty },
            new("priority", "8/8") { Session = (s, _) => RosValue.Pair(s.Rate!.Priority, s.Rate.Priority) },
            new("queue", "default-small/default-small") { Session = (_, _) => DefaultSmall },
            new("limit-at", "0/0", PropKind.RatePair) { Session = (s, _) => RosValue.Pair(s.Rate!.MinUp, s.Rate.MinDown) },
            new("max-limit", "0/0", PropKind.RatePair) { Session = (s, _) => RosValue.Pair(s.Rate!.Up, s.Rate.Down) },
            new("burst-limit", "0/0", PropKind.RatePair) { Session = (s, _) => RosValue.Pair(s.Rate!.BurstUp, s.Rate.BurstDown) },
            new("burst-threshold", "0/0", PropKind.RatePair) { Session = (s, _) => RosValue.Pair(s.Rate!.ThresholdUp, s.Rate.ThresholdDown) },
            new("burst-time", "0s/0s") { Session = (s, _) => RosValue.Text($"{s.Rate!.BurstSecondsUp}s/{s.Rate.BurstSecondsDown}s") },
            new("bucket-size", "0.1/0.1") { Session = (_, _) => Bucket },
            new("time"),
            new("dst"),
            Reading("bytes", b => RosValue.Pair((long)b.Up, (long)b.Down)),
            Reading("total-bytes", _ => RosValue.Number(0)),
            Reading("packets", b => RosValue.Pair((long)b.Up / InterfaceMenus.UpPacketBytes, (long)b.Down / InterfaceMenus.DownPacketBytes)),
            Reading("total-packets", _ => RosValue.Number(0)),
            Reading("dropped", b => RosValue.Pair(0, (long)b.Down / 40_000_000)),
            Reading("total-dropped", _ => RosValue.Number(0)),
            Speed("rate", (down, up) => RosValue.Pair((long)(8 * up), (long)(8 * down))),
            Speed("total-rate", (_, _) => RosValue.Number(0)),
            Speed("packet-rate", (down, up) => RosValue.Pair((long)up / InterfaceMenus.UpPacketBytes, (long)down / InterfaceMenus.DownPacketBytes)),
            Speed("total-packet-rate", (_, _) => RosValue.Number(0)),
            Reading("queued-packets", _ => RosValue.Pair(0, 0)),
            Reading("total-queued-packets", _ => RosValue.Number(0)),
            Reading("queued-bytes", _ => RosValue.Pair(0, 0)),
            Reading("total-queued-bytes", _ => RosValue.Number(0)),
            new("invalid", "false") { IsReadOnly = true, Session = (_, _) => RosValue.False },
            new("dynamic", "false") { IsReadOnly = true, Session = (_, _) => RosValue.True },
            new("disabled", "false", PropKind.Flag) { Session = (_, _) => RosValue.False },
            new("comment", "") { HidesEmpty = true })
        {
            IsOrdered = true,
            Sessions = world => world.Access.Ppp.Concat(world.Access.Hotspot),
            Shows = session => session.Rate is not null,
            UniqueBy = ["name"],
            DuplicateMessage = "failure: already have such name",
            PrintArguments = ["bytes", "packets", "rate"],
            Check = Check,
            Changed = Changed,
        };
    }

    private static RosValue None { get; } = RosValue.Text("none");

    private static RosValue Empty { get; } = RosValue.Text("");

    private static RosValue DefaultSmall { get; } = RosValue.Text("default-small/default-small");

    private static RosValue Bucket { get; } = RosValue.Text("0.1/0.1");

    private static Prop Reading(string name, Func<(double Down, double Up), RosValue> value) => new(name)
    {
        IsReadOnly = true,
        Compute = (row, moment) => value(row.Behind is StaticLine line ? line.BytesAt(moment.Ticks) : (0, 0)),
        Session = (session, moment) => value(session.BytesAt(moment.Ticks)),
    };

    private static Prop Speed(string name, Func<double, double, RosValue> value) => new(name)
    {
        IsReadOnly = true,
        Compute = (row, moment) => row.Behind is StaticLine line && line.RateAt(moment.Ticks) is var rate ? value(rate.Down, rate.Up) : value(0, 0),
        Session = (session, moment) => session.RateAt(moment.Ticks) is var rate ? value(rate.Down, rate.Up) : default,
    };

    private static void Check(RouterWorld world, ConfigRow row)
    {
        var menu = world.Menu("/queue/simple");
        var max = ShapedRate.RatePair(menu.Get(row, "max-limit") ?? "0/0") ?? (0, 0);
        var min = ShapedRate.RatePair(menu.Get(row, "limit-at") ?? "0/0") ?? (0, 0);
        if (max.Up > 0 && max.Up < min.Up)
        {
            throw new Trap("failure: upload-max-limit less than upload-limit").Raise();
        }

        if (max.Down > 0 && max.Down < min.Down)
        {
            throw new Trap("failure: download-max-limit less than download-limit").Raise();
        }

        // A bare address is a host; the router completes it.
        if (menu.Get(row, "target") is { } target && AddressPools.ToNumber(target) is not null)
        {
            menu.Set(row, "target", target + "/32");
        }
    }

    private static void Changed(RouterWorld world, ConfigRow row, RowChange change)
    {
        var menu = world.Menu("/queue/simple");
        world.Access.Detach(row);
        if (change != RowChange.Removed && IsOneHost(menu.Get(row, "target")) && menu.Get(row, "disabled") != "true")
        {
            world.Access.AttachLine(row, ShapedRate.Parse(menu.Get(row, "max-limit")));
        }
    }

    /// <summary>A queue for one address is a customer.</summary>
    public static bool IsOneHost(string? target) => target is not null && target.EndsWith("/32", StringComparison.Ordinal) && !target.Contains(',', StringComparison.Ordinal);
}
