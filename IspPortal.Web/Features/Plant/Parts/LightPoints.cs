using IspPortal.Core.Mapping.Levels;
using IspPortal.Web.Shared.Charts;

namespace IspPortal.Web.Features.Plant.Parts;

/// <summary>The readings of an ONT as points of a chart: what was measured, and what should arrive all along.</summary>
internal static class LightPoints
{
    private const int SilenceAfter = 3;
    private static readonly TimeSpan SilenceAtTheLatest = TimeSpan.FromDays(7);
    private static readonly TimeSpan LeastRoom = TimeSpan.FromHours(1);

    /// <summary>
    /// From the first reading to now. Where an ONT was silent for more than three times its usual pause, or for a week, no line is drawn: nobody knows how the light was meanwhile.
    /// </summary>
    public static IReadOnlyList<ChartPoint> Of(LevelTrend trend, DateTime nowUtc)
    {
        if (trend.Points.Count == 0)
        {
            return [];
        }

        var silence = SilenceOf(trend.Points);
        var room = (nowUtc - trend.Points[0].AtUtc) / 50;
        var points = new List<ChartPoint> { new(trend.Points[0].AtUtc - (room > LeastRoom ? room : LeastRoom), null, trend.ExpectedDbm) };
        foreach (var (at, reading) in trend.Points.Index())
        {
            if (at > 0 && reading.AtUtc - trend.Points[at - 1].AtUtc > silence)
            {
                points.Add(new(trend.Points[at - 1].AtUtc.AddMilliseconds(1), null, trend.ExpectedDbm));
            }

            points.Add(new(reading.AtUtc, reading.RxDbm, trend.ExpectedDbm));
        }

        if (nowUtc > trend.Points[^1].AtUtc)
        {
            points.Add(new(nowUtc, null, trend.ExpectedDbm));
        }

        return points;
    }

    private static TimeSpan SilenceOf(IReadOnlyList<LevelPoint> points)
    {
        TimeSpan[] pauses = [.. points.Zip(points.Skip(1), (one, next) => next.AtUtc - one.AtUtc).Order()];
        return pauses.Length > 0 && pauses[pauses.Length / 2] * SilenceAfter is var usual && usual < SilenceAtTheLatest ? usual : SilenceAtTheLatest;
    }
}
