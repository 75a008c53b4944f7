using System.Globalization;

namespace IspPortal.Benchmarks.Portal;

/// <summary>One reading of the portal's /metrics.</summary>
internal sealed class Figures
{
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    public Figures(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.LastIndexOf(' ');
            if (line[0] != '#' && line[(space + 1)..] is not "+Inf" and var number)
            {
                _values[line[..space]] = double.Parse(number, CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>The value of a series with its labels; 0 where there is none yet.</summary>
    public double Of(string series) => _values.GetValueOrDefault(series);

    /// <summary>The values of a name by its first label's value.</summary>
    public IEnumerable<(string Label, double Value)> All(string name) =>
        _values.Where(pair => pair.Key.StartsWith(name + "{", StringComparison.Ordinal)).Select(pair => (pair.Key.Split('"')[1], pair.Value));

    /// <summary>The quantile of what a histogram took in since an earlier reading, in its unit: linear inside a bucket, as Prometheus does it.</summary>
    public double Quantile(double quantile, string name, string labels, Figures since)
    {
        var start = $"{name}_bucket{{{labels},le=\"";
        var buckets = _values.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal) && !pair.Key.Contains("+Inf", StringComparison.Ordinal))
            .Select(pair => (Bound: double.Parse(pair.Key[start.Length..^2], CultureInfo.InvariantCulture), Count: pair.Value - since.Of(pair.Key)))
            .OrderBy(bucket => bucket.Bound);
        var rank = quantile * Count(name, labels, since);
        var (lower, below) = (0.0, 0.0);
        foreach (var (bound, count) in buckets)
        {
            if (count >= rank)
            {
                return count > below ? lower + ((bound - lower) * (rank - below) / (count - below)) : lower;
            }

            (lower, below) = (bound, count);
        }

        return double.PositiveInfinity;
    }

    /// <summary>How much a histogram took in since an earlier reading.</summary>
    public double Count(string name, string labels, Figures since)
    {
        var series = $"{name}_count{{{labels}}}";
        return Of(series) - since.Of(series);
    }
}
