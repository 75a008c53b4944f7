using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Everything that is kept over time. A batch is durable when its append returns, and appending it again changes nothing.</summary>
internal interface ISeriesStore
{
    /// <summary>Adds what one source said at one moment; false, and nothing changed, when that moment or that number of a poll is there already.</summary>
    Task<bool> AppendAsync(SeriesBatch batch, CancellationToken cancellationToken);

    /// <summary>The last counters of a source's sessions, as the journal has them; null when no poll of it told any.</summary>
    Task<CounterBook<Guid>?> RecallCountersAsync(Guid sourceId, CancellationToken cancellationToken);

    /// <summary>The points of one series, with gaps. A subject nobody ever wrote gives nothing but gaps.</summary>
    Task<SeriesResult> QueryAsync(SeriesQuery query, CancellationToken cancellationToken);

    /// <summary>Packs closed hours of the journal into chunks and roll-ups, and drops what is older than <paramref name="retention"/>.</summary>
    Task<CompactionReport> CompactAsync(SeriesRetention retention, CancellationToken cancellationToken);

    /// <summary>Writes whole past hours of one source at once, past the journal. An hour that is there already is replaced.</summary>
    Task ImportAsync(Guid sourceId, IReadOnlyList<ImportedSeries> series, SeriesResolution finest, CancellationToken cancellationToken);
}
