using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The fixed ids of the sample ISP, and the traffic its emulated routers give each line.</summary>
internal static class LabLines
{
    public static Guid RouterId(int index) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0, 0x0b, 0, (byte)(index >> 8), (byte)index]);

    public static Guid AccessId(int index) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0x0c, (byte)(index >> 24), (byte)(index >> 16), (byte)(index >> 8), (byte)index]);

    public static AccessService ServiceOf(SampleSubscriber line) => line.Kind switch
    {
        AccessKind.Hotspot => AccessService.Hotspot,
        AccessKind.Static => AccessService.Static,
        _ => AccessService.Pppoe,
    };

    /// <summary>The same curve as on the emulated router: what is made up of the past goes on in the present.</summary>
    public static LineTraffic TrafficOf(SampleRouter router, SampleSubscriber line)
    {
        var rate = ShapedRate.Parse(line.Plan.RateLimit);
        return line.Kind == AccessKind.Static
            ? new LineTraffic(Noise.SeedOf(line.RouterUsername), isOffice: true, rate)
            : new LineTraffic(Noise.SeedOf(line.RouterUsername, Noise.SeedOf(router.Name)), line.Plan.IsBusiness, rate);
    }
}
