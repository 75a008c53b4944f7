using IspPortal.Infrastructure.Lab.Sessions;

namespace IspPortal.Infrastructure.Lab.Sample;

/// <summary>A plan of the sample ISP. Its code is also the name of the profile on the routers.</summary>
/// <param name="Code">E.g. <c>HOME-20</c>.</param>
/// <param name="Name">What customers read.</param>
/// <param name="Kind">PPPoE, hotspot or static.</param>
/// <param name="DownloadMbps">Download.</param>
/// <param name="UploadMbps">Upload.</param>
/// <param name="MonthlyPriceIdr">Rupiah per month before PPN.</param>
/// <param name="IsBusiness">Sold to companies.</param>
/// <param name="Weight">How often it is sold, against the others.</param>
internal sealed record SamplePlan(string Code, string Name, AccessKind Kind, int DownloadMbps, int UploadMbps, long MonthlyPriceIdr, bool IsBusiness, int Weight)
{
    public static IReadOnlyList<SamplePlan> All { get; } =
    [
        new("HOME-10", "Home 10 Mbps", AccessKind.Pppoe, 10, 5, 150_000, IsBusiness: false, 26),
        new("HOME-20", "Home 20 Mbps", AccessKind.Pppoe, 20, 10, 200_000, IsBusiness: false, 34),
        new("HOME-30", "Home 30 Mbps", AccessKind.Pppoe, 30, 15, 250_000, IsBusiness: false, 18),
        new("HOME-50", "Home 50 Mbps", AccessKind.Pppoe, 50, 25, 325_000, IsBusiness: false, 9),
        new("BISNIS-100", "Bisnis 100 Mbps", AccessKind.Pppoe, 100, 50, 950_000, IsBusiness: true, 3),
        new("KOS-5", "Kos 5 Mbps", AccessKind.Hotspot, 5, 2, 75_000, IsBusiness: false, 6),
        new("DEDICATED-50", "Dedicated 50 Mbps", AccessKind.Static, 50, 50, 3_500_000, IsBusiness: true, 4),
    ];

    /// <summary><c>upload/download</c> as a profile's rate-limit says it.</summary>
    public string RateLimit => $"{UploadMbps}M/{DownloadMbps}M";
}
