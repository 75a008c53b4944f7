using System.Globalization;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Traffic;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary><c>/system/…</c> and <c>/log</c>.</summary>
internal static class SystemMenus
{
    private const long TotalMemory = 4_294_967_296;

    public static IEnumerable<Menu> Build(LabVersion version)
    {
        var number = version.Number;
        yield return new("/system/identity", number, new Prop("name", "MikroTik")) { IsSingleton = true, NameIndex = -1 };
        yield return new(
            "/system/resource",
            number,
            Fact("uptime", m => RosValue.Duration(m.Ticks - m.World.BootTicks)),
            Fact("version", m => RosValue.Text(m.World.Version.Full)),
            Fact("build-time", m => RosValue.Text(version.DateTimeText(new(2026, 3, 12, 9, 30, 11, DailyRhythm.Offset)))),
            Fact("factory-software", _ => RosValue.Text(version.IsV7 ? "7.6" : "6.42.4")),
            Fact("free-memory", m => RosValue.Number(TotalMemory - 420_000_000 - (m.World.Access.Count * 118_000L) - (Wobble(m, 3, 8_000_000)))),
            Fact("total-memory", _ => RosValue.Number(TotalMemory)),
            Fact("cpu", m => RosValue.Text(m.World.Spec.Architecture is "arm64" ? "ARM64" : m.World.Spec.Architecture)),
            Fact("cpu-count", _ => RosValue.Number(4)),
            Fact("cpu-frequency", _ => RosValue.Number(1_700)),
            Fact("cpu-load", m => RosValue.Number(m.World.CpuLoad(m))),
            Fact("free-hdd-space", m => RosValue.Number(93_323_264 - FileBytes(m.World))),
            Fact("total-hdd-space", _ => RosValue.Number(134_217_728)),
            Fact("write-sect-since-reboot", m => RosValue.Number((m.Ticks - m.World.BootTicks) / TimeSpan.TicksPerMinute)),
            Fact("write-sect-total", m => RosValue.Number(418_233 + ((m.Ticks - m.World.BootTicks) / TimeSpan.TicksPerMinute))),
            Fact("bad-blocks", _ => RosValue.Number(0)),
            Fact("architecture-name", m => RosValue.Text(m.World.Spec.Architecture)),
            Fact("board-name", m => RosValue.Text(m.World.Spec.Board)),
            Fact("platform", _ => RosValue.Text("MikroTik")))
        {
            IsSingleton = true,
            IsReadOnly = true,
            CanListen = false,
        };
        yield return new(
            "/system/routerboard",
            number,
            Fact("routerboard", _ => RosValue.True),
            Fact("board-name", m => RosValue.Text(m.World.Spec.Board)) with { Since = 643 },
            Fact("model", m => RosValue.Text(m.World.Spec.Board)),
            Fact("serial-number", m => RosValue.Text("HG" + (Noise.Mix(m.World.Spec.Seed) % 0xFFF_FFFF_FFUL).ToString("X9", CultureInfo.InvariantCulture))),
            Fact("firmware-type", m => RosValue.Text(m.World.Spec.Architecture is "arm64" ? "al64" : m.World.Spec.Architecture)),
            Fact("factory-firmware", _ => RosValue.Text(version.IsV7 ? "7.6" : "6.42.4")),
            Fact("current-firmware", m => RosValue.Text(m.World.Version.Short)),
            Fact("upgrade-firmware", m => RosValue.Text(m.World.Version.Short)))
        {
            IsSingleton = true,
            IsReadOnly = true,
            CanListen = false,
        };
        yield return Health(version);
        yield return new(
            "/system/license",
            number,
            Fact("software-id", m => RosValue.Text($"{(char)('A' + (m.World.Spec.Seed % 26))}9QX-{m.World.Spec.Seed % 10_000:0000}")),
            Fact("nlevel", m => RosValue.Number(m.World.Spec.LicenceLevel)),
            Fact("features", _ => RosValue.Text("")))
        {
            IsSingleton = true,
            IsReadOnly = true,
            CanListen = false,
        };
        yield return new(
            "/system/clock",
            number,
            Fact("time", m => RosValue.Text(RouterWorld.Local(m.Ticks).ToString("HH:mm:ss", CultureInfo.InvariantCulture))),
            Fact("date", m => RosValue.Text(version.DateText(RouterWorld.Local(m.Ticks)))),
            new("time-zone-autodetect", "true", PropKind.Flag),
            new("time-zone-name", "Asia/Jakarta"),
            Fact("gmt-offset", _ => RosValue.Text("+07:00")),
            Fact("dst-active", _ => RosValue.False))
        {
            IsSingleton = true,
        };
        yield return new(
            "/log",
            number,
            new("time") { Compute = (row, m) => RosValue.Text(version.LogTimeText(RouterWorld.Local((long)row.Behind!), RouterWorld.Local(m.Ticks))) },
            new("topics"),
            new("message"))
        {
            IsReadOnly = true,
            IsVolatile = true,
        };
    }

    /// <summary>A read-only value that is computed.</summary>
    public static Prop Fact(string name, Func<ReadMoment, RosValue> value) => new(name) { IsReadOnly = true, Compute = (_, moment) => value(moment) };

    private static Menu Health(LabVersion version)
    {
        if (!version.HasHealthRows)
        {
            return new(
                "/system/health",
                version.Number,
                Fact("voltage", m => RosValue.Text(Tenths(m, 1, 238, 5))),
                Fact("temperature", m => RosValue.Text(Whole(m, 2, 39, 4))),
                Fact("cpu-temperature", m => RosValue.Text(Whole(m, 4, 47, 6))))
            {
                IsSingleton = true,
                IsReadOnly = true,
                CanListen = false,
            };
        }

        return new(
            "/system/health",
            version.Number,
            new("name"),
            new Prop("value") { Compute = (row, m) => Sensor((string)row.Behind!, m) },
            new("type"))
        {
            IsReadOnly = true,
            CanListen = false,
            PrintArguments = ["!detail"],
        };
    }

    private static RosValue Sensor(string name, ReadMoment moment) => RosValue.Text(name switch
    {
        "voltage" => Tenths(moment, 1, 238, 5),
        "temperature" => Whole(moment, 2, 39, 4),
        "cpu-temperature" => Whole(moment, 4, 47, 6),
        "fan1-speed" => (4_300 + (Wobble(moment, 5, 240) / 30 * 30)).ToString(CultureInfo.InvariantCulture),
        _ => "ok",
    });

    private static string Tenths(ReadMoment moment, ulong salt, int around, int by) =>
        ((around + Wobble(moment, salt, by)) / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Whole(ReadMoment moment, ulong salt, int around, int by) => (around + Wobble(moment, salt, by)).ToString(CultureInfo.InvariantCulture);

    private static long Wobble(ReadMoment moment, ulong salt, int by) =>
        (long)(by * ((2 * Noise.Unit(moment.World.Spec.Seed + salt, (ulong)(moment.Ticks / TimeSpan.TicksPerMinute))) - 1));

    private static long FileBytes(RouterWorld world) => world.Menu("/file").Items.Sum(f => (f.Behind as string)?.Length ?? 0);
}
