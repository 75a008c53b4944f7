using IspPortal.Core.Monitoring.Series;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Series;

/// <summary>The store that tells of every batch it took. What an observer does wrong is logged and hinders nothing.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="observers">Asked for when the first batch is stored: they may need the store themselves.</param>
/// <param name="logger">Where faults go.</param>
internal sealed class ObservedSeriesStore(ISeriesStore store, Func<IEnumerable<ISampleObserver>> observers, ILogger<ObservedSeriesStore> logger) : ISeriesStore
{
    private readonly Lazy<ISampleObserver[]> _observers = new(() => [.. observers()]);

    public async Task<bool> AppendAsync(SeriesBatch batch, CancellationToken cancellationToken)
    {
        if (!await store.AppendAsync(batch, cancellationToken))
        {
            return false;
        }

        if (batch.IsPast)
        {
            return true;
        }

        foreach (var observer in _observers.Value)
        {
            try
            {
                await observer.ObservedAsync(batch, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "{Observer} failed on samples of {Source}; polling goes on", observer.GetType().Name, batch.SourceId);
            }
        }

        return true;
    }

    public Task<CounterBook<Guid>?> RecallCountersAsync(Guid sourceId, CancellationToken cancellationToken) => store.RecallCountersAsync(sourceId, cancellationToken);

    public Task<SeriesResult> QueryAsync(SeriesQuery query, CancellationToken cancellationToken) => store.QueryAsync(query, cancellationToken);

    public Task<CompactionReport> CompactAsync(SeriesRetention retention, CancellationToken cancellationToken) => store.CompactAsync(retention, cancellationToken);

    public Task ImportAsync(Guid sourceId, IReadOnlyList<ImportedSeries> series, SeriesResolution finest, CancellationToken cancellationToken) =>
        store.ImportAsync(sourceId, series, finest, cancellationToken);
}
