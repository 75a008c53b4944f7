using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using IspPortal.Core.Common.Metrics;

namespace IspPortal.Web.Features.Monitoring.Api.Metrics;

/// <summary>Writes figures in the Prometheus text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Samples of one name stand together, as the format wants.</summary>
    public static void Write(StringBuilder text, IEnumerable<MetricSample> samples)
    {
        foreach (var family in samples.GroupBy(sample => sample.Name).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            WriteHead(text, family.Key, family.First().Help, family.First().IsCounter ? "counter" : "gauge");
            foreach (var sample in family)
            {
                WriteLine(text, family.Key, string.Join(',', sample.Labels.Select(label => Label(label.Key, label.Value))), sample.Value);
            }
        }
    }

    public static void Write(StringBuilder text, Instrument instrument, IReadOnlyList<MeasuredSeries> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        var histogram = all[0].Bounds is not null;
        var unit = instrument.Unit == "s" ? "_seconds" : "";
        var name = Name(instrument.Name) + unit + (histogram ? "" : "_total");
        WriteHead(text, name, instrument.Description ?? instrument.Name, histogram ? "histogram" : "counter");
        foreach (var series in all)
        {
            var (sum, count, buckets) = series.Read();
            if (series.Bounds is not { } bounds)
            {
                WriteLine(text, name, series.Labels, sum);
                continue;
            }

            var below = 0L;
            for (var i = 0; i < bounds.Count; i++)
            {
                below += buckets[i];
                WriteLine(text, name + "_bucket", Join(series.Labels, $"le=\"{Number(bounds[i])}\""), below);
            }

            WriteLine(text, name + "_bucket", Join(series.Labels, "le=\"+Inf\""), count);
            WriteLine(text, name + "_sum", series.Labels, sum);
            WriteLine(text, name + "_count", series.Labels, count);
        }
    }

    /// <summary>Tags as labels; only those named in <paramref name="wanted"/> unless it is null.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags, string[]? wanted)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
        {
            if (wanted is null || wanted.Contains(name, StringComparer.Ordinal))
            {
                labels.Add(Label(Name(name), Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
            }
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static void WriteHead(StringBuilder text, string name, string help, string type) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n')
            .Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void WriteLine(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Join(string labels, string label) => labels.Length == 0 ? label : $"{labels},{label}";

    private static string Label(string name, string value) =>
        $"{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private static string Name(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}
