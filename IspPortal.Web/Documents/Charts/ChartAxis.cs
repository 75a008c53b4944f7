namespace IspPortal.Web.Documents.Charts;

/// <summary>Round numbers and moments for axes.</summary>
internal static class ChartAxis
{
    private static readonly double[] Rounds = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(28), TimeSpan.FromDays(56), TimeSpan.FromDays(112),
    ];

    /// <summary>The first round number that is not below a value; 1 for what is not above zero.</summary>
    public static double Ceiling(double value)
    {
        if (!(value > 0))
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Array.Find(Rounds, round => round * power >= value * (1 - 1e-9)) * power;
    }

    /// <summary>The range of the vertical axis: from zero, or below it where values are.</summary>
    public static (double Bottom, double Top) RangeOf(IEnumerable<double> values, double? leastTop)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low < 0 && high <= 0)
        {
            return (-Ceiling(-low), 0);
        }

        return (low < 0 ? -Ceiling(-low) : 0, Math.Max(Ceiling(high), leastTop ?? 0));
    }

    /// <summary>At most so many round moments within the axis.</summary>
    public static IReadOnlyList<DateTime> MomentsOf(DateTime from, DateTime to, int most)
    {
        var step = Array.Find(Steps, step => (to - from).Ticks / step.Ticks <= most);
        step = step == TimeSpan.Zero ? (to - from) / most : step;
        List<DateTime> moments = [];
        for (var at = new DateTime((from.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks, DateTimeKind.Unspecified); at <= to; at += step)
        {
            moments.Add(at);
        }

        return moments;
    }
}
