using System.Globalization;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary>Who is associated over the air: the old package's table up to 7.12, the new one's from 7.13. Boards without radios have it empty.</summary>
internal static class WirelessMenus
{
    public static IEnumerable<Menu> Build(LabVersion version)
    {
        if (version.Number < 713)
        {
            yield return new(
                "/interface/wireless/registration-table",
                version.Number,
                new("interface"),
                new("radio-name", ""),
                new("mac-address"),
                new("ap", "false"),
                new("signal-strength"),
                new("signal-to-noise"),
                new("tx-ccq"),
                new("rx-ccq"),
                new("tx-rate"),
                new("rx-rate"),
                new("uptime"),
                new("last-ip"))
            {
                IsReadOnly = true,
                IsVolatile = true,
                NameIndex = -1,
                Made = (world, menu) => Stations(world).Select(station =>
                {
                    var (signal, quality) = HeardAs(world, station);
                    var row = Put(world, menu, station, "wlan1");
                    menu.Set(row, "radio-name", "");
                    menu.Set(row, "signal-strength", string.Create(CultureInfo.InvariantCulture, $"{signal}dBm@{RateOf(signal)}Mbps"));
                    menu.Set(row, "signal-to-noise", (signal + 102).ToString(CultureInfo.InvariantCulture));
                    menu.Set(row, "tx-ccq", quality.ToString(CultureInfo.InvariantCulture));
                    menu.Set(row, "rx-ccq", Math.Max(1, quality - 4).ToString(CultureInfo.InvariantCulture));
                    menu.Set(row, "last-ip", station.Address);
                    return row;
                }),
            };
            yield break;
        }

        yield return new(
            "/interface/wifi/registration-table",
            version.Number,
            new("interface"),
            new("ssid"),
            new("mac-address"),
            new("uptime"),
            new("signal"),
            new("tx-rate"),
            new("rx-rate"),
            new("band"),
            new("auth-type"))
        {
            IsReadOnly = true,
            IsVolatile = true,
            NameIndex = -1,
            Made = (world, menu) => Stations(world).Select(station =>
            {
                var (signal, _) = HeardAs(world, station);
                var row = Put(world, menu, station, "wifi1");
                menu.Set(row, "ssid", world.Spec.Name);
                menu.Set(row, "signal", signal.ToString(CultureInfo.InvariantCulture));
                menu.Set(row, "band", "5ghz-ac");
                menu.Set(row, "auth-type", "wpa2-psk");
                return row;
            }),
        };
    }

    /// <summary>Those customers that are associated: who is switched off is not heard.</summary>
    private static IEnumerable<AccessSession> Stations(RouterWorld world) => world.Spec.RadioClients == 0
        ? []
        : world.Access.Ppp.Where(s => s.DeadSinceTicks > world.NowTicks).OrderBy(static s => s.Modem.CallerId, StringComparer.Ordinal).Take(world.Spec.RadioClients);

    // By where it stands, and a little by the minute.
    private static (int Signal, int Quality) HeardAs(RouterWorld world, AccessSession station)
    {
        var seed = Noise.SeedOf(station.Modem.CallerId);
        var signal = -54 - (int)(27 * Noise.Unit(seed, 3)) - (int)(4 * Noise.Unit(seed, (ulong)(world.NowTicks / TimeSpan.TicksPerMinute)));
        return (signal, Math.Clamp(150 + signal, 40, 96));
    }

    private static int RateOf(int signal) => signal switch { > -62 => 300, > -68 => 180, > -74 => 90, _ => 39 };

    private static ConfigRow Put(RouterWorld world, Menu menu, AccessSession station, string radio)
    {
        var row = menu.NewItem(id: station.SessionId);
        var (signal, _) = HeardAs(world, station);
        menu.Set(row, "interface", radio);
        menu.Set(row, "mac-address", station.Modem.CallerId);
        menu.Set(row, "tx-rate", string.Create(CultureInfo.InvariantCulture, $"{RateOf(signal)}Mbps"));
        menu.Set(row, "rx-rate", string.Create(CultureInfo.InvariantCulture, $"{RateOf(signal - 3)}Mbps"));
        menu.Set(row, "uptime", RosValue.Duration(world.NowTicks - station.StartTicks).ToString());
        return row;
    }
}
