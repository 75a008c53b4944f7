using IspPortal.Infrastructure.Lab.Routers;

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
                new("tx-rate"),
                new("rx-rate"),
                new("uptime"),
                new("last-ip"))
            {
                IsReadOnly = true,
                IsVolatile = true,
                NameIndex = -1,
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
        };
    }
}
