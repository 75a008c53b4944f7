namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>The value below which a share of all values lies, between two of them where it falls between (linear interpolation of closest ranks, as spreadsheets count it).</summary>
public static class Percentile
{
    /// <summary>The percentile; null without values.</summary>
    /// <param name="values">The values in any order; those that are null are left out.</param>
    /// <param name="percent">0–100.</param>
    public static double? Of(IEnumerable<double?> values, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        double[] ordered = [.. values.OfType<double>().Order()];
        if (ordered.Length == 0)
        {
            return null;
        }

        var rank = percent / 100 * (ordered.Length - 1);
        var below = (int)Math.Floor(rank);
        var above = Math.Min(below + 1, ordered.Length - 1);
        return ordered[below] + ((ordered[above] - ordered[below]) * (rank - below));
    }
}
