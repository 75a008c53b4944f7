namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>A straight line through points by least squares.</summary>
/// <param name="Slope">How much it rises per unit of the first coordinate.</param>
/// <param name="Intercept">Where it stands at zero.</param>
/// <param name="Fit">How much of the spread it explains, 0–1 (coefficient of determination); 1 when the points do not spread at all.</param>
public sealed record LinearTrend(double Slope, double Intercept, double Fit)
{
    /// <summary>The line; null for fewer than two different first coordinates.</summary>
    public static LinearTrend? Of(IReadOnlyCollection<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Select(p => p.X).Distinct().Take(2).Count() < 2)
        {
            return null;
        }

        var (meanX, meanY) = (points.Average(p => p.X), points.Average(p => p.Y));
        double across = 0, along = 0, spread = 0;
        foreach (var (x, y) in points)
        {
            across += (x - meanX) * (y - meanY);
            along += (x - meanX) * (x - meanX);
            spread += (y - meanY) * (y - meanY);
        }

        var slope = across / along;
        return new LinearTrend(slope, meanY - (slope * meanX), spread == 0 ? 1 : Math.Clamp(slope * across / spread, 0, 1));
    }

    /// <summary>Where the line stands at <paramref name="x"/>.</summary>
    public double At(double x) => Intercept + (Slope * x);
}
