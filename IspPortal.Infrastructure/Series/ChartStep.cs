using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Chooses how finely a query is answered.</summary>
internal static class ChartStep
{
    private static readonly long[] NiceMs =
    [
        1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000,
        10_800_000, 21_600_000, 43_200_000, 86_400_000, 172_800_000, 604_800_000,
    ];

    /// <summary>From this width of a point on, the hours do: a chart of weeks needs no five minutes.</summary>
    private const long HoursFromMs = 900_000;

    /// <summary>A stored resolution about as fine as the chart will be drawn, within what is still kept.</summary>
    public static SeriesResolution ResolutionFor(SeriesQuery query, DateTime nowUtc, SeriesRetention retention)
    {
        var wanted = Fit(query, 1).StepMs;
        return wanted >= HoursFromMs || query.FromUtc < nowUtc - retention.FiveMinutes ? SeriesResolution.Hour
            : wanted >= RollUp.FiveMinutesMs || query.FromUtc < nowUtc - retention.Raw ? SeriesResolution.FiveMinutes
            : SeriesResolution.Raw;
    }

    /// <summary>A round width of at least <paramref name="finestMs"/> that gives at most the points asked for.</summary>
    public static (long StartMs, long StepMs, int Count) Fit(SeriesQuery query, long finestMs)
    {
        var from = ToMs(query.FromUtc);
        var to = ToMs(query.ToUtc);
        foreach (var step in NiceMs)
        {
            var start = Math.DivRem(from, step).Quotient * step;
            var count = (to - start + step - 1) / step;
            if (step >= finestMs && count <= query.MaxPoints)
            {
                return (start, step, (int)count);
            }
        }

        var wide = Math.Max(finestMs, (to - from + query.MaxPoints - 1) / query.MaxPoints);
        return (from, wide, (int)((to - from + wide - 1) / wide));
    }

    public static long ToMs(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
}
