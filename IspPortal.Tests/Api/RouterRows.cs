using IspPortal.Core.Network.Routers;

namespace IspPortal.Tests.Api;

internal static class RouterRows
{
    public static readonly Guid BekasiId = new("01890a5d-ac96-774b-bcce-000000000001");

    public static RouterRow Bekasi { get; } = new(
        BekasiId,
        "RTR-BEKASI",
        "10.0.0.1",
        8728,
        false,
        "Bekasi",
        -6.2,
        106.9,
        RouterState.Offline,
        "routeros.refused",
        "bekasi",
        "7.18.2",
        "CCR2004",
        12.5,
        40,
        new TimeSpan(1, 2, 3, 4),
        812,
        1_000_000_000,
        100_000_000,
        3.5,
        new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc),
        7);

    public static RouterDetails BekasiDetails { get; } = new(Bekasi, "portal", null, null, null, 60, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
}
