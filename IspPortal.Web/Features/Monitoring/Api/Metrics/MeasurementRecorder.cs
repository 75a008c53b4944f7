using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace IspPortal.Web.Features.Monitoring.Api.Metrics;

/// <summary>
/// Listens to the portal's own meters and to the web server's request meter, and adds up what they measure along the way: counters and histograms.
/// </summary>
internal sealed class MeasurementRecorder : IDisposable
{
    /// <summary>A label that turns out to have countless values must not eat the memory.</summary>
    private const int MaxSeriesPerInstrument = 2_000;

    private const string PortalPrefix = "IspPortal";
    private const string RequestDuration = "http.server.request.duration";

    private static readonly string[] RequestLabels = ["http.request.method", "http.response.status_code", "http.route"];

    /// <summary>By name: what two instruments of one name measure (two hosts in a process) is one family, as the text format wants.</summary>
    private readonly ConcurrentDictionary<string, (Instrument First, ConcurrentDictionary<string, MeasuredSeries> Series)> _families = new(StringComparer.Ordinal);

    private readonly MeterListener _listener = new();

    public MeasurementRecorder()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsWanted(instrument))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was measured since the start of the process, per name of an instrument.</summary>
    public IEnumerable<(Instrument Instrument, IReadOnlyList<MeasuredSeries> Series)> Read() =>
        _families.OrderBy(family => family.Key, StringComparer.Ordinal)
            .Select(family => (family.Value.First, (IReadOnlyList<MeasuredSeries>)[.. family.Value.Series.OrderBy(series => series.Key, StringComparer.Ordinal).Select(series => series.Value)]));

    public void Dispose() => _listener.Dispose();

    private static bool IsWanted(Instrument instrument) =>
        !instrument.IsObservable && (instrument.Meter.Name.StartsWith(PortalPrefix, StringComparison.Ordinal) || instrument.Name == RequestDuration);

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _families.GetOrAdd(instrument.Name, static (_, first) => (first, new(StringComparer.Ordinal)), instrument).Series;
        var labels = PrometheusText.Labels(tags, instrument.Name == RequestDuration ? RequestLabels : null);
        if (!series.TryGetValue(labels, out var measured))
        {
            if (series.Count >= MaxSeriesPerInstrument)
            {
                return;
            }

            measured = series.GetOrAdd(labels, key => new MeasuredSeries(key, BoundsOf(instrument)));
        }

        measured.Record(value);
    }

    private static IReadOnlyList<double>? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries ?? MeasuredSeries.DefaultBounds,
        Histogram<long> or Histogram<int> => MeasuredSeries.DefaultBounds,
        _ => null,
    };
}
