namespace IspPortal.Infrastructure.Lab.Traffic;

/// <summary>How a day's traffic spreads over the day, in the zone of the sample ISP (Asia/Jakarta, UTC+7, no summer time).</summary>
internal sealed class DailyRhythm
{
    /// <summary>Halvings of the day that follow the rhythm: 2^6 = 64 slots of 22.5 minutes.</summary>
    public const int Levels = 6;

    /// <summary>Jakarta's distance from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    private const int Slots = 1 << Levels;

    private readonly float[] _leftShare = new float[Slots];

    private DailyRhythm(ReadOnlySpan<double> hours)
    {
        var weight = new double[2 * Slots];
        for (var slot = 0; slot < Slots; slot++)
        {
            var hour = ((slot + 0.5) * 24 / Slots) - 0.5;
            var floor = (int)Math.Floor(hour);
            var part = hour - floor;
            weight[Slots + slot] = (hours[(floor + 24) % 24] * (1 - part)) + (hours[(floor + 25) % 24] * part);
        }

        for (var node = Slots - 1; node >= 1; node--)
        {
            weight[node] = weight[2 * node] + weight[(2 * node) + 1];
            _leftShare[node] = (float)(weight[2 * node] / weight[node]);
        }
    }

    /// <summary>Homes: lowest around 4 h, highest at 20 to 21 h.</summary>
    public static DailyRhythm Home { get; } = new(
        [0.62, 0.42, 0.30, 0.24, 0.20, 0.22, 0.32, 0.42, 0.50, 0.55, 0.58, 0.62, 0.70, 0.68, 0.66, 0.70, 0.78, 0.88, 1.02, 1.25, 1.40, 1.38, 1.15, 0.88]);

    /// <summary>Offices: working hours with a dip at noon.</summary>
    public static DailyRhythm Office { get; } = new(
        [0.14, 0.12, 0.11, 0.10, 0.10, 0.12, 0.20, 0.42, 0.90, 1.25, 1.38, 1.30, 0.95, 1.15, 1.35, 1.30, 1.10, 0.75, 0.48, 0.36, 0.30, 0.26, 0.20, 0.16]);

    /// <summary>Share of the first half of a node of the halving tree (root 1, children 2n and 2n+1).</summary>
    public double LeftShare(int node) => _leftShare[node];
}
