namespace IspPortal.Infrastructure.Lab.Traffic;

/// <summary>
/// Bytes of one direction of one line as a function of time, computed only when somebody asks. A day has a volume drawn from the line's seed; the day is
/// halved again and again, each half getting a share drawn from the seed, the first halvings following the daily rhythm, down to slots of 0.66 s with a
/// constant rate. No slot exceeds the cap. So the total at any instant costs 17 steps, however long nobody looked, and is bursty on every scale.
/// </summary>
/// <param name="Seed">Decides everything.</param>
/// <param name="FineSeed">Decides the scales below some minutes: a line's two directions share <paramref name="Seed"/> and differ here.</param>
/// <param name="DayBytes">Volume of a middling day.</param>
/// <param name="CapBytesPerSecond">Shaped rate: never exceeded.</param>
/// <param name="Rhythm">When in the day.</param>
internal readonly record struct TrafficCurve(ulong Seed, ulong FineSeed, double DayBytes, double CapBytesPerSecond, DailyRhythm Rhythm)
{
    private const int Levels = 17;
    private const int FineFrom = 9;
    private const double DaySeconds = 86_400;

    /// <summary>No line uses more than this share of its cap over a whole day.</summary>
    private const double MaxDayUse = 0.85;

    private static readonly double LeafSeconds = DaySeconds / (1 << Levels);

    private static ReadOnlySpan<double> Jitter =>
        [0.10, 0.15, 0.20, 0.40, 0.55, 0.60, 0.60, 0.65, 0.65, 0.60, 0.50, 0.45, 0.40, 0.40, 0.35, 0.30, 0.25];

    /// <summary>The day that an instant (UTC ticks) belongs to, in Jakarta.</summary>
    public static long DayOf(long utcTicks) => (utcTicks + DailyRhythm.Offset.Ticks) / TimeSpan.TicksPerDay;

    /// <summary>Bytes from the start of that day to the instant.</summary>
    public double SinceMidnight(long utcTicks) => Descend(utcTicks, out _);

    /// <summary>Bytes per second at the instant.</summary>
    public double RateAt(long utcTicks)
    {
        Descend(utcTicks, out var rate);
        return rate;
    }

    /// <summary>Bytes between two instants.</summary>
    public double Between(long fromUtcTicks, long toUtcTicks)
    {
        var bytes = SinceMidnight(toUtcTicks) - SinceMidnight(fromUtcTicks);
        for (var day = DayOf(fromUtcTicks); day < DayOf(toUtcTicks); day++)
        {
            bytes += BytesOn(day);
        }

        return bytes;
    }

    /// <summary>Volume of a day.</summary>
    public double BytesOn(long day)
    {
        // Some days are quiet, some are not: 0.5 to 1.6 times the middling day.
        var volume = DayBytes * (0.5 + (1.1 * Noise.Unit(Seed, (ulong)day)));
        return Math.Min(volume, CapBytesPerSecond * DaySeconds * MaxDayUse);
    }

    private double Descend(long utcTicks, out double rate)
    {
        var local = utcTicks + DailyRhythm.Offset.Ticks;
        var day = local / TimeSpan.TicksPerDay;
        var position = (double)(local % TimeSpan.TicksPerDay) / TimeSpan.TicksPerDay;
        var mass = BytesOn(day);
        var before = 0.0;
        var limit = CapBytesPerSecond * DaySeconds;
        var node = 1;
        var coarse = Noise.Mix(Seed + ((ulong)day * 0x9E37_79B9_7F4A_7C15));
        var fine = Noise.Mix(FineSeed + ((ulong)day * 0x9E37_79B9_7F4A_7C15));
        for (var level = 0; level < Levels; level++)
        {
            var share = level < DailyRhythm.Levels ? Rhythm.LeftShare(node) : 0.5;
            var tilt = ((2 * Noise.Unit(level < FineFrom ? coarse : fine, (ulong)node)) - 1) * Jitter[level];
            var left = share * (1 + tilt);
            left = mass * left / (left + ((1 - share) * (1 - tilt)));
            limit /= 2;
            if (left > limit)
            {
                left = limit;
            }
            else if (mass - left > limit)
            {
                left = mass - limit;
            }

            position *= 2;
            node *= 2;
            if (position < 1)
            {
                mass = left;
            }
            else
            {
                before += left;
                mass -= left;
                position -= 1;
                node++;
            }
        }

        rate = mass / LeafSeconds;
        return before + (mass * position);
    }
}
