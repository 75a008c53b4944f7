using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Tests.Mapping;

/// <summary>Takes batches as the store does, one a source and millisecond, and lets a test look at them.</summary>
internal sealed class SeriesNotebook : ISeriesStore
{
    private readonly Lock _lock = new();
    private readonly List<SeriesBatch> _batches = [];

    public IReadOnlyList<SeriesBatch> Batches
    {
        get
        {
            lock (_lock)
            {
                return [.. _batches];
            }
        }
    }

    public Task<bool> AppendAsync(SeriesBatch batch, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var isNew = !_batches.Exists(b => b.SourceId == batch.SourceId && b.AtUtc == batch.AtUtc);
            if (isNew)
            {
                _batches.Add(batch);
            }

            return Task.FromResult(isNew);
        }
    }

    public Task<CounterBook<Guid>?> RecallCountersAsync(Guid sourceId, CancellationToken cancellationToken) => Task.FromResult<CounterBook<Guid>?>(null);

    public Task<SeriesResult> QueryAsync(SeriesQuery query, CancellationToken cancellationToken) => Task.FromResult(new SeriesResult(TimeSpan.FromMinutes(1), []));

    public Task<CompactionReport> CompactAsync(SeriesRetention retention, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ImportAsync(Guid sourceId, IReadOnlyList<ImportedSeries> series, SeriesResolution finest, CancellationToken cancellationToken) => throw new NotSupportedException();
}
